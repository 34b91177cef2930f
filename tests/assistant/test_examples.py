"""Projects that show what was advised, in whatever words they are asked for."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "earlier", "shown"),
    [
        ("got an example from a project for that", "say more about People and relationships first",
         "no-wrong-door"),
        ("is there a project which has shown that?", "how do we keep fidelity to a model", "pause"),
        ("can you point me to a project where they did this", "How do we involve young people?",
         "house-project"),
        ("example of a council that pulled it off", "what does working in partnership mean",
         "family-safeguarding"),
        ("who's managed it?", "How do you share data across agencies?", "family-insights"),
    ],
)  # fmt: skip
def test_examples_of_advice_are_projects(
    boards: Assistant, question: str, earlier: str, shown: str
) -> None:
    answer = boards.ask(question, [earlier])
    assert answer.searched_for.startswith("Which projects are examples of this: ")
    assert shown in answer.documents


@pytest.mark.parametrize("question", ["who does it work with", "how does it work in practice"])
def test_what_a_project_does_is_no_example(boards: Assistant, question: str) -> None:
    assert "Pause" in boards.ask(question, ["What is Pause?"]).searched_for


def test_of_what_no_project_is_an_example_is_said(boards: Assistant) -> None:
    answer = boards.ask("an example?", ["What is a theory of change?"])
    assert answer.text.startswith(
        "The boards don't say which projects are examples of \u201ca theory of change\u201d."
    )


@pytest.mark.parametrize(
    "question", ["what got in the way there", "what were the barriers", "any pitfalls?"]
)
def test_advice_is_not_what_got_in_the_way(boards: Assistant, question: str) -> None:
    answer = boards.ask(question, ["how do you change culture in a team", "give me an example"])
    assert answer.status is Status.PARTLY


def test_a_place_in_a_list_is_that_of_the_last_list_so_long(boards: Assistant) -> None:
    turns = [
        "What are the core principles of innovation?",
        "Give the exact wording of the second one",
        "Which projects are given as examples of it?",
    ]
    assert "Working and learning together" in boards.ask("and for the third?", turns).searched_for
