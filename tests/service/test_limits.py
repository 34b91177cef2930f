"""Rates, sizes and the number at once, as the server itself enforces them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.limits import Buckets
from service.settings import Rate
from tests.service.fake import FakeAssistant

ASK = {"question": "What is the House Project?"}
SLOW = {"a_minute": 1, "burst": 3}
PLENTY = {"a_minute": 6000, "burst": 1000}
KEY = "a key for the tests"
TYPED = {"data": ["What is Pause?", "[]"], "fn_index": 0, "session_hash": "x"}
CHAT = {"model": "insight", "messages": [{"role": "user", "content": "What is Pause?"}]}
PING = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
ANSWERING: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/api/ask", {"json": ASK}),
    ("GET", "/api/search?q=foster", {}),
    ("POST", "/v1/chat/completions", {"json": CHAT}),
    ("POST", "/mcp", {"json": PING}),
    ("POST", "/gradio_api/run/predict", {"json": TYPED}),
    ("POST", "/embed/gradio_api/run/predict", {"json": TYPED}),
    ("GET", "/ask?q=What+is+Pause", {}),
    ("POST", "/export", {"data": {"question": "What is Pause?", "format": "md"}}),
    ("POST", "/feedback", {"data": {"question": "What is Pause?", "helpful": "true"}}),
    ("POST", "/feedback/comment", {"data": {"key": "none", "comment": "x"}}),
]


def ask(client: httpx.Client, **headers: str) -> httpx.Response:
    return client.post(
        "/api/ask", json=ASK, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def test_an_address_that_asks_too_fast_is_asked_to_wait(start: Callable[..., httpx.Client]) -> None:
    client = start(limits={"per_address": SLOW})
    assert [ask(client).status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = ask(client)
    assert refused.headers["content-type"] == "application/problem+json"
    assert 55 <= int(refused.headers["retry-after"]) <= 60
    assert refused.json()["detail"].startswith("Too many questions")
    assert client.get("/healthz").status_code == 200


def test_a_stranger_cannot_choose_its_address(start: Callable[..., httpx.Client]) -> None:
    client = start(limits={"per_address": SLOW})
    seen = [ask(client, X_Forwarded_For=f"192.0.2.{n}").status_code for n in range(4)]
    assert seen == [200, 200, 200, 429]


def test_a_trusted_proxy_tells_the_address(start: Callable[..., httpx.Client]) -> None:
    client = start(limits={"per_address": SLOW}, trusted_proxies=["127.0.0.0/8"])
    one = [ask(client, X_Forwarded_For="192.0.2.1").status_code for _ in range(4)]
    assert one == [200, 200, 200, 429]
    assert ask(client, X_Forwarded_For="192.0.2.2").status_code == 200
    # What the visitor wrote itself stands left of what the proxy saw, and is not believed.
    assert ask(client, X_Forwarded_For="192.0.2.9, 192.0.2.1").status_code == 429


def test_a_site_has_a_limit_of_its_own(start: Callable[..., httpx.Client]) -> None:
    sites = {"https://a.example": ["call"], "https://b.example": ["call"]}
    client = start(limits={"per_address": PLENTY, "per_site": SLOW}, sites=sites)
    of_one = [ask(client, Origin="https://a.example").status_code for _ in range(4)]
    assert of_one == [200, 200, 200, 429]
    refused = ask(client, Origin="https://a.example")
    assert refused.headers["access-control-allow-origin"] == "https://a.example"
    assert ask(client, Origin="https://b.example").status_code == 200
    assert ask(client).status_code == 200


def test_a_site_that_holds_the_frame_is_limited_by_what_its_visitors_ask_there(
    start: Callable[..., httpx.Client],
) -> None:
    sites = {"https://a.example": ["embed"], "https://b.example": ["embed"]}
    limits = {"per_address": PLENTY, "per_site": SLOW}
    client = start(page=True, limits=limits, sites=sites)

    def seen(site: str) -> list[int]:
        address, headers = "/embed/gradio_api/run/predict", {"Insight-Site": site}
        return [client.post(address, json=TYPED, headers=headers).status_code for _ in range(4)]

    assert seen("https://a.example") == [200, 200, 200, 429]
    assert seen("https://b.example") == [200, 200, 200, 429]
    assert seen("https://unlisted.example") == [200, 200, 200, 429]  # the service's own bucket
    assert ask(client).status_code == 429


def test_every_route_that_answers_is_limited_by_address_and_by_site(
    start: Callable[..., httpx.Client], tmp_path: Path
) -> None:
    sites = [f"https://{number}.example" for number in range(9 * len(ANSWERING))]
    client = start(
        page=True, mcp=True, openai_key=KEY, feedback=tmp_path / "kept.sqlite",
        sites={site: ["embed"] for site in sites}, trusted_proxies=["127.0.0.0/8"],
        limits={"per_address": SLOW, "per_site": SLOW},
    )  # fmt: skip
    addresses = iter(f"192.0.2.{number}" for number in range(255))
    holders = iter(sites)

    def refused(method: str, path: str, more: Any, address: str | None, site: str | None) -> bool:
        headers = {
            "Authorization": f"Bearer {KEY}",
            "Accept": "application/json, text/event-stream",
            "X-Forwarded-For": address or next(addresses),
            "Insight-Site": site or next(holders),
        }
        return client.request(method, path, headers=headers, **more).status_code == 429

    for route in ANSWERING:
        one, other = next(addresses), next(holders)
        of_one = [refused(*route, one, None) for _ in range(4)]
        of_other = [refused(*route, None, other) for _ in range(4)]
        assert of_one == of_other == [False, False, False, True], route
        assert not refused(*route, None, None)


def test_a_large_body_is_refused_stated_or_not(client: httpx.Client) -> None:
    large = b'{"question": "' + b"x" * 270_000 + b'"}'

    def in_parts() -> Iterator[bytes]:
        for start in range(0, len(large), 10_000):
            yield large[start : start + 10_000]

    headers = {"Content-Type": "application/json"}
    for content in (large, in_parts()):
        reply = client.post("/api/ask", content=content, headers=headers)
        assert (reply.status_code, reply.json()["status"]) == (413, 413)
    page = client.post("/gradio_api/run/predict", content=large, headers=headers)
    assert page.status_code == 413


def test_more_at_once_than_may_wait_are_sent_away(start: Callable[..., httpx.Client]) -> None:
    client = start(FakeAssistant(seconds=0.3), limits={"waiting": 2, "per_address": PLENTY})
    while client.get("/readyz").status_code != 200:
        pass
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda _: ask(client), range(6)))
    assert sorted(reply.status_code for reply in replies) == [200, 200, 503, 503, 503, 503]
    assert {reply.headers.get("retry-after") for reply in replies if reply.status_code == 503} == {
        "1"
    }


def test_the_least_lately_seen_key_is_forgotten() -> None:
    buckets = Buckets(Rate(a_minute=1, burst=1), keys=2)
    assert [buckets.wait(key) for key in ("a", "b")] == [0.0, 0.0]
    assert buckets.wait("a") == pytest.approx(60, abs=0.1)
    assert buckets.wait("c") == 0.0  # b goes
    assert buckets.wait("a") > 0
    assert buckets.wait("b") == 0.0
