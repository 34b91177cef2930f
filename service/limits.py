"""How much may be sent and asked: sizes of bodies, and token buckets by address and by site."""

import math
import time
from collections import OrderedDict

from pyrate_limiter import Rate as BucketRate
from pyrate_limiter import RateItem, StateBucket, TokenBucket
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.problems import problem
from service.settings import Limits, Rate

BODY_BYTES = 256 * 1024  # the longest conversation, and no character of it in one byte
KEYS = 50_000
MINUTE = 60_000  # milliseconds, the library's unit
BODILESS = ("GET", "HEAD", "OPTIONS")
COSTLY = ("/api/", "/v1/", "/mcp", "/ask", "/export", "/feedback")
COSTLY_END = "/gradio_api/run/predict"  # the question of the page, and of the frame


class Buckets:
    """A token bucket for each key; the keys least lately seen are forgotten."""

    def __init__(self, rate: Rate, keys: int = KEYS) -> None:
        self._rates = [BucketRate(rate.a_minute, MINUTE, burst=rate.burst)]
        self._buckets: OrderedDict[str, StateBucket] = OrderedDict()
        self._keys = keys

    def wait(self, key: str) -> float:
        """Take a token for `key`: 0.0 where there was one, else the seconds until there is."""
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = StateBucket(self._rates, TokenBucket())
            if len(self._buckets) > self._keys:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(key)
        item = RateItem(key, int(time.monotonic() * 1000))
        if bucket.put(item):
            return 0.0
        wait = bucket.waiting(item)
        assert isinstance(wait, int)  # a bucket in memory never answers with an awaitable
        return wait / 1000


class Limited:
    """Pure ASGI: refuses bodies that are too large, too many requests, and too many at once."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self.app = app
        self._addresses, self._sites = Buckets(limits.per_address), Buckets(limits.per_site)
        self._at_once, self._waiting = 0, limits.waiting

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or let it through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        headers = Headers(scope=scope)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > BODY_BYTES:
            await self._refuse_size(scope, receive, send)
            return
        costly = path.startswith(COSTLY) or path.endswith(COSTLY_END)
        if not costly or scope["method"] == "OPTIONS":
            await self._sized(scope, receive, send)
            return
        client = scope["client"][0] if scope.get("client") else "unknown"
        wait = self._addresses.wait(client) or self._sites.wait(scope["insight.site"])
        if wait:
            response = problem(
                429,
                "Too many questions in a short time. Please wait a little and ask again.",
                path=path,
                headers={"Retry-After": str(math.ceil(wait))},
            )
            await response(scope, receive, send)
            return
        if self._at_once >= self._waiting:
            detail = "Too many people are asking at this moment. Please ask again."
            response = problem(503, detail, path=path, headers={"Retry-After": "1"})
            await response(scope, receive, send)
            return
        self._at_once += 1
        try:
            await self._sized(scope, receive, send)
        finally:
            self._at_once -= 1

    async def _sized(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the app on the body read whole: its length may be unstated, or a lie."""
        body, more = b"", scope["method"] not in BODILESS
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > BODY_BYTES:
                await self._refuse_size(scope, receive, send)
                return
        replayed = scope["method"] in BODILESS

        async def receiving() -> Message:
            nonlocal replayed
            if replayed:
                return await receive()
            replayed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self.app(scope, receiving, send)

    async def _refuse_size(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = problem(413, "The request is larger than the service takes.", path=scope["path"])
        await response(scope, receive, send)
