"""Headers, names and paths: what everyone gets, and what no one does."""

from collections.abc import Callable

import httpx
import pytest

from tests.service.conftest import SITE


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
        "/gradio_api/queue/join",
        "/gradio_api/queue/data",
        "/gradio_api/cancel",
        "/gradio_api/heartbeat/x",
        "/gradio_api/app_id",
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
