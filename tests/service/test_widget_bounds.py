"""What the widget keeps to: whom it serves, whom it hears, and what an attribute can do."""

import threading

from playwright.sync_api import Browser, Page, expect

from tests.service.conftest import Open, on_both, origin
from widget.demo import ExampleSite


def test_an_attribute_is_never_more_than_its_text(host: Open) -> None:
    page = host(
        'data-accent="red}body{display:none" data-label="&lt;b&gt;x" data-position="0;top:0"'
    )
    launcher = page.get_by_role("button", name="<b>x")
    expect(launcher).to_have_css("background-color", "rgb(29, 79, 145)")
    expect(page.get_by_role("heading")).to_be_visible()


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


@on_both
def test_what_is_asked_in_the_frame_counts_for_the_site_that_holds_it(
    site: ExampleSite, host: Open
) -> None:
    page = host()
    page.get_by_role("button", name="Ask the boards").click()
    field = page.frame_locator("insight-widget iframe").get_by_role("textbox")
    expect(field).to_be_focused()
    field.fill("What is Pause?")
    with page.expect_request("**/run/predict*") as asked:
        field.press("Enter")
    assert asked.value.headers["insight-site"] == origin(site)


def test_without_scripts_there_is_a_link(browser: Browser, site: ExampleSite) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(origin(site))
        link = page.get_by_role("link", name="Ask Insight a question")
        assert link.get_attribute("href") == f"{site.insight}/ask"
