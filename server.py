"""The service: one app with the API, the page, the widget and the tools; and what serves it."""

import asyncio
import json
import multiprocessing
import os
import socket
import tempfile
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount
from uvicorn.supervisors import Multiprocess

from corpus.load import load_collection
from corpus.types import Collection
from service import api, files, health, logs, openai_api, problems, security
from service.desk import Asked, Desk
from service.gradio_paths import GradioPaths
from service.limits import Limited
from service.settings import Settings
from terminal import Bar

SETTINGS = "INSIGHT_SETTINGS"  # how a worker process is told them: as JSON, in its environment
GRADIO_MOUNTS = ("", "/embed")


def create_app(assistant: Asked, settings: Settings) -> FastAPI:
    """The whole service over an open assistant; it is ready after its first, uncounted answer."""
    desk = Desk(assistant, settings.log_questions)
    tools = None
    if settings.mcp:
        from service import tools as tool_server

        tools = tool_server.server(desk)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if tools:
                await stack.enter_async_context(tools.session_manager.run())
            warming = asyncio.create_task(asyncio.to_thread(desk.warm_up))
            yield
            await warming

    app = FastAPI(
        title="Insight",
        summary="Answers from a trusted collection, with the exact words they rest on",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=middleware(settings, assistant.collection),
    )
    problems.install(app)
    app.include_router(health.router(desk))
    app.include_router(api.router(desk))
    app.include_router(files.router(settings))
    if settings.openai_key:
        app.include_router(openai_api.router(desk, settings))
    if tools:
        app.router.routes.extend(tool_server.routes(tools))
    if settings.page:
        import ui
        from web import pages
        from web.answers import Answers

        answers = Answers(desk)
        app.include_router(pages.router(answers, settings))
        in_front = list(app.routes)
        app = ui.mount(app, answers, settings)
        for route in app.routes:
            if isinstance(route, Mount) and route.path in GRADIO_MOUNTS:
                route.app = GradioPaths(route.app, in_front)
    return app


def middleware(settings: Settings, collection: Collection) -> list[Middleware]:
    """What a request passes before its route, outermost first."""
    sites = {*settings.origins("call"), *settings.origins("read")}
    paged = []
    if settings.page:
        from web.refusals import Paged

        paged = [Middleware(Paged, collection, settings.prefix, settings.address or "")]
    return [
        Middleware(security.Forwarded, settings),
        Middleware(logs.Recorded),
        Middleware(security.Headed, settings),
        *paged,
        Middleware(security.Prefixed, settings.prefix),
        Middleware(security.Gate, settings),
        Middleware(
            CORSMiddleware,
            allow_origins=sorted(sites),
            allow_methods=["GET", "POST"],
            allow_headers=["*"],  # none of them is a credential that a browser adds by itself
            expose_headers=["Retry-After"],
        ),
        Middleware(Limited, settings.limits),
    ]


def worker_app() -> FastAPI:
    """The app of one worker process, by the settings in its environment."""
    settings = Settings.model_validate_json(os.environ[SETTINGS])
    return create_app(open_by(settings), settings)


def open_by(settings: Settings) -> Asked:
    """The assistant that the settings name, warmed up; a bar shows its index being built."""
    from assistant.open import open_assistant

    found = open_assistant(settings.corpus, settings.index, settings.model, Bar("index").step)
    found.warm_up()
    return found


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT; what has begun is finished first.

    A missing or stale index is built before any worker starts.
    """
    run: dict[str, Any] = {
        "host": settings.host,
        "port": settings.port,
        "log_config": logs.CONFIG,
        "access_log": False,
        "proxy_headers": False,
        "server_header": False,
        "timeout_graceful_shutdown": settings.grace_seconds,
    }
    load_collection(settings.corpus)  # its faults are told here: once, and before heavy imports
    if settings.workers == 1:
        uvicorn.run(create_app(open_by(settings), settings), **run)
        return
    with tempfile.TemporaryDirectory(prefix="insight-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(Path(folder))
        os.environ[SETTINGS] = as_json(settings)
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as builder:
            builder.submit(build, settings).result()
        config = uvicorn.Config(
            "server:worker_app",
            factory=True,
            workers=settings.workers,
            timeout_worker_healthcheck=60,
            **run,
        )
        listener = config.bind_socket()
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else 40 ms an answer more
        Multiprocess(config, sockets=[listener]).run()


def serve_tools(settings: Settings) -> None:
    """Serve the tools on stdin and stdout until the other assistant closes them."""
    from service import tools

    tools.server(Desk(open_by(settings))).run("stdio")


def build(settings: Settings) -> None:
    """Build the index where need be, in a process of its own, whose memory is then given back."""
    open_by(settings)


def as_json(settings: Settings) -> str:
    """The settings whole, secrets included, for a worker of this very service."""
    values = settings.model_dump(mode="json")
    if settings.openai_key:
        values["openai_key"] = settings.openai_key.get_secret_value()
    return json.dumps(values)
