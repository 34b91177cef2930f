"""Deny by default: what each origin may do on each route."""

from collections.abc import Iterable, Iterator
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from server import create_app
from service.settings import Settings
from tests.service.fake import FakeAssistant

KEY = "a key for the tests"
OWN, STRANGER, NULL = "itself", "https://stranger.example", "null"
EMBEDS, CALLS, READS = "https://e.example", "https://c.example", "https://r.example"
ORIGINS = (None, OWN, EMBEDS, CALLS, READS, STRANGER, NULL)
ASK = {"question": "What is the House Project?"}
CHAT = {"model": "insight", "messages": [{"role": "user", "content": "What is Pause?"}]}
TYPED = {"data": ["What is Pause?", "[]"], "fn_index": 0, "session_hash": "x"}
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
    ("GET", "/embed"): (200, 200, 403, 403, 403, 403, 403),  # sent on to the next
    ("GET", "/embed/"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/embed/config"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/gradio_api/info"): (200, 200, 403, 403, 403, 403, 403),
    ("POST", "/gradio_api/run/predict"): (200, 200, 403, 403, 403, 403, 403),
    ("POST", "/embed/gradio_api/run/predict"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/ask?q=What+is+Pause"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/documents"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/documents/pause"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/accessibility"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/how-it-works"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/picture"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/static/chat.js"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/static/accent.css"): (200, 200, 403, 403, 403, 403, 403),
    ("GET", "/static/logo"): (404, 404, 403, 403, 403, 403, 403),  # this collection has none
    ("POST", "/export"): (200, 200, 403, 403, 403, 403, 403),
    ("POST", "/feedback"): (200, 200, 403, 403, 403, 403, 403),
    ("POST", "/feedback/comment"): (404, 404, 403, 403, 403, 403, 403),  # on no verdict
}
BODIES = {
    "/api/ask": ASK,
    "/v1/chat/completions": CHAT,
    "/mcp": PING,
    "/gradio_api/run/predict": TYPED,
    "/embed/gradio_api/run/predict": TYPED,
}
FORMS = {
    "/export": {"question": "What is Pause?", "format": "md"},
    "/feedback": {"question": "What is Pause?", "helpful": "true"},
    "/feedback/comment": {"key": "none", "comment": "x"},
}


@pytest.fixture(scope="module")
def tabled(
    assistant: FakeAssistant, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    settings = Settings.model_validate(
        {
            "sites": {EMBEDS: ["embed"], CALLS: ["call"], READS: ["read"]},
            "mcp": True,
            "openai_key": KEY,
            "feedback": tmp_path_factory.mktemp("kept") / "feedback.sqlite",
        }
    )
    app = create_app(assistant, settings)
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        yield client


def ask(client: httpx.Client, method: str, path: str, origin: str | None) -> httpx.Response:
    headers = {"Authorization": f"Bearer {KEY}", "Accept": "application/json, text/event-stream"}
    if origin:
        headers["Origin"] = str(client.base_url).rstrip("/") if origin == OWN else origin
    return client.request(
        method, path, headers=headers, json=BODIES.get(path), data=FORMS.get(path)
    )


@pytest.mark.parametrize(("method", "path"), TABLE)
def test_each_origin_gets_what_the_table_says(tabled: httpx.Client, method: str, path: str) -> None:
    got = {origin: ask(tabled, method, path, origin) for origin in ORIGINS}
    assert tuple(reply.status_code for reply in got.values()) == TABLE[method, path]
    for origin, reply in got.items():
        shared = reply.status_code == 200 and origin in (CALLS, READS)
        assert reply.headers.get("access-control-allow-origin") == (origin if shared else None)
        assert "access-control-allow-credentials" not in reply.headers


def test_the_table_has_every_route_of_the_service(tabled: httpx.Client) -> None:
    named = {"/pause": "/{id}", "/chat.js": "/{name}"}
    listed = {path.partition("?")[0] for _, path in TABLE}
    for example, pattern in named.items():
        listed = {path.replace(example, pattern) for path in listed}
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
        ("/gradio_api/run/predict", "POST", CALLS, 403),
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
