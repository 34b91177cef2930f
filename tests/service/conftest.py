"""A real server on loopback for the service's tests, and a real browser."""

import re
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from server import create_app
from service.settings import Settings
from tests.running import launch, serving
from tests.service.fake import FakeAssistant
from widget.demo import ExampleSite

SITE = "https://allowed.example"
Open = Callable[..., Page]
ANOTHER_PORT, ANOTHER_ADDRESS = "127.0.0.1", "127.0.0.2"
on_both = pytest.mark.parametrize("site", [ANOTHER_ADDRESS, ANOTHER_PORT], indirect=True)


@pytest.fixture(scope="session")
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def start(assistant: FakeAssistant) -> Iterator[Callable[..., httpx.Client]]:
    """Starts services, each with the given settings; without the page unless it is asked for."""
    stack = []

    def start_one(asked: FakeAssistant = assistant, **settings: Any) -> httpx.Client:
        app = create_app(asked, Settings.model_validate({"page": False, **settings}))
        manager = serving(app)
        client = httpx.Client(base_url=manager.__enter__(), timeout=20)
        stack.append((manager, client))
        return client

    yield start_one
    for manager, client in reversed(stack):
        client.close()
        manager.__exit__(None, None, None)


@pytest.fixture(scope="session")
def client(assistant: FakeAssistant) -> Iterator[httpx.Client]:
    """The service whole, with one site that has every right, for tests that change nothing."""
    settings = Settings.model_validate(
        {
            "sites": {SITE: ["embed", "call", "read"]},
            "mcp": True,
            "openai_key": "a key for the tests",
            "limits": {"per_address": {"a_minute": 60_000, "burst": 10_000}},
        }
    )
    app = create_app(assistant, settings)
    with serving(app) as address, httpx.Client(base_url=address, timeout=20) as client:
        yield client


@pytest.fixture(scope="module")  # its event loop is in the way of others while it is open
def chromium() -> Iterator[BrowserType]:
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="module")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    with launch(chromium) as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, assistant: FakeAssistant) -> Iterator[ExampleSite]:
    """The example site, and behind it a service that lets it embed."""
    with ExampleSite(getattr(request, "param", ANOTHER_ADDRESS), 0) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        settings = Settings.model_validate({"sites": {origin(site): ["embed"]}})
        with serving(create_app(assistant, settings)) as site.insight:
            yield site
        site.shutdown()


def origin(site: ExampleSite) -> str:
    host, port = site.server_address[:2]
    return f"http://{host!s}:{port}"


@pytest.fixture
def host(site: ExampleSite, page: Page) -> Iterator[Open]:
    """Opens the example site, its script's `data-` attributes replaced by those given."""
    original = site.page

    def open_page(data: str | None = None) -> Page:
        if data is not None:
            site.page = re.sub(r"async data-[^>]*>", f"async {data}>", original)
        page.goto(origin(site))
        return page

    yield open_page
    site.page = original
