"""A year is told of the place that it stands nearest to."""

from assistant.assistant import Assistant
from assistant.types import Status


def test_a_year_of_another_place_is_no_answer(boards: Assistant) -> None:
    answer = boards.ask("When did the first FDAC open in the US?")
    assert answer.status == Status.PARTLY
    assert "don't say" in answer.text.split("\n")[0]


def test_the_year_of_the_place_asked_about_is_given(boards: Assistant) -> None:
    answer = boards.ask("When did the first FDAC open in London?")
    assert answer.status == Status.ANSWERED
    assert "2008" in answer.text
