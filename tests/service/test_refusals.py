"""What a person's browser is shown where something is refused or fails, and what a program gets."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

Start = Callable[..., httpx.Client]
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
SLOW = {"per_address": {"a_minute": 1, "burst": 1}}


def test_a_refusal_is_a_page_for_a_person_and_a_problem_for_a_program(start: Start) -> None:
    client = start(page=True)
    page = client.get("/documents/nothing", headers=BROWSER)
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "<h1>There is nothing here</h1>" in page.text
    assert 'href="/documents"' in page.text
    assert page.headers["x-frame-options"] == "SAMEORIGIN"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert int(page.headers["content-length"]) == len(page.content)
    for headers, path in ((BROWSER, "/api/documents/nothing"), ({}, "/documents/nothing")):
        refused = client.get(path, headers=headers)
        assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "path", "more", "status", "said"),
    [
        ("GET", "/nothing", {}, 404, "There is nothing here"),
        ("GET", "/static/nothing", {}, 404, "There is nothing here"),
        ("GET", "/export", {}, 405, "done here"),
        ("POST", "/export", {"data": {"format": "md"}}, 422, "can&#39;t be used as it is"),
        ("POST", "/export", {"content": b"x" * 270_000}, 413, "That is too much at once"),
        ("GET", "/ask?q=break+down", {}, 500, "Something went wrong"),
        ("GET", "/ask", {"headers": {"Host": "another.example"}}, 421, "has another name"),
        ("GET", "/ask", {"headers": {"Origin": "https://x.example"}}, 403, "not open to you"),
    ],
)
def test_every_refusal_and_fault_is_a_calm_page(
    start: Start, method: str, path: str, more: dict[str, Any], status: int, said: str
) -> None:
    client = start(page=True)
    client.headers.update(BROWSER)
    page = client.request(method, path, **more)
    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert said in page.text
    assert "frame-ancestors" in page.headers["content-security-policy"]


def test_a_page_of_refusal_under_a_public_path_leads_back(start: Start) -> None:
    client = start(page=True, address="http://127.0.0.1/help/insight")
    client.headers.update(BROWSER)
    for path in ("/help/insight/documents/nothing", "/elsewhere"):
        page = client.get(path)
        assert page.status_code == 404
        assert '<form class="asking" action="/help/insight/ask"' in page.text
    page = client.get("/help/insight/ask", headers={"Host": "another.example"})
    assert '<a href="http://127.0.0.1/help/insight">' in page.text


def test_the_api_alone_has_no_pages(start: Start) -> None:
    refused = start().get("/nothing", headers=BROWSER)
    assert refused.headers["content-type"] == "application/problem+json"


def test_too_many_questions_on_the_plain_page_cost_neither_question_nor_conversation(
    start: Start, page: Page
) -> None:
    client = start(page=True, limits=SLOW)
    address = f"{client.base_url}/ask?earlier=What+is+Pause%3F&q="
    page.goto(f"{address}Who+runs+it%3F")
    page.goto(f"{address}And+%22where%22%3F")
    expect(page.get_by_role("heading", level=1)).to_have_text("Please wait a little")
    expect(page.get_by_role("alert")).to_contain_text("seconds it will work again")
    expect(page.get_by_label("Your question")).to_have_value('And "where"?')
    assert page.locator("input[name=earlier]").input_value() == "What is Pause?"
    expect(page.get_by_role("button", name="Ask")).to_have_css("color", "rgb(255, 255, 255)")
