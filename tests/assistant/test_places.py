"""A year is told of the place that it stands nearest to; a story, whatever place it is put in."""

import pytest

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


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("What did Family Valued in Bradford do?", "whether Family Valued is in Bradford"),
        (
            "What did Brighter Futures in Calderdale or Stockport or wherever it was do?",
            "whether Brighter Futures is in Calderdale",
        ),
        ("Family Safeguarding in Kent - what do they do", "whether Family Safeguarding is in Kent"),
    ],
)
def test_a_story_put_in_a_wrong_place_is_told_and_the_place_said_not_to_be(
    boards: Assistant, question: str, unsaid: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert len(answer.documents) == 1
    assert f"The boards don't say {unsaid}." in answer.text


def test_a_place_that_has_to_do_with_a_story_is_no_wrong_one(boards: Assistant) -> None:
    answer = boards.ask("How does Mockingbird in Bradford work?")
    assert answer.documents == ("mockingbird", "bradford")
    assert "whether Pause is in Hackney" in boards.ask("Is Pause in Hackney?").text
