"""Judgements and results: told only where a text gives one."""

import pytest

from assistant.assistant import Assistant
from assistant.language.answer_kinds import lacks_judgement
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Did it work?", True),
        ("which one would suit us", True),
        ("what happened to the women after", True),
        ("Who trained the staff?", True),
        ("How did they get other councils to take it up?", True),
        ("how do they help each other", True),
        ("Who trains foster carers?", False),
        ("how does a family get to use it", False),
        ("Who works there?", False),
        ("Is there a programme made for social work?", False),
    ],
)
def test_what_asks_for_a_judgement(question: str, lacks: bool) -> None:
    assert lacks_judgement(question, "Its team is trained and works with women.") is lacks


def test_a_result_is_one() -> None:
    assert not lacks_judgement("Did it work?", "There is a 15% drop in numbers.")


@pytest.mark.parametrize(
    ("question", "earlier"),
    [
        ("what happened to the women after", ["whats pause"]),
        ("does it keep families together", ["what is fdac"]),
        ("and did it work?", ["what does the doncaster project do"]),
        ("do they work?", ["NIS"]),
        ("which one would suit a london borough", ["family safeguarding vs focus on practice"]),
        ("which of those have evidence of savings", ["options for reducing numbers in care"]),
        ("which of them has got results", ["which ones are about domestic abuse"]),
        ("Does any of the projects report a negative or null finding?", []),
        ("adoption - time to placement improved?", []),
        ("who employs the pod workers in Project Crewe", []),
        ("how many children are in care in England?", []),
    ],
)
def test_what_is_only_on_the_subject_is_no_result(
    boards: Assistant, question: str, earlier: list[str]
) -> None:
    assert boards.ask(question, earlier).status is Status.PARTLY


@pytest.mark.parametrize("question", ["attachment theory", "Who uses mindfulness?"])
def test_another_topics_sentence_is_not_called_the_nearest(
    boards: Assistant, question: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is not Status.ANSWERED
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "What went wrong? I want to hear about failures, not just the good news",
        "What works for reducing children going missing?",
        "How long does it take before you see results?",  # guidance tells of no time
        "Who paid for all this?",  # for the whole Programme, not for one of its projects
        "Who paid for all this programme and how much was it?",
    ],
)
def test_of_results_failures_and_money_of_the_whole_nothing_is_told(
    boards: Assistant, question: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert "The boards don't" in answer.text


def test_whether_it_is_in_the_programme_is_quoted_only_where_that_is_asked(
    boards: Assistant,
) -> None:
    note = "It's All About Me is not part of the Innovation Programme."
    paid = boards.ask("How much did It's All About Me cost?")
    assert note not in [citation.quote for citation in paid.citations]
    asked = boards.ask("Is It's All About Me part of the Programme?")
    assert note in [citation.quote for citation in asked.citations]


def test_figures_are_told_by_those_that_hold_one(boards: Assistant) -> None:
    answer = boards.ask("Which of the projects report quantitative outcome figures?")
    assert {"focus-on-practice", "child-house"} <= {*answer.documents}
    assert not {"family-valued", "coram-i", "fdac"} & {*answer.documents}


def test_of_few_named_none_is_flatly_said_to_have_what_is_in_doubt(boards: Assistant) -> None:
    earlier = ["Which projects are about fostering or adoption?"]
    answer = boards.ask("Of these, which report numbers of children placed?", earlier)
    assert "nearest (8 of 8 checked):" in answer.text
    assert "coram-i" not in answer.documents


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Who trained the staff in Focus on Practice?", Status.PARTLY),
        ("How did Daybreak get other councils to take it up?", Status.PARTLY),
        ("How do the ten Signs of Safety authorities support each other?", Status.PARTLY),
        ("Who trained West Berkshire's staff?", Status.ANSWERED),
        ("How do the authorities of Morning Lane learn from each other?", Status.ANSWERED),
    ],
)
def test_what_is_merely_near_to_who_or_how_is_no_answer(
    boards: Assistant, question: str, status: Status
) -> None:
    answer = boards.ask(question)
    assert answer.status is status
    assert "projects (30 of 30" not in answer.text
