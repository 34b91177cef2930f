"""Gradio's few paths: what its page needs, and nothing else of it, can be reached."""

import re
from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from service.security import route_path

# Of all that Gradio serves, what its page needs to be shown and to ask.
GRADIO = re.compile(
    r"/?|/config|/theme\.css|/assets/(?!.*\.\.)[\w./-]+"
    r"|/gradio_api/(info|run/predict)"
)


class GradioPaths:
    """Pure ASGI: a mounted Gradio app, of which only `GRADIO` can be reached.

    A mount at `/` also takes what a route in front of it would answer with 405: `routes` are asked
    first.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self.app, self._routes = app, routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through to Gradio where its path is needed."""
        query = scope.get("query_string", b"")
        if GRADIO.fullmatch(route_path(scope)) and b"deep_link" not in query:
            await self.app(scope, receive, send)
            return
        for route in self._routes:
            match, found = route.matches(scope)
            if match is Match.PARTIAL:
                scope.update(found)
                await route.handle(scope, receive, send)
                return
        raise HTTPException(404, "There is nothing at this address.")
