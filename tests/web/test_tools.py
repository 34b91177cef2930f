from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordFile
from playwright.sync_api import BrowserContext, Page, expect

from assistant.assistant import Assistant
from tests.running import Running
from tests.web.conftest import ask, opened
from web.export import to_markdown, to_plain
from web.feedback import FeedbackStore

QUESTION = "What is the House Project?"


def test_copy_gives_the_answer_with_its_references(
    context: BrowserContext, server: Running, assistant: Assistant
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, server.address)
    ask(page, QUESTION)
    page.locator(".copy").click()
    expect(page.locator(".copy")).to_have_text("Copied")
    expected = to_plain(assistant.ask(QUESTION), assistant.collection)
    assert page.evaluate("navigator.clipboard.readText()") == expected
    assert "\n\nReferences\n[1] " in expected


def test_export_is_the_conversation_with_its_references(chat: Page, assistant: Assistant) -> None:
    ask(chat, QUESTION)
    ask(chat, "Where is the storyboard for Family Valued?")
    answers = [
        assistant.ask(QUESTION),
        assistant.ask("Where is the storyboard for Family Valued?", [QUESTION]),
    ]
    with chat.expect_download() as download:
        chat.locator('.export[value="md"]').click()
    assert Path(download.value.path()).read_text() == to_markdown(answers, assistant.collection)
    with chat.expect_download() as download:
        chat.locator('.export[value="docx"]').click()
    word = WordFile(BytesIO(Path(download.value.path()).read_bytes()))
    headings = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == [answer.question for answer in answers]
    text = "\n".join(p.text for p in word.paragraphs)
    for citation in answers[0].citations:
        assert f"“{citation.quote}”" in text
    links = {r.target_ref for r in word.part.rels.values() if r.is_external}
    assert {link.url for answer in answers for c in answer.citations for link in c.links} <= links


def test_a_verdict_and_its_comment_are_kept_without_an_address(
    chat: Page, assistant: Assistant, feedback_file: Path
) -> None:
    ask(chat, QUESTION)
    chat.locator(".helpful[value=no]").click()
    field = chat.get_by_label("Anything to add?")
    expect(field).to_be_focused()
    field.fill("Too short <b>")
    chat.keyboard.press("Enter")
    expect(chat.locator(".feedback")).to_have_text("Thank you: your comment is kept.")
    kept = FeedbackStore(feedback_file).all()[-1]
    answer = assistant.ask(QUESTION)
    assert (kept.question, kept.earlier, kept.status) == (QUESTION, (), answer.status.value)
    assert kept.documents == tuple(dict.fromkeys(c.document_id for c in answer.citations))
    assert (kept.helpful, kept.comment) == (False, "Too short <b>")
    assert b"127.0.0.1" not in feedback_file.read_bytes()


def test_browse_filters_and_opens_a_document(chat: Page, assistant: Assistant) -> None:
    chat.locator('[role="tab"]', has_text="Browse").click()
    items = chat.locator(".board li")
    expect(items).to_have_count(len(assistant.collection.documents))
    chat.get_by_label("Filter by a word or a name").fill("mockingbird")
    shown = [item.text_content() or "" for item in items.all() if item.is_visible()]
    assert 1 <= len(shown) < 6
    assert all("mockingbird" in text.lower() for text in shown)
    expect(chat.locator(".shown")).to_have_text(f"{len(shown)} found")
    with chat.context.expect_page() as page:
        chat.locator(".board a", has_text="Mockingbird").first.click()
    assert page.value.url.endswith("/documents/mockingbird")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_name_in_the_picture_is_asked_about(chat: Page, width: int) -> None:
    chat.set_viewport_size({"width": width, "height": 800})
    chat.locator('[role="tab"]', has_text="Connections").click()
    chat.locator(".drawing:visible .node", has_text="Mockingbird").first.click()
    chat.locator("#conversation > .turn").wait_for()
    asked = chat.locator(".turn h2").text_content() or ""
    assert "Mockingbird" in asked
    assert asked.startswith(("What is ", "Which projects learned from "))


def test_the_frame_has_a_heading_and_folds_its_sources(
    context: BrowserContext, server: Running
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 416, "height": 640})
    page.goto(server.address + "/embed/")
    page.locator("#conversation").wait_for(state="attached")
    assert page.locator("h1").count() == 1
    ask(page, QUESTION)
    expect(page.locator(".source").first).to_be_hidden()
    page.locator("a.marker").first.click()
    expect(page.locator(".source").first).to_be_visible()
    assert page.locator('[role="tab"]').count() == 0
