"""Of several things that are asked for at once, who lacks one may belong or only comes near."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "first", "others"),
    [
        ("perpetrators of domestic abuse - who helps them", {"growing-futures"}, 2),
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
