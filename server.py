"""The app with its pages, and what serves it."""

import uvicorn
from fastapi import FastAPI

import ui
from assistant.open import open_assistant
from web.answers import Answers
from web.pages import router
from web.types import Asked, PageSettings


def create_app(assistant: Asked, settings: PageSettings | None = None) -> FastAPI:
    """The chat page, the embed page and the plain pages over an open assistant."""
    app = FastAPI(title="Insight", docs_url=None, redoc_url=None)
    answers = Answers(assistant)
    app.include_router(router(answers, settings))
    return ui.mount(app, answers, settings)


def serve(host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serve until stopped."""
    uvicorn.run(create_app(open_assistant()), host=host, port=port)
