"""What something is: told where a text explains it, not where one merely uses the word."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("what is family group conferencing", "what family group conferencing is"),
        ("What is motivational interviewing?", "what motivational interviewing is"),
        ("what is multisystemic therapy", "what multisystemic therapy is"),
        ("what is systemic practice", "what systemic practice is"),  # `systemic groups operate`
        (
            "what does systemic practice mean in normal words",
            "anything that answers “what does systemic practice mean”",
        ),
        ("whats a hub home", "what a hub home is"),
    ],
)
def test_a_mere_mention_explains_nothing(boards: Assistant, question: str, unsaid: str) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert answer.text.startswith(f"The boards don't say {unsaid}.")


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("what is a hub carer", "mockingbird"),  # `a hub carer who provides respite`
        ("what is restorative practice", "west-berkshire"),  # `- working with, not doing for -`
        ("what is TEND", "nis"),  # `TEND, a video coaching intervention`
        ("what is a pod", "project-crewe"),  # the text's own word, in quotation marks
        ("what are domestic abuse navigators", "growing-futures"),
        ("what do you mean by toxic trio", "family-safeguarding"),  # `of abuse, misuse and ...`
        ("We want Signs of Safety. What is it", "signs-of-safety"),
        ("what is a theory of change", "theory-of-change"),  # guidance advises on it
    ],
)
def test_what_a_text_explains_is_told(boards: Assistant, question: str, document: str) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert document in answer.documents


def test_who_asks_to_be_told_of_a_story_gets_all_of_it(boards: Assistant) -> None:
    text = boards.collection.by_id["no-wrong-door"].text
    told = boards.ask("tell me abt no wrong door").citations[0].quote
    assert told == text[: len(told)]
    assert told.endswith("building trusting relationships.")
    some = boards.ask("What is No Wrong Door?").citations[0].quote
    assert some in told
    assert some.endswith("under one management umbrella.")  # two more are left


@pytest.mark.parametrize("question", ["what is Barnahus", "whats Barnahus"])
def test_a_second_name_says_first_what_it_is_the_name_of(boards: Assistant, question: str) -> None:
    quote = boards.ask(question).citations[0].quote
    assert quote.startswith("Child House is a child-centred response")
    assert "in Iceland as Barnahus" in quote


def test_a_name_in_small_letters_is_no_name_inside_its_own_story(boards: Assistant) -> None:
    quote = boards.ask("What's this Stoke house project").citations[0].quote
    assert quote.startswith("The House Project is a collaborative business")


@pytest.mark.parametrize(
    "written", ["what is signs of safety in a nutshell", "signs of safety, briefly"]
)
def test_how_briefly_is_no_part_of_what_is_asked(boards: Assistant, written: str) -> None:
    answer = boards.ask(written)
    assert answer.status is Status.ANSWERED
    assert "developed in Australia" in answer.text


@pytest.mark.parametrize(
    "question", ["what is meant by scaling", "What is the definition of innovation?"]
)
def test_a_meaning_is_told_without_advice(boards: Assistant, question: str) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert len(answer.citations) == 1
