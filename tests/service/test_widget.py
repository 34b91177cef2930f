"""The widget in a real browser, on a host page of another origin: another port, another address."""

import gzip
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, expect

from tests.service.conftest import Open, on_both, origin
from tests.service.fake import FakeAssistant
from widget.demo import ExampleSite

WIDGET = Path(__file__).parents[2] / "widget"
QUESTION = "What is the House Project?"
PAUSE = "How is Pause kept faithful to its model?"


def ask(page: Page, question: str) -> None:
    frame = page.frame_locator("insight-widget iframe")
    frame.get_by_role("textbox").fill(question)
    frame.get_by_role("textbox").press("Enter")


def first_marker(page: Page) -> Locator:
    frame = page.frame_locator("insight-widget iframe")
    return frame.locator("a.marker", has_text="[1]").first


@on_both
def test_a_question_is_answered_in_the_frame_and_esc_gives_the_focus_back(host: Open) -> None:
    page = host()
    launcher = page.get_by_role("button", name="Ask the boards")
    launcher.click()
    frame = page.frame_locator("insight-widget iframe")
    expect(frame.get_by_role("textbox")).to_be_focused()
    ask(page, QUESTION)
    expect(first_marker(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(launcher).to_be_focused()
    page.keyboard.press("Enter")  # the conversation is still there
    expect(first_marker(page)).to_be_visible()
    expect(frame.get_by_role("textbox")).to_be_focused()


@on_both
def test_a_citation_is_followed_within_the_frame_and_its_document_opens_beside(
    host: Open, assistant: FakeAssistant
) -> None:
    page = host()
    launcher = page.get_by_role("button", name="Ask the boards")
    launcher.click()
    ask(page, QUESTION)
    frame = page.frame_locator("insight-widget iframe")
    marker = first_marker(page)
    expect(frame.locator("mark")).to_be_hidden()
    marker.click()
    citation = assistant.ask(QUESTION).citations[0]
    expect(frame.locator(":focus")).to_have_text(citation.quote)
    expect(frame.locator("mark")).to_be_in_viewport()
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="in full").click()
    assert opened.value.url.endswith(f"/documents/{citation.document_id}")
    opened.value.close()
    page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(launcher).to_be_focused()


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
    expect(first_marker(page)).to_be_visible()
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
    expect(first_marker(page)).to_be_visible()
    expect(frame.get_by_role("heading", name=PAUSE)).to_be_visible()
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


def test_the_script_is_small() -> None:
    assert len(gzip.compress((WIDGET / "widget.js").read_bytes(), 9)) <= 4096
