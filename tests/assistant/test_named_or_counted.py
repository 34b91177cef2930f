"""What is named is told, what is only counted is not named."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("asked", "question", "told"),
    [
        (["Are others copying Family Safeguarding?"], "which councils?", "four other councils"),
        (["Are others copying Family Safeguarding?"], "who are they?", "four other councils"),
        (["Tell me about Signs of Safety"], "which local authorities?", "ten LAs"),
        ([], "Which councils is MLA supporting?", "five local authorities"),
        ([], "Where has Pause spread?", "seven areas"),
        ([], "Which councils took part in FDAC?", "21 local authorities"),  # a trust is no council
        ([], "where in england is mockingbird", "six LAs"),  # the US, which it names, isn't asked
    ],
)
def test_what_is_only_counted_is_not_named(
    boards: Assistant, asked: list[str], question: str, told: str
) -> None:
    answer = boards.ask(question, asked)
    assert answer.status is Status.PARTLY
    assert told in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which authorities does Daybreak work with?", "Wiltshire County Council"),
        ("Which councils run Achieving for Children?", "Royal Borough of Kingston"),
        ("Where was Mockingbird developed?", "developed in the US"),
        ("Where does Daybreak work?", "Wiltshire County Council"),
    ],
)
def test_what_is_named_is_told(boards: Assistant, question: str, named: str) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert named in answer.text


@pytest.mark.parametrize(
    ("asked", "question", "counted", "named"),
    [
        (["What is Daybreak?"], "which councils they work with?", "12 LAs", "Wiltshire County"),
        ([], "Who are the 12 LAs that Daybreak works with?", "12 LAs", "Southwark"),
        ([], "Which local authorities use Signs of Safety", "ten LAs", "North Yorkshire"),
    ],
)
def test_of_those_that_are_counted_some_are_named_and_the_others_are_not(
    boards: Assistant, asked: list[str], question: str, counted: str, named: str
) -> None:
    answer = boards.ask(question, asked)
    assert answer.status is Status.PARTLY
    assert counted in answer.text
    assert named in answer.text
    assert "The boards don't say which the others are." in answer.text
    assert "The nearest" not in answer.text


def test_what_is_asked_in_the_order_of_a_statement_is_said_not_to_be_told(
    boards: Assistant,
) -> None:
    answer = boards.ask("where it is now", ["Tell me about Pause"])
    assert answer.text.startswith("The boards don't say where Pause is now.")
