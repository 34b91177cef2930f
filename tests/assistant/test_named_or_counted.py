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
