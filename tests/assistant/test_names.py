"""Names: of another place, inside a story, and those that hold a pronoun."""

import pytest

from assistant.assistant import Assistant
from assistant.finding.inside import names_inside
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("How many Family Safeguarding Teams are there in Doncaster?", Status.PARTLY),
        ("How many Pause areas are there in Wales?", Status.PARTLY),
        ("How many constellations are there in Liverpool?", Status.PARTLY),
        ("When did Birmingham open its first FDAC?", Status.PARTLY),
        ("How many Family Safeguarding Teams are there in Hertfordshire?", Status.ANSWERED),
        ("When did London get its first FDAC?", Status.ANSWERED),
    ],
)
def test_what_is_told_of_another_place_is_no_answer(
    boards: Assistant, question: str, status: Status
) -> None:
    assert boards.ask(question).status == status


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is RESuLT?", "RESuLT training for residential teams"),
        ("What is KEEP?", "KEEP foster carer training"),
        ("What is AdOpt?", "AdOpt for adoptive parents"),
        ("What is Better by Design?", "This includes Better by Design"),
        ("What is the FDAC National Unit?", "A new FDAC National Unit has led"),
    ],
)
def test_a_name_inside_a_story_is_found_as_it_is_written(
    boards: Assistant, question: str, words: str
) -> None:
    answer = boards.ask(question)
    assert answer.status == Status.ANSWERED
    assert any(words in citation.quote for citation in answer.citations)


def test_an_ordinary_word_is_no_name(boards: Assistant) -> None:
    for question in ("how do we keep staff?", "What result did Pause have?", "Is Leeds in it?"):
        assert names_inside(boards.read(question), boards.collection) == []


@pytest.mark.parametrize(
    ("earlier", "question", "first"),
    [
        ("What is Right Home?", "what's Sleep On It?", "right-home"),
        ("What is Achieving for Children?", "What is It's All About Me?", "its-all-about-me"),
    ],
)
def test_a_name_that_holds_a_pronoun_stands_for_itself(
    boards: Assistant, earlier: str, question: str, first: str
) -> None:
    answer = boards.ask(question, [earlier])
    assert answer.searched_for == question
    assert answer.documents[0] == first
