"""What is told of the parts of a question that is not told as a whole."""

import pytest

from assistant.assistant import Assistant
from assistant.language.clauses import loose_parts
from assistant.types import Status


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("tenancy cost, who owns the houses?", ["tenancy cost", "who owns the houses"]),
        ("what tools & do they charge", ["what tools", "do they charge"]),
        ("provider and cost per place", ["provider", "cost per place"]),
        ("who trains managers and carers?", ["who trains managers and carers"]),
        ("in Leeds, how many were trained", ["in Leeds, how many were trained"]),
    ],
)
def test_what_is_set_down_one_after_another(text: str, parts: list[str]) -> None:
    assert loose_parts(text) == parts


def test_a_name_is_not_parted() -> None:
    text = "Drug and Alcohol Court and its cost"
    assert loose_parts(text, [(0, 22)]) == ["Drug and Alcohol Court", "its cost"]


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("stoke house project - tenancy cost, who owns the houses",
         "leased from Stoke-on-Trent City Council", "anything about tenancy cost"),
        ("FGC provider and cost per conference",
         "Daybreak is a national voluntary organisation", "anything about cost per conference"),
        ("coram-i what data tools & do they charge",
         "web-based tracking tool", "whether they charge"),
    ],
)  # fmt: skip
def test_the_told_part_is_answered_and_the_other_named(
    boards: Assistant, question: str, told: str, untold: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert told in answer.text
    assert untold in answer.text.partition("The boards don't")[2]


def test_what_a_question_is_only_about_is_no_part_of_it(boards: Assistant) -> None:
    answer = boards.ask("North Yorkshire's hubs for teenagers, how many beds have they got?")
    assert answer.text.startswith("The boards don't say anything that answers")


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("Who runs Mockingbird and is it a charity?", "whether it is a charity"),
        ("what did Leeds do with Family Valued and did the number of looked after children go down",
         "did the number of looked after children go down"),
        ("whats no wrong door and has it stopped kids going missing",
         "whether it has stopped kids going missing"),
        ("what is barnahus, wld it mean kids only tell their story once",
         "whether it would mean kids only tell their story once"),
    ],
)  # fmt: skip
def test_a_second_half_is_said_not_to_be_told(
    boards: Assistant, question: str, untold: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert answer.citations
    assert untold in answer.text.partition("The boards don't")[2]


def test_what_one_part_surely_tells_is_not_in_doubt_for_another(boards: Assistant) -> None:
    answer = boards.ask("What is a split screen approach and why does it matter?")
    assert not answer.text.startswith("The nearest")
