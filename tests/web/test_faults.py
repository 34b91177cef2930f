import time
from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from assistant.assistant import Assistant
from assistant.types import Answer, Status
from server import create_app
from tests.web.conftest import Running, ask, opened

QUESTION = "What is the House Project?"
LOST = "The connection is lost. Your question is still there: please try again in a moment."


def press_enter(page: Page, question: str) -> None:
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")


def test_an_over_long_question_is_refused_calmly_and_stays(chat: Page) -> None:
    press_enter(chat, "x" * 2001)
    expect(chat.locator("#fault")).to_contain_text("2,001 characters; the most is 2,000")
    expect(chat.locator("#question textarea")).to_have_value("x" * 2001)
    assert chat.locator("#conversation > .turn").count() == 0


def test_too_many_requests_is_said_and_the_next_try_goes_through(chat: Page) -> None:
    chat.route("**/queue/join*", lambda r: r.fulfill(status=429, headers={"Retry-After": "7"}))
    press_enter(chat, QUESTION)
    expect(chat.locator("#fault")).to_contain_text("please try again in 7 seconds")
    expect(chat.locator("#question textarea")).to_have_value(QUESTION)
    chat.unroute("**/queue/join*")
    chat.keyboard.press("Enter")
    chat.locator("#conversation > .turn").wait_for()
    expect(chat.locator("#fault")).to_have_text("")


@pytest.fixture
def other(assistant: Assistant) -> Iterator[Running]:
    running = Running(create_app(assistant))
    yield running
    running.stop()


def test_a_server_that_restarts_costs_neither_question_nor_conversation(
    context: BrowserContext, other: Running, assistant: Assistant
) -> None:
    page = opened(context, other.url)
    ask(page, "How is Pause kept faithful to its model?")
    other.stop()
    press_enter(page, "who runs it locally?")
    expect(page.locator("#fault")).to_have_text(LOST)
    expect(page.locator("#question textarea")).to_have_value("who runs it locally?")
    again = Running(create_app(assistant), other.port)
    page.keyboard.press("Enter")
    page.locator("#conversation > .turn").nth(1).wait_for()
    assert page.locator(".searched").text_content() == "who runs Pause locally?"
    again.stop()


def test_an_answer_that_breaks_off_keeps_the_conversation_over_the_reload(chat: Page) -> None:
    ask(chat, QUESTION)
    chat.route("**/queue/data*", lambda r: r.abort())
    press_enter(chat, "What is Pause?")
    chat.wait_for_event("load")
    chat.unroute("**/queue/data*")
    chat.locator("#conversation > .turn").wait_for()
    assert chat.locator(".turn h2").all_text_contents() == [QUESTION]
    expect(chat.locator("#question textarea")).to_have_value("What is Pause?")
    assert chat.evaluate("sessionStorage.length") == 0


class Slow:
    """What takes two seconds to answer."""

    def __init__(self, assistant: Assistant) -> None:
        self.collection = assistant.collection

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        time.sleep(2)
        return Answer(question, question, Status.SMALL_TALK, "At last.")


def test_stop_is_offered_for_a_slow_answer_and_keeps_the_question(
    context: BrowserContext, assistant: Assistant
) -> None:
    running = Running(create_app(Slow(assistant)))
    page = opened(context, running.url)
    expect(page.locator("#stop")).to_be_hidden()
    press_enter(page, QUESTION)
    page.locator("#stop").click()
    expect(page.locator("#fault")).to_have_text("Stopped. Your question is still there.")
    page.wait_for_timeout(2500)
    assert page.locator("#conversation > .turn").count() == 0
    expect(page.locator("#question textarea")).to_have_value(QUESTION)
    ask(page, "And now?")
    assert page.locator("#conversation .text").text_content() == "At last.\n"
    running.stop()
