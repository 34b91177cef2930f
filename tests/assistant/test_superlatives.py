"""The most of what is counted is ranked by the numbers that the texts tell."""

import pytest

from assistant.assistant import Assistant
from assistant.language.amounts import counted_things, told_numbers
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Which project works with the most local authorities?", "nis"),
        ("who trained the most people", "family-valued"),
        ("Which project has the most foster carers?", "mockingbird"),
        ("which project has the largest number of courts", "fdac"),
    ],
)
def test_the_greatest_number_comes_first(boards: Assistant, question: str, first: str) -> None:
    answer = boards.ask(question)
    assert answer.status == Status.ANSWERED
    assert answer.documents[0] == first
    assert answer.text.startswith("By the numbers that the boards tell")


@pytest.mark.parametrize(
    "question", ["who has helped the most families", "What matters the most in scaling?"]
)
def test_what_no_number_tells_is_not_ranked(boards: Assistant, question: str) -> None:
    assert "By the numbers" not in boards.ask(question).text


def test_numbers_count_what_stands_after_them_as_written() -> None:
    counted = counted_things("families", ())
    assert told_numbers("It helped 30 families in 2016.", counted, frozenset()) == [30]
    assert told_numbers("It has 220 family support volunteers.", counted, frozenset()) == []
    assert told_numbers("It helped 30 families.", counted, frozenset({"train"})) == []


def test_words_for_the_same_are_counted_too() -> None:
    councils = (("councils", "local authorities", "LAs"),)
    counted = counted_things("local authorities", councils)
    assert told_numbers("It partnered with 52 LAs.", counted, frozenset()) == [52]
