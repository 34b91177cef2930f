"""The chat page, mounted at `/`, and its narrow form for the widget's frame at `/embed/`."""

import json
import os
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from starlette.routing import Mount

from web.graph import drawn_kinds
from web.lean import lean_import
from web.render import TEMPLATES, one_line, turn
from web.shell import Shell
from web.types import (
    Asked,
    PageSettings,
    QuestionError,
    Settings,
    check_earlier,
    check_question,
)

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read when gradio is imported
with lean_import():
    import gradio as gr

PATHS = {"/embed": "../", "/": ""}  # where a page is mounted: the service's root seen from it


def mount(app: FastAPI, assistant: Asked, settings: Settings | None = None) -> FastAPI:
    """The app with both pages mounted."""
    settings = settings or PageSettings()
    theme = gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["monospace"])
    for path, root in PATHS.items():
        page = build_page(assistant, settings, embed=path == "/embed")
        app = gr.mount_gradio_app(
            app, page, path=path, footer_links=[], run_history=False, ssr_mode=False,
            show_error=False, theme=theme,
        )  # fmt: skip
        route = next(r for r in app.routes if isinstance(r, Mount) and r.path == path.rstrip("/"))
        route.app = Shell(
            route.app, _part("head.html", assistant, root), _part("noscript.html", assistant, root)
        )
    return app


def build_page(assistant: Asked, settings: Settings, embed: bool = False) -> gr.Blocks:
    """The page: conversation with its sources, Browse and the picture; or the narrow `embed`."""
    root = PATHS["/embed" if embed else "/"]
    title = assistant.collection.settings.collection.title
    page = gr.Blocks(title=title, analytics_enabled=False, fill_width=True)
    with page:
        _text("masthead.html", assistant, root, "masthead", embed=embed)
        if embed:
            _conversation(assistant, settings, root, embed)
        else:
            with gr.Tabs(elem_id="tabs"):
                with gr.Tab("Ask"):
                    _conversation(assistant, settings, root, embed)
                with gr.Tab("Browse"):
                    _text("waiting.html", assistant, root, "browse", address="documents")
                if drawn_kinds(assistant.collection):
                    with gr.Tab("Connections"):
                        _text("waiting.html", assistant, root, "picture", address="picture")
        _text("foot.html", assistant, root, "foot", embed=embed)
    return page


def _conversation(assistant: Asked, settings: Settings, root: str, embed: bool) -> None:
    """The start, the place where an answer arrives, and what a question is typed into.

    The page's script moves each answer into the conversation and keeps the earlier questions.
    """

    def answer(question: str, earlier: str) -> tuple[str, Any]:
        key = f"t{uuid4().hex[:8]}"
        try:
            asked, before = check_question(question), read_earlier(earlier)
        except QuestionError as error:
            return _html("notice.html", key=key, message=str(error)), gr.skip()
        found = assistant.ask(asked, before)
        given = turn(found, assistant.collection, key, root, feedback=settings.feedback is not None)
        return given, ""

    _text("start.html", assistant, root, "start", embed=embed)
    latest = gr.Markdown(elem_id="latest", latex_delimiters=[])
    _text("controls.html", assistant, root, "controls", embed=embed)
    with gr.Row(elem_id="composer"):
        question = gr.Textbox(
            label="Your question", lines=1, max_lines=6, elem_id="question",
            scale=1, html_attributes=gr.InputHTMLAttributes(spellcheck=True),
        )  # fmt: skip
        ask = gr.Button("Ask", variant="primary", elem_id="ask", scale=0)
        gr.Button("Stop", elem_id="stop", scale=0)  # heeded by the page's script
    earlier = gr.Textbox("[]", label="Earlier questions", visible="hidden", elem_id="earlier")
    gr.on(  # without the queue: each request stands by itself, and any worker can answer it
        [question.submit, ask.click], answer, [question, earlier], [latest, question],
        queue=False, show_progress="hidden", api_visibility="private", trigger_mode="once",
    )  # fmt: skip


def read_earlier(text: str) -> list[str]:
    """The conversation's earlier questions out of what the page sent.

    Raises `QuestionError` where it is not a list of questions or has too many.
    """
    try:
        found = json.loads(text or "[]")
    except ValueError:
        found = None
    if not isinstance(found, list) or not all(isinstance(q, str) for q in found):
        raise QuestionError("This conversation can't be read: please start a new one.")
    return check_earlier(found)


def _text(template: str, assistant: Asked, root: str, elem_id: str, **values: Any) -> None:
    gr.Markdown(
        _html(template, collection=assistant.collection.settings.collection, root=root, **values),
        elem_id=elem_id, latex_delimiters=[], container=False,
    )  # fmt: skip


def _part(template: str, assistant: Asked, root: str) -> bytes:
    collection = assistant.collection.settings.collection
    return _html(template, collection=collection, root=root).encode()


def _html(template: str, **values: Any) -> str:
    return one_line(TEMPLATES.get_template(template).render(**values))
