"""Who belongs to a set that is asked for, by what narrows it."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("Which schemes take young people of 16 and over?", {"house-project"}),
        (
            "any projects led by county councils",
            {"no-wrong-door", "active-agents", "family-safeguarding"},
        ),
    ],
)
def test_an_age_and_who_leads_are_properties(
    boards: Assistant, question: str, members: set[str]
) -> None:
    answer = boards.ask(question)
    assert {*answer.documents[: len(members)]} == members


def test_who_recruited_is_told_by_whom_they_work_with(boards: Assistant) -> None:
    question = "Which projects recruited staff who were not qualified social workers to do direct"
    answer = boards.ask(f"{question} work with families?")
    assert answer.status is Status.ANSWERED
    assert answer.documents[0] == "project-crewe"


def test_which_of_those_where_there_is_one_asks_of_that(boards: Assistant) -> None:
    answer = boards.ask("which of those have results", ["Which projects are in Calderdale?"])
    assert answer.status is Status.PARTLY
    assert {*answer.documents} <= {"right-home"}


def test_who_has_two_things_has_each_of_them(boards: Assistant) -> None:
    men = "has anyone done anything about domestic violence where they work with the fellas as well"
    assert boards.ask(men).documents == ("growing-futures",)
    neither = boards.ask("which projects use volunteers where they train foster carers")
    assert "come nearest (30 of 30 checked):" in neither.text


def test_who_has_but_the_facts_of_a_part_may_belong(boards: Assistant) -> None:
    text = boards.ask("adoption - hard to place children, what is there").text
    surely, _, may = text.partition("2 more may belong:")
    assert "It's All About Me" in surely
    assert "Coram-i" in may
