import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer, Citation, Status
from web.feedback import FeedbackStore, exported, gaps, to_jsonl
from web.markdown import is_safe_link, to_html
from web.render import highlighted, turn

ATTACK = "<img src=x onerror=alert(1)> ![a](https://x.example/a.png) [b](javascript:alert(1))"


def test_markdown_becomes_html_and_known_markers_become_links() -> None:
    html = to_html("**A** says “b” [1]. [7]\n\n- c [1]", {1}, lambda n: f"<a>[{n}]</a>")
    assert html == (
        "<p><strong>A</strong> says “b” <a>[1]</a>. [7]</p>\n<ul>\n<li>c <a>[1]</a></li>\n</ul>\n"
    )


def test_a_table_with_a_blank_heading_has_headed_rows() -> None:
    html = to_html("| | |\n|---|---|\n| **A** | b |", set(), str)
    assert "<thead" not in html
    assert '<th scope="row"><strong>A</strong></th>\n<td>b</td>' in html


def test_no_html_no_picture_and_no_script_address_gets_through() -> None:
    html = to_html(ATTACK, set(), str)
    assert "<img" not in html
    assert 'href="javascript' not in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//x.example"]
)
def test_only_http_https_and_mailto_are_links(url: str) -> None:
    assert not is_safe_link(url)


def cited(number: int, start: int, end: int, text: str) -> Citation:
    return Citation(number, "d", "D", "B", "", "k", text[start:end], start, end, text, ())


def test_overlapping_quotes_are_each_marked_and_reachable() -> None:
    text = "one two three"
    html = highlighted(text, text, [cited(1, 0, 7, text), cited(2, 4, 13, text)], "t")
    assert html == (
        '<mark><span id="t-q1" tabindex="-1">one </span></mark>'
        '<mark><span id="t-q2" tabindex="-1">two</span></mark><mark> three</mark>'
    )


def test_a_turn_is_one_line_with_every_text_escaped(assistant: Assistant) -> None:
    answer = assistant.ask("What is the House Project?")
    bad = replace(
        answer, question=ATTACK, searched_for=ATTACK, text=ATTACK, suggestions=(ATTACK,),
        status=Status.PARTLY,
    )  # fmt: skip
    html = turn(bad, assistant.collection, "t1", feedback=True)
    assert "\n" not in html
    assert "<img" not in html
    assert "Partly covered by the boards" in html


def test_declined_questions_are_listed_as_gaps(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path / "kept" / "feedback.sqlite")
    assert store.all() == []
    store.add(Answer("q1", "q1", Status.ANSWERED, "a"), [], True)
    key = store.add(Answer("q2", "q2 in full", Status.NOT_COVERED, "no"), ["q1"], False)
    assert store.comment(key, "please add")
    assert not store.comment("0" * 32, "nobody's")
    assert [item.comment for item in store.all()] == ["", "please add"]
    assert gaps(store.all()) == "q2 in full\n"
    assert exported(tmp_path / "kept" / "feedback.sqlite", declined=True) == "q2 in full\n"
    assert [json.loads(line)["helpful"] for line in to_jsonl(store.all()).splitlines()] == [
        True,
        False,
    ]
