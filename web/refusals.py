"""A refusal or a fault as a calm page, where a person's browser asked for one."""

import json
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.types import Collection
from service.problems import CLOSING, MEDIA_TYPE, problem
from service.questions import EARLIER_QUESTIONS, QUESTION_CHARACTERS
from web.render import plain_page
from web.whole import rewritten

PROGRAMS = ("/api/", "/v1/", "/mcp")  # whoever asks there reads problem details
ASK = "/ask"
FAILED = "It is not your doing. Please try again in a moment."
HEADINGS = {
    403: "This is not open to you",
    404: "There is nothing here",
    405: "That can't be done here",
    413: "That is too much at once",
    421: "This service has another name",
    422: "That can't be used as it is",
    429: "Please wait a little",
    500: "Something went wrong",
    503: "Please wait a little",
}


class Paged:
    """Pure ASGI: problem details become a page for who asks for HTML; a question typed stays."""

    def __init__(self, app: ASGIApp, collection: Collection, prefix: str, address: str) -> None:
        self.app = app
        self._collection, self._prefix, self._address = collection, prefix, address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through; only what is refused or fails is changed on its way back."""
        if scope["type"] != "http" or not self._is_a_person(scope):
            await self.app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        def page(start: Message, body: bytes) -> tuple[dict[bytes, bytes], bytes]:
            detail, wait = json.loads(body)["detail"], Headers(raw=start["headers"])
            return {b"content-type": b"text/html; charset=utf-8"}, self._page(
                scope, start["status"], detail, wait.get("retry-after", "")
            )

        async def failing(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                await self.app(scope, receive, send)
            except Exception:
                if not begun:
                    await problem(500, FAILED, headers=CLOSING)(scope, receive, send)
                raise  # the log has the cause

        kind = MEDIA_TYPE.encode()
        await rewritten(failing, scope, receive, sending, kind, page)

    def _is_a_person(self, scope: Scope) -> bool:
        path = scope["path"].removeprefix(self._prefix)
        return "text/html" in Headers(scope=scope).get("accept", "") and not path.startswith(
            PROGRAMS
        )

    def _page(self, scope: Scope, status: int, detail: str, wait: str) -> bytes:
        asked: dict[str, list[str]] = {}
        if scope["path"].removeprefix(self._prefix) == ASK:
            asked = parse_qs(scope["query_string"].decode("latin-1"))
        return plain_page(
            "refused.html",
            self._collection,
            f"{self._prefix}/",
            heading=HEADINGS.get(status, HTTPStatus(status).phrase),
            detail=detail,
            wait=wait if wait != "1" else "",
            elsewhere=self._address if status == HTTPStatus.MISDIRECTED_REQUEST else "",
            here=status != HTTPStatus.MISDIRECTED_REQUEST,
            typed=asked.get("q", [""])[0][: 2 * QUESTION_CHARACTERS],
            earlier=asked.get("earlier", [])[:EARLIER_QUESTIONS],
            longest=QUESTION_CHARACTERS,
        ).encode()
