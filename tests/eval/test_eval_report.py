from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect, sync_playwright

from eval_questions.record import record
from eval_questions.report import report, write_report
from eval_questions.run import Run
from tests.conftest import Opened
from tests.eval.conftest import STAMP
from tests.running import CHROMIUM, INSTALLED


@pytest.fixture(scope="module")
def content(run: Run, opened: Opened) -> dict[str, Any]:
    return record(run, STAMP, opened.assistant.collection)


@pytest.fixture(scope="module")
def requests() -> list[Request]:
    return []


@pytest.fixture(scope="module")
def page(
    content: dict[str, Any], tmp_path_factory: pytest.TempPathFactory, requests: list[Request]
) -> Iterator[Page]:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(content, path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=INSTALLED, args=CHROMIUM)
        page = browser.new_page(viewport={"width": 1100, "height": 900})
        page.on("request", lambda request: requests.append(request))
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(path.as_uri())
        yield page
        browser.close()


def test_nothing_is_fetched(page: Page, requests: list[Request]) -> None:
    page.wait_for_load_state("networkidle")
    assert [r.url for r in requests if not r.url.startswith("data:")] == [page.url]


def test_tables_plots_and_questions_are_there(page: Page, run: Run) -> None:
    assert page.locator("figure svg").count() == 4
    assert page.locator("#list > li").count() == len(run.outcomes)
    row = page.get_by_role("row", name="late").first
    assert row.locator("td").count() == 5
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_worst_stand_first(page: Page, content: dict[str, Any]) -> None:
    verdicts = page.locator("#list > li").evaluate_all("all => all.map(i => i.dataset.verdict)")
    missed = sum(bool(question["missed"]) for question in content["questions"])
    assert verdicts == ["missed"] * missed + ["complete"] * (len(verdicts) - missed)


def test_the_list_is_filtered(page: Page, content: dict[str, Any]) -> None:
    page.get_by_label("Category").select_option("near_miss")
    wanted = sum(question["category"] == "near_miss" for question in content["questions"])
    expect(page.locator("#count")).to_have_text(f"{wanted} of {len(content['questions'])}")
    assert page.locator("#list > li:visible").count() == wanted
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#list > li:visible")).to_have_count(len(content["questions"]))
    page.get_by_label("Words").fill(content["questions"][0]["id"])
    expect(page.locator("#list > li:visible")).to_have_count(1)
    page.get_by_role("button", name="Clear").click()


def test_the_keyboard_reaches_and_opens_a_question(page: Page) -> None:
    page.reload()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the questions")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(8):  # five filters, two buttons, the first question
        page.keyboard.press("Tab")
    expect(page.locator("summary").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("details").first).to_have_attribute("open", "")
    expect(page.locator("details").first).to_contain_text("Gold")


def test_on_paper_every_answer_is_open_and_the_filters_are_gone(page: Page) -> None:
    page.reload()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_markup_in_a_question_is_shown_and_not_run(content: dict[str, Any]) -> None:
    first = content["questions"][0] | {"text": "<script>alert(1)</script>"}
    page = report(content | {"questions": [first]})
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
