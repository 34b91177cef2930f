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
        (
            "What does a good theory of change look like, according to the boards?",
            "theory-of-change",
        ),
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


def test_that_the_boards_say_so_plays_no_part(boards: Assistant) -> None:
    asked = "What is the difference between adopting and adapting an innovation"
    assert boards.ask(f"{asked}, as the boards see it?").documents == boards.ask(asked).documents


def test_the_nearest_advice_is_all_that_may_bear(boards: Assistant) -> None:
    asked = "How do I make the case to our elected members and the DCS"
    answer = boards.ask(f"{asked} for investing in practice development?")
    assert (answer.status, set(answer.documents)) == (Status.PARTLY, {"make-the-case"})
    assert len(answer.citations) > 1


def test_to_adopt_a_model_is_no_adoption_of_children(boards: Assistant) -> None:
    facets = {
        question: [t.name for m in boards.read(question).mentions for t in m.targets if t.facet]
        for question in ("Who helps a council adopt a model?", "Who helps with adoption?")
    }
    assert "adoption" not in facets["Who helps a council adopt a model?"]
    assert "adoption" in facets["Who helps with adoption?"]


@pytest.mark.parametrize("rest", ["recruiting social workers", "retaining social workers"])
def test_what_guidance_says_of_a_topic_is_not_denied(boards: Assistant, rest: str) -> None:
    answer = boards.ask(f"What do the boards say about {rest}?")
    assert (answer.status, answer.documents[0]) == (Status.ANSWERED, "change-culture")
