"""A real server on loopback for the service's tests, and a real browser."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import uvicorn
from fake import FakeAssistant
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from server import create_app
from service.settings import Settings

CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
SITE = "https://allowed.example"


@contextmanager
def serving(app: Any, host: str = "127.0.0.1") -> Iterator[str]:
    """The address of an app served by uvicorn in a thread, from its start to its clean end."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, 0))
        port = listener.getsockname()[1]
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
            )
        )
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        deadline = time.monotonic() + 20
        while not server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.01)
        yield f"http://{host}:{port}"
        server.should_exit = True
        thread.join(10)


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


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
    with chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM) as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()
