"""A real server on loopback with the security headers of the service, and a real Chromium."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.assistant import Assistant
from assistant.open import open_assistant
from server import create_app
from web.types import PageSettings

CSP = (
    b"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    b"img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    b"base-uri 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'self'"
)
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def strict(app: ASGIApp) -> ASGIApp:
    """The app under the service's content security policy."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"content-security-policy", CSP)]
            await send(message)

        await app(scope, receive, sending)

    return serve


class Running:
    """A server in a thread of its own, on a free port of this machine."""

    def __init__(self, app: FastAPI, port: int = 0) -> None:
        self._server = uvicorn.Server(
            uvicorn.Config(strict(app), port=port, log_level="warning", timeout_graceful_shutdown=1)
        )
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            self._thread.join(0.05)
        self.port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return open_assistant()


@pytest.fixture(scope="session")
def feedback_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("feedback") / "feedback.sqlite"


@pytest.fixture(scope="session")
def server(assistant: Assistant, feedback_file: Path) -> Iterator[Running]:
    running = Running(create_app(assistant, PageSettings(feedback=feedback_file)))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = CHROMIUM if Path(CHROMIUM).exists() else None
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def chat(context: BrowserContext, server: Running) -> Page:
    return opened(context, server.url)


def opened(context: BrowserContext, url: str) -> Page:
    """A chat page that is ready for a question."""
    page = context.new_page()
    page.goto(url)
    page.locator("#conversation").wait_for(state="attached")
    return page


def ask(page: Page, question: str) -> None:
    """Type a question, press Enter, and wait for its answer."""
    turns = page.locator("#conversation > .turn")
    before = turns.count()
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")
    turns.nth(before).wait_for()


Focused = Callable[[Page], str]


def focused(page: Page) -> str:
    """The id of the focused element; the name of its tag where it has none."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
