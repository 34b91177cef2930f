import re

from playwright.sync_api import Page, expect

from assistant.assistant import Assistant
from tests.web.conftest import ask, focused

QUESTION = "how did others adapt Mockingbird?"
LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]"
LISTEN = f"""() => {{
  window.heard = [];
  for (const region of document.querySelectorAll("{LIVE}"))
    new MutationObserver(() => region.textContent.trim() && heard.push(region.textContent))
      .observe(region, {{childList: true, characterData: true, subtree: true}});
}}"""


def test_a_marker_leads_to_its_highlighted_sentence_and_esc_back(
    chat: Page, assistant: Assistant
) -> None:
    ask(chat, QUESTION)
    first = assistant.ask(QUESTION).citations[0]
    chat.locator("a.marker", has_text="[1]").first.click()
    assert re.fullmatch(r"t[0-9a-f]{8}-q1", focused(chat))
    assert chat.evaluate("document.activeElement.textContent") == first.quote
    assert chat.evaluate("Boolean(document.activeElement.closest('mark'))")
    expect(chat.locator(":focus")).to_be_in_viewport()
    chat.keyboard.press("Escape")
    assert re.fullmatch(r"t[0-9a-f]{8}-m1", focused(chat))


def test_the_quoted_sentence_stands_in_its_passage_with_title_board_kind_year_and_links(
    chat: Page, assistant: Assistant
) -> None:
    ask(chat, QUESTION)
    first = assistant.ask(QUESTION).citations[0]
    source = chat.locator(".source").first
    assert source.locator("blockquote").text_content() == first.passage
    assert first.title in (source.text_content() or "")
    facts = source.locator(".facts").text_content() or ""
    assert first.board in facts
    assert "2017" in facts
    assert [link.url for link in first.links] == [
        link.get_attribute("href") for link in source.locator(".links a").all()[:-1]
    ]


def test_a_follow_up_is_asked_in_its_conversation_and_earlier_sources_stay(
    chat: Page, assistant: Assistant
) -> None:
    first, second = "How is Pause kept faithful to its model?", "who runs it locally?"
    ask(chat, first)
    ask(chat, second)
    expected = assistant.ask(second, [first])
    assert chat.locator(".turn .searched").last.text_content() == expected.searched_for
    assert chat.locator("#conversation > .turn").count() == 2
    chat.locator(".turn").first.locator("a.marker").first.click()
    assert (
        chat.evaluate("document.activeElement.textContent")
        == assistant.ask(first).citations[0].quote
    )


def test_enter_asks_and_shift_enter_starts_a_line(chat: Page) -> None:
    field = chat.locator("#question textarea")
    field.fill("Pause")
    chat.keyboard.press("Shift+Enter")
    assert field.input_value() == "Pause\n"
    assert chat.locator("#conversation > .turn").count() == 0
    chat.keyboard.press("Enter")
    chat.locator("#conversation > .turn").wait_for()
    expect(field).to_have_value("")
    expect(field).to_be_focused()


def test_examples_suggestions_and_the_searched_text_are_asked(chat: Page) -> None:
    chat.locator(".examples button", has_text="Compare No Wrong Door").click()
    chat.locator("#conversation > .turn").wait_for()
    assert chat.locator(".turn h2").text_content() == "Compare No Wrong Door and Right Home"
    expect(chat.locator(".turn table th[scope=row]")).to_have_count(2)
    expect(chat.locator("#start")).to_be_hidden()


def test_text_that_was_searched_for_can_be_edited_and_asked_again(chat: Page) -> None:
    ask(chat, "How is Pause kept faithful to its model?")
    ask(chat, "who runs it locally?")
    chat.locator(".edit").click()
    field = chat.locator("#question textarea")
    expect(field).to_have_value("who runs Pause locally?")
    expect(field).to_be_focused()
    field.fill("who runs Mockingbird locally?")
    chat.keyboard.press("Enter")
    expect(chat.locator(".turn h2").last).to_have_text("who runs Mockingbird locally?")
    assert chat.locator("#conversation > .turn").count() == 3


def test_a_new_conversation_starts_empty_and_knows_nothing_of_the_last(chat: Page) -> None:
    ask(chat, "How is Pause kept faithful to its model?")
    chat.locator("#new").click()
    expect(chat.locator("#conversation > .turn")).to_have_count(0)
    expect(chat.locator("#start")).to_be_visible()
    expect(chat.locator("#question textarea")).to_be_focused()
    expect(chat.locator("#earlier textarea")).to_have_value("[]")
    ask(chat, "How is Pause kept faithful to its model?")  # the same again is shown again
    assert chat.locator("#conversation > .turn").count() == 1


def test_an_answer_is_announced_once(chat: Page) -> None:
    chat.evaluate(LISTEN)
    ask(chat, "What is the House Project?")
    chat.wait_for_timeout(300)
    heard = chat.evaluate("window.heard")
    assert len(heard) == 1
    assert heard[0].startswith("Answered from the boards. 1 source. The House Project")


def test_nothing_of_the_conversation_is_kept_in_the_browser(chat: Page) -> None:
    ask(chat, QUESTION)
    kept = chat.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert "Mockingbird" not in kept
