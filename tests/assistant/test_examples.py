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
        ("who managed to get that balance right?", "I'm interested in fidelity vs flexibility",
         "morning-lane"),
        ("is there an example of a council that did that", "how do you change culture?",
         "family-valued"),
        ("did anyone get it working?", "I want to know about interdisciplinary teams",
         "project-crewe"),
        ("who's managed it?", "How do you share data across agencies?", "family-insights"),
    ],
)  # fmt: skip
def test_examples_of_advice_are_projects(
    boards: Assistant, question: str, earlier: str, shown: str
) -> None:
    answer = boards.ask(question, [earlier])
    assert answer.searched_for.startswith("Which projects are examples of this: ")
    assert shown in answer.documents


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("What do the boards advise on making the case?", "making the case"),
        ("how can you get commissioners to pool budgets?", "get commissioners to pool budgets"),
        ("What is said on theory of change?", "theory of change"),
    ],
)
def test_what_it_is_an_example_of_is_said_without_what_asked(
    boards: Assistant, asked: str, topic: str
) -> None:
    answer = boards.ask("which project shows that best?", [asked])
    assert answer.text.startswith(
        f"The boards don't say which projects are examples of \u201c{topic}\u201d."
    )


def test_who_did_what_was_listed_are_those_listed(boards: Assistant) -> None:
    asked = "what about sharing staff, do they say anything on secondments"
    answer = boards.ask("who did that?", [asked])
    assert answer.documents == boards.ask(asked).documents
    assert "bradford" in answer.documents
    assert boards.ask("who did that?", ["do the boards cover tax law?"]).documents == ()


def test_what_follows_examples_goes_on_with_what_was_advised(boards: Assistant) -> None:
    turns = [
        "how do you change culture in a team",
        "give me an example",
        "what got in the way there",
    ]
    answer = boards.ask(turns.pop(), turns)
    assert answer.searched_for == "how do you change culture in a team: what got in the way there"


def test_what_else_to_do_is_asked_of_the_boards(boards: Assistant) -> None:
    turns = ["I'm interested in fidelity vs flexibility", "who managed that?"]
    question = "What else should you do when adopting a model?"
    assert boards.ask(question, turns).searched_for == question


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
        "Which projects work with judges?",
    ]
    assert "Working and learning together" in boards.ask("and for the third?", turns).searched_for
