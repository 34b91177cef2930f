"""A response in, held until it is whole, and another body out: what pure ASGI needs for that."""

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Rewrite = Callable[[Message, bytes], tuple[dict[bytes, bytes], bytes]]


async def rewritten(
    app: ASGIApp, scope: Scope, receive: Receive, send: Send, media_type: bytes, rewrite: Rewrite
) -> None:
    """Run `app`; a response of `media_type` is sent with the headers and body of `rewrite`.

    `rewrite` gets the response's start and its whole body; its headers are put over the others.
    """
    start: Message | None = None
    parts: list[bytes] = []

    async def sending(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            if dict(message["headers"]).get(b"content-type", b"").startswith(media_type):
                start = message
            else:
                await send(message)
            return
        if start is None:
            await send(message)
            return
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            over, body = rewrite(start, b"".join(parts))
            over = {**over, b"content-length": str(len(body)).encode()}
            headers = [(k, v) for k, v in start["headers"] if k not in over]
            await send({**start, "headers": [*headers, *over.items()]})
            await send({"type": "http.response.body", "body": body})

    await app(scope, receive, sending)
