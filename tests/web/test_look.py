"""What the page does on its way to the eye: it stays where it is, fits, and prints whole."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.running import Running
from tests.web.conftest import ask, opened

SHIFTS = """window.moved = []; new PerformanceObserver((list) => {
  for (const { value, sources, hadRecentInput } of list.getEntries())
    if (!hadRecentInput) moved.push([value, ...sources.map(({ node }) => node?.id)]);
}).observe({ type: "layout-shift", buffered: true })"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGES = ["ask", "ask?q=Compare+No+Wrong+Door+and+Right+Home", "documents", "documents/mockingbird",
         "accessibility", "how-it-works", "picture", "documents/nothing"]  # fmt: skip


@pytest.mark.parametrize("address", ["/", "/embed/"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (768, 1024), (320, 640)])
def test_nothing_moves_while_the_page_loads(
    browser: Browser, server: Running, address: str, width: int, height: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(SHIFTS)
    page = opened(context, server.address + address)
    expect(page.locator("#foot")).to_be_visible()
    page.wait_for_load_state("networkidle")
    if address == "/":
        page.get_by_role("tab", name="Browse").click()
        page.locator(".board").first.wait_for()
    assert page.evaluate("moved") == []
    context.close()


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, server: Running) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for address in PAGES:
        page.goto(f"{server.address}/{address}")
        assert page.evaluate(SIDEWAYS) == 0, address
    page.goto(f"{server.address}/picture")
    drawing = page.locator(".drawing:visible")
    assert drawing.evaluate("(box) => box.scrollWidth - box.clientWidth") == 0
    context.close()


def test_a_marker_moves_the_panel_of_sources_and_not_the_page(chat: Page) -> None:
    ask(chat, "Which projects work with adopted children or adopters?")
    expect(chat.locator("h2.question")).to_be_in_viewport()
    chat.locator("a.marker").last.click()
    expect(chat.locator(":focus")).to_be_in_viewport()
    expect(chat.locator("h2.question")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 320])
def test_on_paper_stand_the_answer_all_its_sources_and_where_links_lead(
    browser: Browser, server: Running, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme="dark")
    page = opened(context, server.address)
    ask(page, "How did others adapt Mockingbird?")
    page.emulate_media(media="print", color_scheme="dark")
    for source in page.locator(".source").all():
        expect(source.locator("blockquote")).to_be_visible()
    for gone in ("#composer", ".tools", ".suggestions", ".feedback", "[role=tablist]", ".controls"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".answer .text")).to_have_css("color", "rgb(28, 31, 35)")
    expect(page.locator("mark").first).to_have_css("text-decoration-line", "underline")
    after = "(link) => getComputedStyle(link, '::after').content"
    assert "springconsortium.com" in page.locator(".source .links a").first.evaluate(after)
    context.close()


def test_a_printed_conversation_begins_on_its_first_sheet(
    context: BrowserContext, server: Running, tmp_path: Path
) -> None:
    page = opened(context, server.address)
    ask(page, "How did others adapt Mockingbird?")
    ask(page, "Compare No Wrong Door and Right Home")
    sheets = re.findall(rb"/Type /Page\b", page.pdf(format="A4"))
    assert 2 <= len(sheets) <= 4
