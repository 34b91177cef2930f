"""The chat page, mounted at `/`, and the narrow page for the widget's frame at `/embed/`."""

import os
from typing import Any

from fastapi import FastAPI

from service.desk import Desk
from service.settings import Settings

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
import gradio as gr

FRAME = '<script src="../widget-frame.js" defer></script>'


def mount(app: FastAPI, assistant: Desk, settings: Settings) -> FastAPI:
    """The app with both pages mounted."""
    app = mount_page(app, assistant, "/embed", FRAME)
    return mount_page(app, assistant, "/", "")


def mount_page(app: FastAPI, assistant: Desk, path: str, head: str) -> FastAPI:
    """The app with one chat page mounted at `path`."""

    def answer(question: str, history: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
        reply = assistant.ask(question).text
        turn = [{"role": "user", "content": question}, {"role": "assistant", "content": reply}]
        return "", history + turn

    with gr.Blocks(title="Insight", analytics_enabled=False) as page:
        gr.Markdown("# Insight")
        chat = gr.Chatbot(label="Conversation", latex_delimiters=[], allow_tags=False)
        question = gr.Textbox(label="Your question", elem_id="question", max_length=2000)
        question.submit(answer, [question, chat], [question, chat], queue=False)
    theme = gr.themes.Default(font=["system-ui", "sans-serif"], font_mono=["monospace"])
    mounted: FastAPI = gr.mount_gradio_app(
        app, page, path=path, footer_links=[], run_history=False, ssr_mode=False,
        show_error=False, theme=theme, head=head,
    )  # fmt: skip
    return mounted
