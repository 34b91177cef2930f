"""Those that surely belong to a set come first, and who may belong is said to be so."""

import pytest

from assistant.listing import list_sections
from assistant.sets import Member
from corpus.chunk import split_sentences
from corpus.load import load_collection

COLLECTION = load_collection()


def members(*probabilities: float) -> list[Member]:
    documents = COLLECTION.counted.values()
    return [
        Member(d, tuple(split_sentences(d)), p)
        for d, p in zip(documents, probabilities, strict=False)
    ]


def test_who_may_belong_stands_apart() -> None:
    surely, may = list_sections(members(0.9, 0.2, 0.5, 0.49), 30, COLLECTION)
    assert surely.opening == "2 projects (30 of 30 checked):"
    assert may.opening == "2 more may belong:"
    ids = list(COLLECTION.counted)
    assert [s.document_id for s in surely.statements] == [ids[0], ids[2]]
    assert [s.document_id for s in may.statements] == [ids[1], ids[3]]


def test_nobody_else_may_belong() -> None:
    (surely,) = list_sections(members(1.0), 30, COLLECTION)
    assert surely.opening == "1 project (30 of 30 checked):"


def test_nobody_surely_belongs() -> None:
    (may,) = list_sections(members(0.3), 30, COLLECTION)
    assert may.opening == "1 project may belong (30 of 30 checked):"


@pytest.mark.parametrize(("count", "quoted"), [(1, 2), (3, 2), (4, 1)])
def test_few_are_shown_by_two_sentences_each(count: int, quoted: int) -> None:
    (surely, may) = list_sections(members(*[0.9] * count, 0.2), 30, COLLECTION)
    assert {len(statement.quotes) for statement in surely.statements} == {quoted}
    assert [len(statement.quotes) for statement in may.statements] == [1]
