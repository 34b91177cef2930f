from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.running import Running
from tests.web.conftest import ask, focused, opened

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
LOOKS = [("light", 1280, 800), ("dark", 1280, 800), ("light", 320, 640), ("light", 320, 256)]
# 320 by 256 is what a window of 1280 by 1024 holds at 400% zoom.
PAGES = ["ask", "ask?q=Compare+No+Wrong+Door+and+Right+Home", "documents", "documents/mockingbird",
         "accessibility", "how-it-works", "picture", "documents/nothing"]  # fmt: skip


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong, each rule with its first element."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found = page.evaluate("axe.run().then((result) => result.violations)")
    return [f"{item['id']}: {item['nodes'][0]['html']}" for item in found]


@pytest.mark.parametrize(("scheme", "width", "height"), LOOKS)
def test_axe_finds_nothing_on_the_chat_page(
    browser: Browser, server: Running, scheme: str, width: int, height: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # for axe itself
    )
    page = opened(context, server.address)
    found = {"empty": violations(page)}
    ask(page, "how did others adapt Mockingbird?")
    found["answered"] = violations(page)
    page.locator("a.marker").first.click()
    found["source open"] = violations(page)
    ask(page, "Compare No Wrong Door and Right Home")
    ask(page, "Who won the 2018 World Cup?")
    found["table and declined"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator('[role="tab"]', has_text="Browse").click()
    page.locator(".board").first.wait_for()
    found["browse"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert found == {name: [] for name in found}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_plain_pages_and_in_the_frame(
    browser: Browser, server: Running, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    found = {}
    for address in PAGES:
        page.goto(f"{server.address}/{address}")
        found[address] = violations(page)
    frame = opened(context, server.address + "/embed/")
    ask(frame, "What is the House Project?")
    found["embed"] = violations(frame)
    context.close()
    assert found == {name: [] for name in found}


def test_the_keyboard_alone_asks_opens_a_source_comes_back_and_exports(chat: Page) -> None:
    def tab_to(selector: str, backwards: bool = False) -> None:
        for _ in range(60):
            if chat.evaluate("(s) => document.activeElement.matches(s)", selector):
                return
            chat.keyboard.press("Shift+Tab" if backwards else "Tab")
        pytest.fail(f"no way by Tab to {selector}")

    tab_to("#question textarea")
    chat.keyboard.type("What is the House Project?")
    chat.keyboard.press("Enter")
    chat.locator("#conversation > .turn").wait_for()
    tab_to("a.marker", backwards=True)
    chat.keyboard.press("Enter")
    assert focused(chat).endswith("-q1")
    chat.keyboard.press("Escape")
    assert focused(chat).endswith("-m1")
    tab_to('button.export[value="docx"]')
    with chat.expect_download() as download:
        chat.keyboard.press("Enter")
    assert download.value.suggested_filename == "conversation.docx"


def test_markers_are_large_enough_to_touch(chat: Page) -> None:
    ask(chat, "how did others adapt Mockingbird?")
    for marker in chat.locator("a.marker").all():
        box = marker.bounding_box()
        assert box is not None
        assert box["width"] >= 24
        assert box["height"] >= 24
