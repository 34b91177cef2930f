"""Gradio's page with our own head: language, title, styles, scripts, and a way on without them."""

import re
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.whole import rewritten

REMOTE = re.compile(rb'<meta\s+(?:property="og:|name="twitter:)[^>]*>')  # names other sites


@dataclass(frozen=True, slots=True)
class Shell:
    """Pure ASGI: a mounted Gradio app whose page gets `head`, and `body` before its content."""

    app: ASGIApp
    head: bytes
    body: bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; only a page of HTML is changed on its way back."""
        if scope["type"] == "http" and scope["method"] == "GET":
            await rewritten(self.app, scope, receive, send, b"text/html", self._page)
        else:
            await self.app(scope, receive, send)

    def _page(self, start: Message, page: bytes) -> tuple[dict[bytes, bytes], bytes]:
        page = REMOTE.sub(b"", page)
        page = page.replace(b"</head>", self.head + b"</head>", 1)
        return {}, page.replace(b"<gradio-app", self.body + b"<gradio-app", 1)
