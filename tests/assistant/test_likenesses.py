"""Others like the one that is named."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "earlier", "likest"),
    [
        ("Which project is most like Family Safeguarding?", [], "growing-futures"),
        ("Is there another project like this one?", ["What is Coram-i?"], "its-all-about-me"),
        ("anyone doing something similar?", ["What is Family Valued?"], "west-berkshire"),
    ],
)
def test_those_that_share_most_with_what_is_named(
    boards: Assistant, question: str, earlier: list[str], likest: str
) -> None:
    answer = boards.ask(question, earlier)
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].document_id == likest
    assert "These share most with" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What is Pause like?",
        "Who likes Pause?",
        "what happens in no wrong door, like who works there",
        "is Firstline for a social worker like me?",
    ],
)
def test_what_asks_for_no_other(boards: Assistant, question: str) -> None:
    assert "share most" not in boards.ask(question).text


def test_what_the_first_sentence_tells_counts_most(boards: Assistant) -> None:
    alike = boards.ask("others like it?", ["tell me about the house project"]).documents
    assert {"right-home", "no-wrong-door"} <= {*alike}
    assert "child-house" not in alike
