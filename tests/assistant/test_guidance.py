"""Advice that is asked for in everyday words is the section's that meets the need."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("How would we know it's working?", "theory-of-change"),
        ("i want to start a pilot in jan, where do i begin", "split-screen"),
        ("What does fidelity mean in adopting an innovation?", "fidelity-flexibility"),
        ("What does it mean to change culture for professionals?", "change-culture"),
        ("How do you test an idea before you make it big?", "disciplined-innovation"),
        ("Which conditions are needed for innovation to flourish?", "conditions-for-innovation"),
    ],
)
def test_a_need_is_met_by_its_section(boards: Assistant, question: str, section: str) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].document_id == section


def test_a_time_that_advice_leaves_open_is_not_told(boards: Assistant) -> None:
    answer = boards.ask("How long should a pilot run?")  # `day jobs` is none
    assert answer.status is Status.PARTLY
