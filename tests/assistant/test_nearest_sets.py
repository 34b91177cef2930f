"""Sets of which nothing is surely told: what comes nearest, and what would narrow them."""

import pytest

from assistant.assistant import Assistant
from assistant.drafting.listing import list_sections
from assistant.types import Status
from tests.assistant.test_listing import COLLECTION, members


def test_what_only_comes_nearest_to_a_set_is_said_to(boards: Assistant) -> None:
    answer = boards.ask("Any projects based in GP surgeries?")
    assert "nearest (30 of 30 checked):" in answer.text or answer.status is Status.PARTLY
    (found,) = list_sections(members(0.9), 30, COLLECTION, in_doubt=True)
    assert found.opening == "1 project comes nearest (30 of 30 checked):"


@pytest.mark.parametrize(
    "question",
    [
        "Which projects would be suitable for a large rural county?",
        "anything on supported lodgings",
        "which projects stopped foster carers leaving?",
        "what about staying put / staying close",
        "things that didn't work",
    ],
)
def test_no_set_is_told_flatly_where_what_narrows_it_is_untold(
    boards: Assistant, question: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY or "nearest (30 of 30 checked):" in answer.text


def test_which_councils_asks_for_documents_that_bring_their_names(boards: Assistant) -> None:
    answer = boards.ask("Which councils did something about domestic abuse?")
    assert set(answer.documents) == {"growing-futures", "family-safeguarding", "family-valued"}
    assert boards.ask("Which schools take part in Pause?").status is Status.PARTLY
