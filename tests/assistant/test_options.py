"""A search for options: all projects on its topic, and whether anything is said to have worked."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "members"),
    [
        (
            "What could we commission for care leavers at risk of homelessness?",
            {"right-home", "house-project"},
        ),
        ("Edge of care. What should I look at?", {"right-home", "daybreak", "morning-lane"}),
        (
            "domestic abuse is most of my caseload. what's new?",
            {"growing-futures", "family-valued", "family-safeguarding"},
        ),
    ],
)
def test_options_are_all_that_are_for_the_topic(
    boards: Assistant, question: str, members: set[str]
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert {*answer.documents} == members


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("Parental substance misuse - what has worked?", "what has worked."),
        ("What works for parental substance misuse?", "what works for parental substance misuse."),
    ],
)
def test_what_has_worked_is_untold_and_those_on_the_topic_are_shown(
    boards: Assistant, question: str, unsaid: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert answer.text.startswith(f"The boards don't say {unsaid}\n\n2 projects (30 of 30 checked)")
    assert {*answer.documents} == {"fdac", "family-safeguarding"}
