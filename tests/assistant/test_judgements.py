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
