"""The questions that one sentence asks, and what is told of each."""

import pytest

from assistant.assistant import Assistant
from assistant.language.clauses import clauses
from assistant.types import Status


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
        ("How long is it, and over what period?", ["How long is it", "over what period is it"]),
        ("When and where was it set up?", ["When was it set up", "where was it set up?"]),
        (
            "How many cases were read and by whom?",
            ["How many cases were read", "by whom were cases read"],
        ),
        (
            "Which tools do they offer, and for how long?",
            ["Which tools do they offer", "for how long do they offer tools"],
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


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("How many carers joined Mockingbird, and during which years?", "during which years"),
        ("Where is Right Home and since when has it run?", "since when has it run"),
        ("What is a hub carer and how much is she paid?", "how much is a hub carer paid"),
        ("what is co-production and who does it?", "what is co-production"),
        (
            "whats systemic practice and why would i want it",
            "what systemic practice is or why you would want systemic practice",
        ),
    ],
)
def test_of_two_that_are_asked_the_untold_one_is_said_to_be_so(
    boards: Assistant, question: str, untold: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    unsaid = next(part for part in answer.text.split("\n\n") if " say " in part)
    assert untold in unsaid
    assert answer.citations


def test_what_points_back_within_one_question_stays_in_it(boards: Assistant) -> None:
    question = "What is fidelity and how much can we change a model before it stops working?"
    assert boards.ask(question).status is Status.ANSWERED
