"""The files that browsers load: the widget's scripts, its list of sites, and the API's page."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import fastapi_swagger
from fastapi import APIRouter
from fastapi.responses import FileResponse, JSONResponse

from service.settings import Settings

STATIC = Path(__file__).parent / "static"
SWAGGER = Path(str(files(fastapi_swagger))) / "resources"
AN_HOUR = {"Cache-Control": "public, max-age=3600"}
SCRIPT = "text/javascript"


def widget_folder() -> Path:
    """Where the widget's files are: beside this package, in a checkout and installed alike."""
    return Path(__file__).parent.parent / "widget"


def router(settings: Settings) -> APIRouter:
    """The routes of the files; they are not in the API's page."""
    routes = APIRouter(include_in_schema=False)
    served = {
        "/widget.js": (widget_folder() / "widget.js", SCRIPT),
        "/widget-frame.js": (widget_folder() / "frame.js", SCRIPT),
        "/docs": (STATIC / "docs.html", "text/html"),
        "/docs/start.js": (STATIC / "docs.js", SCRIPT),
        "/docs/swagger-ui.js": (SWAGGER / "swagger-ui-bundle.js", SCRIPT),
        "/docs/swagger-ui.css": (SWAGGER / "swagger-ui.css", "text/css"),
    }
    for address, (path, media_type) in served.items():
        routes.add_api_route(address, sender(path, media_type), methods=["GET", "HEAD"])

    @routes.get("/widget-sites")
    def widget_sites() -> JSONResponse:
        """List the sites that may hold the frame, for the frame's own check of who speaks to it."""
        return JSONResponse({"sites": settings.origins("embed")}, headers=AN_HOUR)

    return routes


def sender(path: Path, media_type: str) -> Callable[[], FileResponse]:
    """A route that sends one file."""

    def send() -> FileResponse:
        return FileResponse(path, media_type=media_type, headers=AN_HOUR)

    return send
