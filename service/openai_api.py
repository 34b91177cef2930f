"""Insight as a model in OpenAI's form, so that a chat program that people have can hold it."""

import hmac
import json
import time
import uuid
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, HTTPException, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, Field

from assistant.types import Answer, Citation
from service.desk import Desk
from service.questions import EARLIER_QUESTIONS, QUESTION_CHARACTERS
from service.settings import Settings

MODEL = "insight"
CREATED = 1_700_000_000  # the form wants a date; the model has none
MESSAGES = 400


class Part(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class Message(BaseModel):
    """A turn; only the person's are read: a system prompt doesn't steer a quotation."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Annotated[str, Field(max_length=100_000)] | list[Part] | None = None

    @property
    def words(self) -> str:
        """The message's text."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class Completion(BaseModel):
    """What is read of a request for a completion; settings of sampling have no meaning here."""

    model: str
    messages: list[Message] = Field(min_length=1, max_length=MESSAGES)
    stream: bool = False

    def questions(self) -> list[str]:
        """The person's questions, oldest first, as many as a conversation may carry."""
        asked = [m.words.strip() for m in self.messages if m.role == "user" and m.words.strip()]
        if not asked:
            raise HTTPException(422, "The messages hold no question of a user.")
        if len(asked[-1]) > QUESTION_CHARACTERS:
            raise HTTPException(422, f"A question has {QUESTION_CHARACTERS} characters at most.")
        recent = asked[-EARLIER_QUESTIONS - 1 :]
        return [question[:QUESTION_CHARACTERS] for question in recent]


def router(desk: Desk, settings: Settings) -> APIRouter:
    """The routes under `/v1`, behind the settings' key."""
    key = settings.openai_key.get_secret_value() if settings.openai_key else ""

    def keyed(authorization: Annotated[str, Header()] = "") -> None:
        if not key or not hmac.compare_digest(authorization.encode(), f"Bearer {key}".encode()):
            raise HTTPException(401, "Wrong or missing key.", {"WWW-Authenticate": "Bearer"})

    routes = APIRouter(
        prefix="/v1", tags=["OpenAI's form"], dependencies=[Depends(keyed)], include_in_schema=False
    )

    @routes.get("/models")
    def models() -> JSONResponse:
        """List the one model."""
        entry = {"id": MODEL, "object": "model", "created": CREATED, "owned_by": "insight"}
        return JSONResponse({"object": "list", "data": [entry]})

    @routes.post("/chat/completions", response_model=None)
    def complete(request: Request, asked: Completion) -> Response:
        """Answer the last question, whole or streamed; sources follow the text."""
        if asked.model != MODEL:
            raise HTTPException(404, f"The only model here is {MODEL!r}.")
        *earlier, question = asked.questions()
        answer = desk.ask(question, earlier)
        base = settings.address or str(request.base_url).rstrip("/")
        message = as_message(answer, base)
        about = {"id": f"chatcmpl-{uuid.uuid4().hex}", "created": int(time.time()), "model": MODEL}
        if asked.stream:
            return StreamingResponse(chunks(about, message), media_type="text/event-stream")
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        usage = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
        return JSONResponse(
            {**about, "object": "chat.completion", "choices": [choice], "usage": usage,
             "insight": answer.to_dict()}
        )  # fmt: skip

    return routes


def as_message(answer: Answer, base: str) -> dict[str, Any]:
    """The assistant's message: the text, its sources after it, and each marker as an annotation."""
    annotations = []
    for citation in answer.citations:
        marker = f"[{citation.number}]"
        start = answer.text.find(marker)
        while start >= 0:
            end = start + len(marker)
            annotations.append(
                {"type": "url_citation", "url_citation": {
                    "start_index": start, "end_index": end, "title": citation.title,
                    "url": address(citation, base)}}
            )  # fmt: skip
            start = answer.text.find(marker, end)
    parts = [answer.text]
    if answer.citations:
        parts.append("**Sources**\n\n" + "\n".join(source(c, base) for c in answer.citations))
    if answer.links:
        links = (f"- {link.label}: {link.url}" for link in answer.links)
        parts.append("**Links**\n\n" + "\n".join(links))
    return {"role": "assistant", "content": "\n\n".join(parts), "refusal": None,
            "annotations": annotations}  # fmt: skip


def source(citation: Citation, base: str) -> str:
    """One line for a source: its number, title, place, exact words and address."""
    place = ", ".join(part for part in (citation.board, citation.section) if part)
    return (
        f"- [{citation.number}] {citation.title} ({place}): "
        f"“{citation.quote}” {address(citation, base)}"
    )


def address(citation: Citation, base: str) -> str:
    """Where the cited document can be read whole in this service."""
    return f"{base}/documents/{citation.document_id}"


def chunks(about: dict[str, Any], message: dict[str, Any]) -> Iterator[str]:
    """The message as server-sent events: its role, its text by lines, its annotations, the end."""
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    deltas += [{"content": line} for line in message["content"].splitlines(keepends=True)]
    deltas.append({"annotations": message["annotations"]})
    for delta in [*deltas, {}]:
        choice = {"index": 0, "delta": delta, "finish_reason": None if delta else "stop"}
        event = {**about, "object": "chat.completion.chunk", "choices": [choice]}
        yield f"data: {json.dumps(event)}\n\n"
    yield "data: [DONE]\n\n"
