"""So many of something: what a question asks for, and what a text tells."""

from math import inf

import pytest

from assistant.assistant import Assistant
from assistant.language.amounts import asked_amount, told_at
from assistant.types import Status

COUNCILS = (("councils", "local authorities", "LAs"),)


@pytest.mark.parametrize(
    ("question", "least", "most"),
    [
        ("ten or more councils", 10, inf),
        ("at least 1,000 staff", 1000, inf),
        ("more than five hundred families", 500.5, inf),
        ("a thousand people or more", 1000, inf),
        ("fewer than six areas", 0, 5.5),
        ("up to 20 schools", 0, 20),
    ],
)
def test_an_amount_is_asked_for(question: str, least: float, most: float) -> None:
    found = asked_amount(f"Which projects reach {question}?")
    assert found is not None
    assert (found.least, found.most) == (least, most)


@pytest.mark.parametrize(
    "question",
    [
        "Which projects were led by two or more councils?",  # not by one alone
        "Which projects work with people over 16?",
        "Which projects ran for more than five years?",
        "Which projects fell by more than 20%?",
        "Which projects began after 2015?",
        "Who supports ten councils?",
    ],
)
def test_no_amount_is_asked_for(question: str) -> None:
    assert asked_amount(question) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It serves 21 local authorities.", True),
        ("It supports ten LAs.", True),
        ("Over ten councils take part.", True),
        ("It works with nine councils.", False),
        ("It trained 5,000 carers.", False),
        ("In 2016 councils took part.", False),
        ("A 15% share of councils.", False),
    ],
)
def test_a_text_tells_of_so_many(text: str, told: bool) -> None:
    amount = asked_amount("ten or more councils", COUNCILS)
    assert amount is not None
    assert bool(told_at(text, amount)) == told


def test_a_list_of_those_with_so_many(boards: Assistant) -> None:
    answer = boards.ask("Which projects say they work with ten or more local authorities?")
    assert set(answer.documents) == {"nis", "daybreak", "fdac", "signs-of-safety"}
    for citation, number in zip(answer.citations, answer.documents, strict=True):
        assert any(n in citation.quote for n in ("52", "12", "21", "ten")), number


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many LAs does FDAC serve", "serving 21 local authorities"),
        ("How many local authorities were involved in Signs of Safety?", "supporting ten LAs"),
    ],
)
def test_what_is_counted_by_another_word_is_told(
    boards: Assistant, question: str, told: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


def test_more_than_one_is_told_by_any_such_number(boards: Assistant) -> None:
    earlier = ["Which projects brought in a model from the United States?"]
    answer = boards.ask("And which of those also worked in more than one local authority?", earlier)
    assert answer.documents == ("mockingbird", "fdac")
    assert [quote.quote[:27] for quote in answer.citations][:1] == ["Working with six LAs and tw"]
