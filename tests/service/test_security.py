"""Deny by default: what each origin may do on each route, and headers and paths for everyone."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpx
import pytest
from conftest import SITE
from fake import FakeAssistant
from starlette.testclient import TestClient

from server import create_app
from service.settings import Settings

KEY = "a key for the tests"
OWN, STRANGER, NULL = "itself", "https://stranger.example", "null"
EMBEDS, CALLS, READS = "https://e.example", "https://c.example", "https://r.example"
ORIGINS = (None, OWN, EMBEDS, CALLS, READS, STRANGER, NULL)
ASK = {"question": "What is the House Project?"}
CHAT = {"model": "insight", "messages": [{"role": "user", "content": "What is Pause?"}]}
PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}

# For each route: what it answers to no Origin, to the service's own, to a site that may embed,
# one that may call, one that may read, a stranger, and a page without an origin.
TABLE = {
    ("POST", "/api/ask"): (200, 200, 403, 200, 403, 403, 403),
    ("GET", "/api/documents"): (200, 200, 403, 403, 200, 403, 403),
    ("GET", "/api/documents/pause"): (200, 200, 403, 403, 200, 403, 403),
    ("GET", "/api/search?q=foster"): (200, 200, 403, 403, 200, 403, 403),
    ("GET", "/openapi.json"): (200, 200, 403, 403, 200, 403, 403),
    ("POST", "/v1/chat/completions"): (200, 200, 403, 200, 403, 403, 403),
    ("GET", "/v1/models"): (200, 200, 403, 200, 403, 403, 403),
    ("POST", "/mcp"): (200, 200, 403, 200, 403, 403, 403),
    ("GET", "/widget.js"): (200, 200, 200, 403, 403, 403, 403),
    ("GET", "/widget-frame.js"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/widget-sites"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/docs"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/healthz"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/readyz"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/metrics"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/config"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/embed/"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/embed/config"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/gradio_api/info"): (200, 200, 403, 403, 403, 403, 403),
    ("POST", "/gradio_api/queue/join"): (422, 422, 403, 403, 403, 403, 403),
}
BODIES = {"/api/ask": ASK, "/v1/chat/completions": CHAT, "/mcp": PING, "/gradio_api/queue/join": {}}


@pytest.fixture(scope="module")
def tabled(assistant: FakeAssistant) -> Iterator[TestClient]:
    settings = Settings.model_validate(
        {
            "sites": {EMBEDS: ["embed"], CALLS: ["call"], READS: ["read"]},
            "mcp": True,
            "openai_key": KEY,
        }
    )
    app = create_app(assistant, settings)
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        yield client


def ask(client: httpx.Client, method: str, path: str, origin: str | None) -> httpx.Response:
    headers = {"Authorization": f"Bearer {KEY}", "Accept": "application/json, text/event-stream"}
    if origin:
        headers["Origin"] = str(client.base_url).rstrip("/") if origin == OWN else origin
    return client.request(method, path, headers=headers, json=BODIES.get(path))


@pytest.mark.parametrize(("method", "path"), TABLE)
def test_each_origin_gets_what_the_table_says(tabled: httpx.Client, method: str, path: str) -> None:
    got = {origin: ask(tabled, method, path, origin) for origin in ORIGINS}
    assert tuple(reply.status_code for reply in got.values()) == TABLE[method, path]
    for origin, reply in got.items():
        shared = reply.status_code == 200 and origin in (CALLS, READS)
        assert reply.headers.get("access-control-allow-origin") == (origin if shared else None)
        assert "access-control-allow-credentials" not in reply.headers


def test_the_table_has_every_route_of_the_service(tabled: httpx.Client) -> None:
    listed = {path.partition("?")[0].replace("/pause", "/{id}") for _, path in TABLE}
    routes = set(flat_paths(tabled.app.routes))  # type: ignore[attr-defined]
    assert routes - listed == {"/docs/start.js", "/docs/swagger-ui.js", "/docs/swagger-ui.css"}


def flat_paths(routes: Iterable[Any]) -> Iterator[str]:
    """The paths of all routes; an included router is looked into, a mount is not."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from flat_paths(inner.routes)
        elif route.path:
            yield {"/embed": "/embed/"}.get(route.path, route.path)


@pytest.mark.parametrize(
    ("path", "method", "origin", "status"),
    [
        ("/api/ask", "POST", CALLS, 200),
        ("/api/ask", "POST", READS, 403),
        ("/api/ask", "POST", STRANGER, 403),
        ("/api/search", "GET", READS, 200),
        ("/api/search", "GET", CALLS, 403),
        ("/gradio_api/queue/join", "POST", CALLS, 403),
    ],
)
def test_a_preflight_is_answered_for_the_right_only(
    tabled: httpx.Client, path: str, method: str, origin: str, status: int
) -> None:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "content-type",
    }
    reply = tabled.options(path, headers=headers)
    assert reply.status_code == status
    assert reply.headers.get("access-control-allow-origin") == (origin if status == 200 else None)


@pytest.mark.parametrize("path", ["/", "/api/documents", "/docs", "/widget.js", "/nothing"])
def test_every_page_has_its_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'self'"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers
    assert "server" not in headers or "uvicorn" in headers["server"]


def test_the_frame_alone_may_be_held_by_the_listed_sites(client: httpx.Client) -> None:
    headers = client.get("/embed/").headers
    assert f"frame-ancestors 'self' {SITE}" in headers["content-security-policy"]
    assert "x-frame-options" not in headers
    assert client.get("/widget-sites").json() == {"sites": [SITE]}


def test_without_a_list_no_other_site_may_hold_or_load_anything(
    start: Callable[..., httpx.Client],
) -> None:
    client = start(page=True)
    policy = client.get("/embed/").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors 'self'")
    assert client.get("/widget.js").headers["cross-origin-resource-policy"] == "same-origin"
    unnamed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert client.get("/widget.js", headers=unnamed).status_code == 403
    assert client.get("/api/documents", headers=unnamed).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/upload",
        "/embed/gradio_api/upload",
        "/gradio_api/file=https://example.org/",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/proxy=https://example.org/",
        "/gradio_api/component_server",
        "/gradio_api/call/answer",
        "/gradio_api/stream/a/b/c",
        "/gradio_api/startup-events",
        "/gradio_api/runs",
        "/file=/etc/passwd",
        "/login",
        "/monitoring",
        "/assets/../config",
        "/?deep_link=x",
    ],
)
def test_what_the_page_does_not_need_is_not_there(client: httpx.Client, path: str) -> None:
    raw = httpx.URL(str(client.base_url).rstrip("/") + path.replace("..", "%2e%2e"))
    assert client.get(raw).status_code == 404
    assert client.post(raw, files={"files": b"x"}).status_code in (404, 405)


def test_another_host_name_is_refused(start: Callable[..., httpx.Client]) -> None:
    local = start()
    assert local.get("/api/documents", headers={"Host": "rebound.example"}).status_code == 421
    assert local.get("/healthz", headers={"Host": "rebound.example"}).status_code == 200
    named = start(address="https://insight.example")
    assert named.get("/api/documents", headers={"Host": "insight.example"}).status_code == 200
    assert named.get("/api/documents", headers={"Host": "other.example"}).status_code == 421


def test_forwarded_headers_of_strangers_change_nothing(client: httpx.Client) -> None:
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    for path in ("/", "/config"):
        assert "evil.example" not in client.get(path, headers=forged).text


def test_the_service_answers_under_its_public_path_only(
    start: Callable[..., httpx.Client],
) -> None:
    client = start(page=True, address="http://127.0.0.1/help/insight")
    for path in ("/", "/embed/", "/config", "/api/documents", "/widget.js", "/docs"):
        assert client.get("/help/insight" + path).status_code == 200
        assert client.get(path).status_code == 404
    assert client.get("/help/insightful/").status_code == 404
    assert client.get("/healthz").status_code == 200
    assert client.get("/help/insight/gradio_api/file=/etc/passwd").status_code == 404
    assert client.get("/help/insight/openapi.json").json()["servers"] == [{"url": "/help/insight"}]
