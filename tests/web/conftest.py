"""The service whole over the real assistant, in a real Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from assistant.assistant import Assistant
from assistant.open import open_assistant
from server import create_app
from service.desk import Asked
from service.settings import Settings
from tests.running import Running, launch

PLENTY = {"per_address": {"a_minute": 60_000, "burst": 10_000}}


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return open_assistant()


@pytest.fixture(scope="session")
def feedback_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("feedback") / "feedback.sqlite"


@pytest.fixture(scope="session")
def server(assistant: Assistant, feedback_file: Path) -> Iterator[Running]:
    running = page_of(assistant, feedback=feedback_file)
    yield running
    running.stop()


@pytest.fixture(scope="module")  # its event loop is in the way of others while it is open
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, launch(playwright.chromium) as browser:
        yield browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def chat(context: BrowserContext, server: Running) -> Page:
    return opened(context, server.address)


def page_of(asked: Asked, port: int = 0, feedback: Path | None = None) -> Running:
    """The service as it is deployed, over an assistant."""
    settings = Settings.model_validate({"feedback": feedback, "limits": PLENTY})
    return Running(create_app(asked, settings), port=port)


def opened(context: BrowserContext, url: str) -> Page:
    """A chat page that is ready for a question."""
    page = context.new_page()
    page.goto(url)
    page.locator("#conversation").wait_for(state="attached")
    page.locator("h1").first.wait_for()
    return page


def ask(page: Page, question: str) -> None:
    """Type a question, press Enter, and wait for its answer."""
    turns = page.locator("#conversation > .turn")
    before = turns.count()
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")
    turns.nth(before).wait_for()


def focused(page: Page) -> str:
    """The id of the focused element; the name of its tag where it has none."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
