"""Gradio's page with our own head: language, title, styles, scripts, and a way on without them."""

import re
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

REMOTE = re.compile(rb'<meta\s+(?:property="og:|name="twitter:)[^>]*>')  # names other sites


@dataclass(frozen=True, slots=True)
class Shell:
    """Pure ASGI: a mounted Gradio app whose page gets `head`, and `body` before its content."""

    app: ASGIApp
    head: bytes
    body: bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; only a page of HTML is changed on its way back."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        parts: list[bytes] = []

        async def sending(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if not dict(message["headers"]).get(b"content-type", b"").startswith(b"text/html"):
                    await send(message)
                else:
                    start = message
            elif start is None:
                await send(message)
            else:
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    await self._finish(start, b"".join(parts), send)

        await self.app(scope, receive, sending)

    async def _finish(self, start: Message, page: bytes, send: Send) -> None:
        page = REMOTE.sub(b"", page)
        page = page.replace(b"</head>", self.head + b"</head>", 1)
        page = page.replace(b"<gradio-app", self.body + b"<gradio-app", 1)
        headers = [(k, v) for k, v in start["headers"] if k != b"content-length"]
        headers.append((b"content-length", str(len(page)).encode()))
        await send({**start, "headers": headers})
        await send({"type": "http.response.body", "body": page})
