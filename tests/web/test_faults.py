import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from assistant.assistant import Assistant
from assistant.types import Answer, Status
from index.types import Hit
from service.questions import EARLIER_QUESTIONS
from tests.running import Running
from tests.web.conftest import ask, opened, page_of

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
    chat.route("**/run/predict*", lambda r: r.fulfill(status=429, headers={"Retry-After": "7"}))
    press_enter(chat, QUESTION)
    expect(chat.locator("#fault")).to_contain_text("please try again in 7 seconds")
    expect(chat.locator("#question textarea")).to_have_value(QUESTION)
    chat.unroute("**/run/predict*")
    chat.keyboard.press("Enter")
    chat.locator("#conversation > .turn").wait_for()
    expect(chat.locator("#fault")).to_have_text("")


@pytest.fixture
def other(assistant: Assistant) -> Iterator[Running]:
    running = page_of(assistant)
    yield running
    running.stop()


def test_a_server_that_restarts_costs_neither_question_nor_conversation(
    context: BrowserContext, other: Running, assistant: Assistant
) -> None:
    page = opened(context, other.address)
    ask(page, "How is Pause kept faithful to its model?")
    other.stop()
    press_enter(page, "who runs it locally?")
    expect(page.locator("#fault")).to_have_text(LOST)
    expect(page.locator("#question textarea")).to_have_value("who runs it locally?")
    again = page_of(assistant, other.port)
    page.keyboard.press("Enter")
    page.locator("#conversation > .turn").nth(1).wait_for()
    assert page.locator(".searched").text_content() == "who runs Pause locally?"
    again.stop()


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"status": 200, "body": '{"data": ["half'}, LOST),
        ({"status": 500, "body": "{}"}, "Something went wrong. Your question is still there"),
    ],
)
def test_an_answer_that_breaks_off_costs_neither_question_nor_conversation(
    chat: Page, broken: dict[str, Any], said: str
) -> None:
    ask(chat, QUESTION)
    chat.route("**/run/predict*", lambda r: r.fulfill(**broken))
    press_enter(chat, "What is Pause?")
    expect(chat.locator("#fault")).to_contain_text(said)
    chat.unroute("**/run/predict*")
    assert chat.locator(".turn h2").all_text_contents() == [QUESTION]
    expect(chat.locator("#question textarea")).to_have_value("What is Pause?")
    chat.keyboard.press("Enter")
    chat.locator("#conversation > .turn").nth(1).wait_for()


def test_a_conversation_has_an_end_and_says_so(chat: Page) -> None:
    for _ in range(EARLIER_QUESTIONS + 1):
        ask(chat, "Thank you")
    press_enter(chat, QUESTION)
    expect(chat.locator("#fault")).to_contain_text("please start a new one")
    expect(chat.locator("#question textarea")).to_have_value(QUESTION)
    chat.locator("#new").click()
    ask(chat, QUESTION)


class Slow:
    """What takes a second to answer."""

    def __init__(self, assistant: Assistant) -> None:
        self.collection = assistant.collection

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        time.sleep(1)
        return Answer(question, question, Status.SMALL_TALK, "At last.")

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        return []


def test_stop_is_offered_for_a_slow_answer_and_keeps_the_question(
    context: BrowserContext, assistant: Assistant
) -> None:
    running = page_of(Slow(assistant))
    page = opened(context, running.address)
    expect(page.locator("#stop")).to_be_hidden()
    press_enter(page, QUESTION)
    page.locator("#stop").click()
    expect(page.locator("#fault")).to_have_text("Stopped. Your question is still there.")
    page.wait_for_timeout(1300)
    assert page.locator("#conversation > .turn").count() == 0
    expect(page.locator("#question textarea")).to_have_value(QUESTION)
    ask(page, "And now?")
    assert page.locator("#conversation .text").text_content() == "At last.\n"
    running.stop()
