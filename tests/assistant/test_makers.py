"""Who made something, which where it comes from does not say."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    "question",
    [
        "who came up with Signs of Safety",
        "Who created Mockingbird?",
        "who first developed Barnahus?",
        "who founded Pause?",
        "who started Morning Lane Associates?",
    ],
)
def test_where_something_comes_from_does_not_say_who_made_it(
    boards: Assistant, question: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert answer.text.startswith("The boards don't say who")
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "maker"),
    [
        ("So who developed Growing Futures?", "Doncaster Children's Services Trust"),
        ("Achieving for Children - who created it?", "Royal Borough of Kingston"),
        ("who set up the first FDAC in London?", "Tavistock"),
        ("Who came up with Reclaiming Social Work?", "Hackney"),
        ("Who developed the adoption module with Coram-i?", "Loughborough University"),
    ],
)
def test_who_made_something_is_told_where_it_says_by_whom(
    boards: Assistant, question: str, maker: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert maker in answer.citations[0].quote
