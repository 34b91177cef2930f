"""A collection of plain text with no facts: answers, lists by meaning, declines, quotes exactly."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("How often must the compost heap be turned?", "compost", "every three days"),
        ("Who keeps the list of tools?", "tool-shed", "Hazel Okoro"),
        ("What can people in wheelchairs do?", "raised-beds", "dig, sow and weed"),
        ("When are kale and leeks picked?", "winter-greens", "from November to March"),
    ],
)
def test_facts_are_found_and_quoted(
    gardens: Assistant, question: str, document: str, words: str
) -> None:
    answer = gardens.ask(question)
    assert answer.status == Status.ANSWERED
    first = answer.citations[0]
    assert first.document_id == document
    assert words in first.quote
    assert gardens.collection.by_id[document].text[first.start : first.end] == first.quote


def test_a_list_by_meaning(gardens: Assistant) -> None:
    answer = gardens.ask("Which notes mention the Marlow Road school?")
    assert {"seed-library", "bee-hotel"} <= {c.document_id for c in answer.citations}


def test_another_subject_is_declined(gardens: Assistant) -> None:
    answer = gardens.ask("Who won the 2018 World Cup?")
    assert answer.status == Status.NOT_COVERED
    assert answer.citations == ()
