"""How quick the chat page is: `python -m benchmarks.page`, in headless Chromium on loopback.

Printed: requests and bytes of the first load, how far anything moved while it loaded (the sum of
layout shifts, 0 is none), and the milliseconds from Enter to the answer in the page, over 50
different questions, each in a conversation of its own.
"""

import os
from itertools import islice
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks.served import different_questions, serving

ASKED = 50
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SIZES = ((1280, 800), (320, 640))
SHIFTS = """window.moved = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved += entry.value;
}).observe({ type: "layout-shift", buffered: true })"""
WATCH = """() => {
  addEventListener("keydown", (event) => {
    if (event.key === "Enter") window.pressed = performance.now();
  }, true);
  new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length))
      requestAnimationFrame(() => setTimeout(() => (window.shown = performance.now())));
  }).observe(document.querySelector("#conversation"), { childList: true });
}"""
TAKEN = """() => new Promise((done) => {
  const look = () => (window.shown ? done(shown - pressed) : setTimeout(look, 20));
  look();
})"""


def main() -> None:
    """Measure and print."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with serving(page=True) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for width, height in SIZES:
            first_load(browser, address, width, height)
        page = opened(browser, address)
        page.evaluate(WATCH)
        questions = islice(different_questions(), ASKED)
        taken = [asked(page, question) for question in questions]
        p95 = quantiles(taken, n=20, method="inclusive")[18]
        print(f"Enter to answer, {ASKED} questions: median {median(taken):.0f} ms, 95th {p95:.0f}")
        browser.close()


def first_load(browser: Browser, address: str, width: int, height: int) -> None:
    """Print what the first load costs at one size of window."""
    seen: list[Request] = []
    page = browser.new_page(viewport={"width": width, "height": height})
    page.add_init_script(SHIFTS)
    page.on("requestfinished", lambda request: seen.append(request))
    page.goto(address)
    page.locator("body.ready").wait_for()
    page.wait_for_load_state("networkidle")
    sizes = [request.sizes() for request in seen]
    sent = sum(s["responseBodySize"] + s["responseHeadersSize"] for s in sizes)
    moved = page.evaluate("moved")
    print(f"{width} px: {len(seen)} requests, {sent / 1000:.0f} kB, layout shift {moved:.4f}")
    page.close()


def opened(browser: Browser, address: str) -> Page:
    """The chat page, ready for a question."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.locator("body.ready").wait_for()
    return page


def asked(page: Page, question: str) -> float:
    """Ask in a new conversation; the milliseconds from Enter until the answer is drawn."""
    if page.locator("#conversation > .turn").count():
        page.locator("#new").click()
    page.evaluate("window.shown = 0")
    page.locator("#question textarea").fill(question)
    page.keyboard.press("Enter")
    return float(page.evaluate(TAKEN))


if __name__ == "__main__":
    main()
