import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

from assistant.assistant import Assistant
from assistant.types import Answer, Status
from corpus.types import Collection
from service.questions import EARLIER_QUESTIONS
from tests.running import Running
from web.pages import router
from web.quality import Quality, accepted_quality


@dataclass(frozen=True)
class Fixed:
    """What says the same to every question."""

    collection: Collection

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        return Answer(question, question, Status.SMALL_TALK, "The same.")


def test_without_scripts_a_question_a_follow_up_and_a_source(
    browser: Browser, server: Running, assistant: Assistant
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address)
    page.get_by_label("Your question").fill("How is Pause kept faithful to its model?")
    page.keyboard.press("Enter")
    page.get_by_label("Ask a follow-up question").fill("who runs it locally?")
    page.keyboard.press("Enter")
    assert page.locator(".searched").text_content() == "who runs Pause locally?"
    first = assistant.ask("How is Pause kept faithful to its model?").citations[0]
    page.locator("a.marker").first.click()
    assert page.url.endswith("#t1-q1")
    assert page.locator("#t1-q1").text_content() == first.quote
    page.get_by_role("link", name="in full").first.click()
    assert page.url == f"{server.address}/documents/{first.document_id}"
    with page.expect_download() as download:
        page.go_back()
        page.locator('.exporting button[value="md"]').click()
    assert download.value.suggested_filename == "conversation.md"
    context.close()


def test_every_document_has_its_own_address(server: Running, assistant: Assistant) -> None:
    with httpx.Client(base_url=server.address) as client:
        for document in assistant.collection.documents:
            page = client.get(f"documents/{document.id}")
            assert page.status_code == 200
            for link in document.links:
                assert link.url.replace("&", "&amp;") in page.text


@pytest.mark.parametrize(
    "address",
    ["documents/nothing", "documents/..%2f..%2fui.py", "static/pages.py", "static/nothing"],
)
def test_what_is_not_there_is_a_404(server: Running, address: str) -> None:
    assert httpx.get(f"{server.address}/{address}").status_code == 404


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_a_person_types_is_never_markup(server: Running, attack: str) -> None:
    page = httpx.get(server.address + "/ask", params={"q": attack, "earlier": attack}).text
    assert "<script" not in page
    assert "<img" not in page


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"format": "md"}, 422), ({"question": "x", "format": "exe"}, 422),
     ({"question": " ", "format": "md"}, 422), ({"question": "x" * 2001, "format": "md"}, 422)],
)  # fmt: skip
def test_a_wrong_export_is_refused(server: Running, fields: dict[str, str], status: int) -> None:
    assert httpx.post(server.address + "/export", data=fields).status_code == status


def test_a_long_question_stays_in_the_form(server: Running) -> None:
    page = httpx.get(server.address + "/ask", params={"q": "y" * 2001})
    assert page.status_code == 422
    assert 'value="' + "y" * 2001 in page.text


def test_the_plain_page_too_has_a_conversation_of_twenty_one_questions(server: Running) -> None:
    earlier = ["Thank you"] * EARLIER_QUESTIONS
    address = server.address + "/ask"
    assert httpx.get(address, params={"q": "And?", "earlier": earlier}).status_code == 200
    page = httpx.get(address, params={"q": "And?", "earlier": [*earlier, "One more?"]})
    assert page.status_code == 422
    assert "please start a new one" in page.text
    assert '<a href="ask">New conversation</a>' in page.text


def test_the_logo_and_the_accent_come_from_the_collection(
    assistant: Assistant, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    settings = assistant.collection.settings
    file = replace(settings.collection, accent="#0b6b3a", logo="logo.svg")
    other = replace(settings, collection=file)
    collection = replace(assistant.collection, settings=other, logo=logo)
    app = FastAPI()
    app.include_router(router(Fixed(collection)))
    client = TestClient(app)
    assert client.get("/static/accent.css").text == ":root{--accent-given:#0b6b3a}"
    assert client.get("/static/logo").headers["content-type"] == "image/svg+xml"


def test_figures_are_shown_for_just_the_collection_that_was_measured(
    assistant: Assistant, tmp_path: Path
) -> None:
    collection, kept = assistant.collection, tmp_path / "baseline.json"
    values = {"assistant": {"exact": {"a": 1.0, "b": 0.5, "c": None}, "words": {"a": 9.0}}}
    kept.write_text(json.dumps({"stamp": {"corpus": collection.digest}, "values": values}))
    line = "75% of quotations were the source's own words, letter for letter."
    assert accepted_quality(collection, kept) == Quality(2, (line,))
    assert accepted_quality(replace(collection, digest="another"), kept) is None
    assert accepted_quality(collection, tmp_path / "nothing.json") is None


def test_nothing_is_loaded_from_elsewhere(browser: Browser, server: Running) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address)
    page.locator("#conversation").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert asked
    assert all(url.startswith((server.address, "data:", "blob:")) for url in asked)
    context.close()
