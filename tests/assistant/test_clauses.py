"""The questions that one sentence asks."""

import pytest

from assistant.language.clauses import clauses


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Who runs Pause?", ["Who runs Pause?"]),
        ("What is Pause and who funds it?", ["What is Pause", "who funds it?"]),
        (
            "How many hubs has No Wrong Door got, and who leads it?",
            ["How many hubs has No Wrong Door got", "who leads it?"],
        ),
        ("Who repays it, and at what rate?", ["Who repays it", "at what rate?"]),
        ("When and where was it set up?", ["When was it set up", "where was it set up?"]),
        (
            "How many cases were read and by whom?",
            ["How many cases were read", "by whom were cases read"],
        ),
        ("What did Leeds do and why?", ["What did Leeds do", "why did Leeds do it"]),
        (
            "If a placement breaks down, what happens and who pays?",
            ["If a placement breaks down, what happens", "who pays?"],
        ),
    ],
)
def test_the_questions_that_one_sentence_asks(text: str, asked: list[str]) -> None:
    assert clauses(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "When a child goes missing from care, who should be told?",
        "Is Pause in Leeds, where families live?",
    ],
)
def test_what_leads_up_to_a_question_or_follows_it_stays_with_it(text: str) -> None:
    assert clauses(text) == [text]
