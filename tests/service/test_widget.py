"""The widget in a real browser, on a host page of another origin: another port, another address."""

import gzip
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import serving
from fake import FakeAssistant
from playwright.sync_api import Browser, Page, Request, expect

from server import create_app
from service.settings import Settings
from widget.demo import ExampleSite

WIDGET = Path(__file__).parents[2] / "widget"
QUESTION = "What is the House Project?"
PAUSE = "How is Pause kept faithful to its model?"
Open = Callable[..., Page]


ANOTHER_PORT, ANOTHER_ADDRESS = "127.0.0.1", "127.0.0.2"
on_both = pytest.mark.parametrize("site", [ANOTHER_ADDRESS, ANOTHER_PORT], indirect=True)


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, assistant: FakeAssistant) -> Iterator[ExampleSite]:
    """The example site, and behind it a service that lets it embed."""
    with ExampleSite(getattr(request, "param", ANOTHER_ADDRESS), 0) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        settings = Settings.model_validate({"sites": {origin(site): ["embed"]}})
        with serving(create_app(assistant, settings)) as site.insight:
            yield site
        site.shutdown()


def origin(site: ExampleSite) -> str:
    host, port = site.server_address[:2]
    return f"http://{host!s}:{port}"


@pytest.fixture
def host(site: ExampleSite, page: Page) -> Iterator[Open]:
    """Opens the example site, its script's `data-` attributes replaced by those given."""
    original = site.page

    def open_page(data: str | None = None) -> Page:
        if data is not None:
            site.page = re.sub(r"async data-[^>]*>", f"async {data}>", original)
        page.goto(origin(site))
        return page

    yield open_page
    site.page = original


def ask(page: Page, question: str) -> None:
    frame = page.frame_locator("insight-widget iframe")
    frame.get_by_role("textbox").fill(question)
    frame.get_by_role("textbox").press("Enter")


@on_both
def test_a_question_is_answered_in_the_frame_and_esc_gives_the_focus_back(host: Open) -> None:
    page = host()
    launcher = page.get_by_role("button", name="Ask the boards")
    launcher.click()
    frame = page.frame_locator("insight-widget iframe")
    expect(frame.get_by_role("textbox")).to_be_focused()
    ask(page, QUESTION)
    expect(frame.get_by_text("[1]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(launcher).to_be_focused()
    page.keyboard.press("Enter")  # the conversation is still there
    expect(frame.get_by_text("[1]").first).to_be_visible()
    expect(frame.get_by_role("textbox")).to_be_focused()


def test_esc_and_the_close_button_work_from_the_panel_itself(host: Open) -> None:
    page = host()
    launcher = page.get_by_role("button", name="Ask the boards")
    for key in ("Escape", "Enter"):
        launcher.click()
        expect(page.frame_locator("insight-widget iframe").get_by_role("textbox")).to_be_focused()
        page.get_by_role("button", name="Close").focus()
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(launcher).to_be_focused()


def test_before_the_first_click_only_the_script_is_fetched(site: ExampleSite, host: Open) -> None:
    seen: list[Request] = []
    page = host("")
    page.on("request", lambda request: seen.append(request))
    page.goto(origin(site))
    page.get_by_role("button", name="Ask a question").wait_for()
    page.wait_for_timeout(300)
    ours = [request.url for request in seen if request.url.startswith(site.insight)]
    assert ours == [f"{site.insight}/widget.js"]


def test_the_host_keeps_its_styles_shortcuts_and_cookies(site: ExampleSite, host: Open) -> None:
    page = host()
    measure = """() => [...document.querySelectorAll('body, main, h1, p, button, input')]
        .map(e => [JSON.stringify(e.getBoundingClientRect()),
                   Array.from(getComputedStyle(e), k => getComputedStyle(e)[k]).join()])"""
    with_widget = page.evaluate(measure)
    page.get_by_role("button", name="Ask the boards").click()
    expect(page.frame_locator("insight-widget iframe").get_by_role("textbox")).to_be_focused()
    ask(page, QUESTION)
    expect(page.frame_locator("insight-widget iframe").get_by_text("[1]").first).to_be_visible()
    assert page.evaluate(measure) == with_widget
    page.evaluate("addEventListener('keydown', e => window.pressed = e.key)")
    page.get_by_label("A field of the site itself").press("Escape")
    assert page.evaluate("window.pressed") == "Escape"
    expect(page.get_by_role("dialog")).to_be_visible()  # an Esc outside is the host's own
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
    page.route("**/widget.js", lambda route: route.abort())
    page.goto(origin(site))
    assert page.evaluate(measure) == with_widget


def test_the_page_can_open_ask_and_hear_through_the_script_api(host: Open) -> None:
    page = host()
    page.evaluate("""() => { window.heard = [];
        for (const name of ['open', 'ready', 'close'])
            document.addEventListener('insight:' + name, e => heard.push([name, e.detail])) }""")
    page.get_by_role("button", name=PAUSE).click()
    frame = page.frame_locator("insight-widget iframe")
    expect(frame.get_by_text("[1]").first).to_be_visible()
    expect(frame.get_by_text(PAUSE).first).to_be_visible()
    page.evaluate("Insight.close()")
    expect(page.get_by_role("button", name=PAUSE)).to_be_focused()
    page.evaluate("Insight.open()")
    assert page.evaluate("heard") == [
        ["open", None],
        ["ready", None],
        ["close", None],
        ["open", None],
    ]


def test_the_attributes_set_place_label_greeting_colour_and_language(host: Open) -> None:
    page = host(
        'data-position="left" data-accent="rgb(90, 20, 90)" data-lang="cy" data-greeting="Shwmae"'
    )
    launcher = page.get_by_role("button", name="Gofyn cwestiwn")
    expect(launcher).to_have_css("background-color", "rgb(90, 20, 90)")
    assert launcher.bounding_box()["x"] == 16  # type: ignore[index]
    launcher.click()
    expect(page.get_by_text("Shwmae")).to_be_visible()
    expect(page.get_by_role("button", name="Cau")).to_be_visible()
    expect(page.locator("insight-widget")).to_have_attribute("lang", "cy")


def test_an_attribute_is_never_more_than_its_text(host: Open) -> None:
    page = host(
        'data-accent="red}body{display:none" data-label="&lt;b&gt;x" data-position="0;top:0"'
    )
    launcher = page.get_by_role("button", name="<b>x")
    expect(launcher).to_have_css("background-color", "rgb(29, 79, 145)")
    expect(page.get_by_role("heading")).to_be_visible()


def test_a_button_of_the_page_can_open_it_instead(host: Open) -> None:
    page = host('data-button="h1"')
    page.get_by_role("heading").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate("Insight.close()")
    assert page.locator("insight-widget button:visible").count() == 0


def test_on_a_phone_it_fills_the_screen_with_a_way_back(host: Open) -> None:
    page = host()
    page.set_viewport_size({"width": 360, "height": 640})
    page.get_by_role("button", name="Ask the boards").click()
    assert page.get_by_role("dialog").bounding_box() == {
        "x": 0,
        "y": 0,
        "width": 360,
        "height": 640,
    }
    back = page.get_by_role("button", name="Close")
    assert back.bounding_box()["height"] >= 44  # type: ignore[index]
    back.click()
    expect(page.get_by_role("heading")).to_be_visible()


def test_axe_finds_nothing_on_host_launcher_and_panel(host: Open) -> None:
    page = host()
    page.get_by_role("button", name="Ask the boards").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Ask the boards").click()
    expect(page.frame_locator("insight-widget iframe").get_by_role("textbox")).to_be_focused()
    assert violations(page) == []


def violations(page: Page) -> list[str]:
    """What axe finds in the page's own document; the frame's page has tests of its own."""
    found = Axe().run(page, options={"iframes": False}).response["violations"]
    return [violation["id"] for violation in found]


@on_both
def test_a_site_that_is_not_listed_gets_neither_script_nor_frame(
    site: ExampleSite, page: Page
) -> None:
    with ExampleSite(site.server_address[0], 0, site.insight) as stranger:  # type: ignore[arg-type]
        threading.Thread(target=stranger.serve_forever, daemon=True).start()
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text))
        page.goto(origin(stranger))
        page.evaluate(
            """insight => new Promise(done => { const frame = document.createElement('iframe');
            frame.src = insight + '/embed/'; frame.onload = done; document.body.append(frame) })""",
            site.insight,
        )
        assert any("frame-ancestors" in error for error in errors), errors
        assert page.frames[1].url in ("chrome-error://chromewebdata/", "")
        fetched = page.evaluate(
            "insight => fetch(insight + '/api/documents').then(() => 'read', () => 'refused')",
            site.insight,
        )
        assert fetched == "refused"
        stranger.shutdown()


def test_the_frame_hears_only_the_page_that_holds_it(site: ExampleSite, host: Open) -> None:
    page = host()
    page.get_by_role("button", name="Ask the boards").click()
    frame = page.frame_locator("insight-widget iframe")
    expect(frame.get_by_role("textbox")).to_be_focused()
    forged = "window.postMessage({insight: 'ask', text: 'What is Pause?'}, '*')"
    page.frames[1].evaluate(forged)
    page.wait_for_timeout(300)
    expect(frame.get_by_role("textbox")).to_have_value("")
    page.evaluate("window.postMessage('insight:close', '*')")  # not the frame: not believed
    page.wait_for_timeout(100)
    expect(page.get_by_role("dialog")).to_be_visible()


def test_without_scripts_there_is_a_link(browser: Browser, site: ExampleSite) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(origin(site))
        link = page.get_by_role("link", name="Ask Insight a question")
        assert link.get_attribute("href") == f"{site.insight}/ask"


def test_the_script_is_small() -> None:
    assert len(gzip.compress((WIDGET / "widget.js").read_bytes(), 9)) <= 4096
