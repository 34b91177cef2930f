"""Of several things that are asked for at once, who lacks one may belong or only comes near."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "first", "others"),
    [
        ("perpetrators of domestic abuse - which projects work with them", {"growing-futures"}, 2),
        ("anything for adolescents on edge of care", {"right-home", "morning-lane"}, 2),
    ],
)
def test_who_lacks_one_of_the_things_asked_for_may_belong(
    boards: Assistant, question: str, first: set[str], others: int
) -> None:
    answer = boards.ask(question)
    sure, _, may = answer.text.partition("more may belong")
    told = {c.document_id for c in answer.citations if f"[{c.number}]" in sure}
    assert first <= told
    assert may.count("\n- ") >= others


@pytest.mark.parametrize(
    "question",
    ["any social impact bond for care leavers", "Which projects used data analysts for adoption?"],
)
def test_where_nobody_has_all_those_found_come_nearest(boards: Assistant, question: str) -> None:
    assert "1 project comes nearest" in boards.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["Which projects work with volunteers?", "Which projects are about adoption or volunteers?"],
)
def test_one_thing_or_another_is_had_by_each(boards: Assistant, question: str) -> None:
    assert "nearest" not in boards.ask(question).text


def test_supervision_in_a_group_is_not_any_supervision(boards: Assistant) -> None:
    assert boards.ask("which projects use reflective supervision?").status is Status.PARTLY
    assert "3 projects" in boards.ask("Is there anything on supervision?").text


def test_who_evaluates_is_not_told_by_who_was_evaluated(boards: Assistant) -> None:
    answer = boards.ask("who evaluates the projects?")
    assert answer.status is Status.PARTLY
    assert answer.text.startswith("The boards don't say")


def test_the_role_of_some_in_these_projects_is_asked_of_all(boards: Assistant) -> None:
    told = boards.ask("what is the role of the police in these projects?").documents
    assert {"family-valued", "child-house", "family-safeguarding", "growing-futures"} <= set(told)


def test_ideas_that_are_compared_are_no_projects(boards: Assistant) -> None:
    question = (
        "How do the boards, as they see it, tell the difference between adopting and adapting?"
    )
    answer = boards.ask(question)
    assert "| Name |" not in answer.text
    assert "why-adopt-adapt" in answer.documents
