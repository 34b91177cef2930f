"""What is asked of any of them, or of one or another."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "belong"),
    [
        ("How were young people involved in designing the services?",
         {"achieving-change-together", "house-project"}),
        ("What role do universities play?", {"active-agents", "coram-i", "growing-futures"}),
        ("How did areas reduce bureaucracy?", {"family-insights", "morning-lane"}),
        ("How have councils improved staff retention?", {"focus-on-practice"}),
        ("What have others done about domestic abuse?",
         {"growing-futures", "family-safeguarding", "family-valued"}),
    ],
)  # fmt: skip
def test_how_any_of_them_do_something_is_asked_of_all(
    boards: Assistant, question: str, belong: set[str]
) -> None:
    answer = boards.ask(question)
    assert set(answer.documents) == belong
    assert "(30 of 30 checked):" in answer.text


def test_how_any_of_them_did_what_none_did_is_declined(boards: Assistant) -> None:
    assert boards.ask("How did projects get councillors on board?").status is Status.PARTLY


def test_a_topic_that_guidance_is_far_nearer_to_is_answered_by_guidance(boards: Assistant) -> None:
    answer = boards.ask("decommissioning old services while setting up new")
    assert answer.documents == ("whole-systems", "split-screen")


def test_a_set_of_one_or_another_has_the_members_of_both(boards: Assistant) -> None:
    either = boards.ask("List the projects about residential care or children in care").documents
    assert {"no-wrong-door", "nis", "bradford", "mockingbird", "emotional-wellbeing"} <= {*either}
