"""Who may come in: hosts, and origins by their right; and headers on every page."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from service.health import PATHS as HEALTH
from service.problems import problem
from service.settings import Right, Settings

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'self'; form-action 'self'; object-src 'none'; frame-src 'none'; "
    "frame-ancestors {ancestors}"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
RIGHTS: tuple[tuple[re.Pattern[str], Right], ...] = (
    (re.compile(r"/api/ask|/v1/.*|/mcp"), "call"),
    (re.compile(r"/api/documents(/.*)?|/api/search|/openapi\.json"), "read"),
    (re.compile(r"/widget\.js"), "embed"),
)
HOLDER = "insight-site"  # in the frame's requests: the site that holds the frame
OWN = "itself"
FORWARDED = (b"x-forwarded-", b"forwarded", b"x-gradio-server", b"x-real-ip")


def route_path(scope: Scope) -> str:
    """The path within the service, its public prefix left out."""
    return str(scope["path"]).removeprefix(scope.get("root_path", "")) or "/"


def right_for(path: str) -> Right | None:
    """The right that another site needs for a path; None where no right opens it."""
    return next((right for pattern, right in RIGHTS if pattern.fullmatch(path)), None)


class Forwarded:
    """Pure ASGI: the client's address from trusted proxies; no other forwarded header remains."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        trusted = [str(network) for network in settings.trusted_proxies]
        self._through = ProxyHeadersMiddleware(self._clean, trusted)  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through with its true client and clean headers."""
        await self._through(scope, receive, send)  # type: ignore[arg-type]

    async def _clean(self, scope: Scope, receive: Receive, send: Send) -> None:
        if "headers" in scope:
            scope["headers"] = [h for h in scope["headers"] if not h[0].startswith(FORWARDED)]
        await self.app(scope, receive, send)


class Prefixed:
    """Pure ASGI: the service under its public path; health also without it."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self.app, self._prefix = app, prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through where it stands under the prefix."""
        if scope["type"] != "lifespan" and scope["path"] not in HEALTH:
            if not f"{scope['path']}/".startswith(f"{self._prefix}/"):
                await problem(404, "There is nothing at this address.")(scope, receive, send)
                return
            scope["root_path"] = self._prefix
        await self.app(scope, receive, send)


class Headed:
    """Pure ASGI: security headers on every response; only `/embed/` may be framed elsewhere."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self._prefix = app, settings.prefix
        self._embed = " ".join(("'self'", *settings.origins("embed")))
        self._widget = "cross-origin" if settings.origins("embed") else "same-origin"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through and head its response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(self._prefix)
        embed = path == "/embed" or path.startswith("/embed/")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Content-Security-Policy"] = CSP.format(
                    ancestors=self._embed if embed else "'self'"
                )
                headers["Cross-Origin-Resource-Policy"] = (
                    self._widget if path == "/widget.js" else "same-origin"
                )
                if not embed:
                    headers["X-Frame-Options"] = "SAMEORIGIN"
                if path.startswith(("/api/", "/v1/", "/mcp")):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, sending)


class Gate:
    """Pure ASGI: refuses a wrong Host, and every other site that has not the route's right."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or let it through."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if scope["type"] == "websocket":  # the service has none
            await send({"type": "websocket.close", "code": 1008})
        elif refusal:
            await refusal(scope, receive, send)
        else:
            scope["insight.site"] = self._site(Headers(scope=scope), scope["scheme"])
            await self.app(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers, path = Headers(scope=scope), route_path(scope)
        host = headers.get("host", "")
        if path not in HEALTH and not self._settings.answers_to(host):
            detail = "This service has another name: set `address` in its settings to this one."
            return problem(421, detail, path=path)
        site = headers.get("origin")
        right = right_for(path)
        if site is None:
            if self._is_silent_subresource(headers, path):
                return problem(403, "Other sites may not load this.", path=path)
            return None
        if self._is_self(site, host, scope["scheme"]):
            return None
        if right is None or site not in self._settings.origins(right):
            detail = f"The site {site[:200]} may not use this: its keepers allow it in `sites`."
            return problem(403, detail, path=path)
        return None

    def _site(self, headers: Headers, scheme: str) -> str:
        """The site whose visitor this is: the Origin, or what holds the frame, or the service."""
        site, holder = headers.get("origin"), headers.get(HOLDER)
        if site and not self._is_self(site, headers.get("host", ""), scheme):
            return site
        return holder if holder in self._settings.origins("embed") else OWN

    def _is_self(self, site: str, host: str, scheme: str) -> bool:
        """Whether an Origin is the service's own, under the name it was asked by."""
        address = self._settings.address
        if address and site == "://".join(urlsplit(address)[:2]):
            return True
        return site == f"{scheme}://{host}"

    def _is_silent_subresource(self, headers: Headers, path: str) -> bool:
        """Whether another site's page loads this as an image, script or the like, unnamed."""
        other = headers.get("sec-fetch-site") in ("cross-site", "same-site")
        if not other or headers.get("sec-fetch-mode") == "navigate":
            return False
        return not (path == "/widget.js" and self._settings.origins("embed"))
