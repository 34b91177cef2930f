"""What is declined, in part or whole, and how that is said."""

import pytest

from assistant.assistant import Assistant
from assistant.drafting.facts import best_sentences
from assistant.judging.signals import read_signals
from assistant.types import Status


def test_each_question_of_a_sentence_is_answered_or_said_not_to_be(boards: Assistant) -> None:
    hubs, beds = "How many hubs has No Wrong Door got", "how many beds has Right Home got"
    answer = boards.ask(f"{hubs}, and {beds}?")
    assert answer.status == Status.PARTLY
    assert "Two hubs bring together" in answer.citations[0].quote
    assert "The boards don't say how many beds Right Home has got." in answer.text


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("Did Leeds hold 660 conferences in 2016?", 1.0),
        ("Did Leeds hold 661 conferences in 2016?", 0.5),
        ("Did Leeds hold 661 conferences in 2019?", 0.0),
        ("Did Leeds hold conferences?", 1.0),  # no figure is asked about, so none is missing
    ],
)
def test_the_share_of_the_figures_asked_about_that_stand_in_the_documents(
    boards: Assistant, question: str, share: float
) -> None:
    evidence = boards.finder.evidence(boards.read(question))
    signals = read_signals(evidence, best_sentences(evidence))
    assert signals.figures == share


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much does Pause pay its staff?", "The boards don't say how much Pause pays its"),
        ("Does Firstline coach foster carers?", "whether Firstline coaches foster"),
    ],
)
def test_a_refusals_verb_is_in_the_third_person(
    boards: Assistant, question: str, words: str
) -> None:
    answer = boards.ask(question)
    assert answer.status == Status.PARTLY
    assert words in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "what was north yorkshires outcome on police call outs",
        "What did partners such as schools and health make of Signs of Safety",
    ],
)
def test_what_can_not_be_turned_is_quoted(boards: Assistant, question: str) -> None:
    assert f"anything that answers “{question}”." in boards.ask(question).text


@pytest.mark.parametrize(
    ("asked", "opening"),
    [
        (["no wrong door", "results?"],
         "On No Wrong Door, the boards don't say anything about results."),
        (["What is Family Valued?", "what changed after"],
         "On Family Valued, the boards don't say what changed after."),
        (["no wrong door", "what were the results"],
         "The boards don't say what the results of No Wrong Door were."),
        (["what went wrong with any of these? everybody only ever tells me the good news"],
         "The boards don't say what went wrong with any of these."),
    ],
)  # fmt: skip
def test_a_refusal_is_a_sentence(boards: Assistant, asked: list[str], opening: str) -> None:
    assert boards.ask(asked[-1], asked[:-1]).text.startswith(opening)


@pytest.mark.parametrize(
    "question",
    [
        "Are Mockingbird taking on new staff at the moment?",
        "On what computer package does Family Valued keep its files?",
        "Did Right Home carry on through the lockdowns?",
        "Which street do I have to go to for Pause?",
        "Has Coram-i ever been given a prize?",
        "How many women has Pause helped?",  # who helps whom is told, and no number
    ],
)
def test_what_people_ask_of_every_project_and_this_one_does_not_tell_is_declined(
    boards: Assistant, question: str
) -> None:
    assert boards.ask(question).status == Status.PARTLY


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who's the boss of a Project Crewe pod?", "Led by a social work consultant"),
        ("What are they aiming at with Coram-i?", "eliminate delays"),
        ("To how many places has Pause gone?", "seven areas"),
    ],
)
def test_what_people_ask_of_every_project_and_this_one_tells_is_answered(
    boards: Assistant, question: str, words: str
) -> None:
    answer = boards.ask(question)
    assert answer.status == Status.ANSWERED
    assert words in answer.text


@pytest.mark.parametrize(
    ("question", "numbered"),
    [
        ("How many foster carers took part?", 1.0),
        ("How many foster mothers took part?", 0.5),
        ("How many teachers took part?", 0.0),
        ("Who took part?", 0.0),  # nothing is counted
    ],
)
def test_what_is_counted_stands_after_a_number(
    boards: Assistant, question: str, numbered: float
) -> None:
    evidence = boards.finder.evidence(boards.read(question))
    chosen = [
        s for s in evidence.sentences if "56 foster carers and 80 practitioners" in s.passage.text
    ]
    assert read_signals(evidence, chosen).numbered == numbered


def test_guidance_is_no_answer_to_which_projects(boards: Assistant) -> None:
    answer = boards.ask("Which projects use a split screen approach?")
    assert answer.text.startswith("The boards don't say which projects use a split screen")
    assert "'split screen' approach" in answer.citations[0].quote


@pytest.mark.parametrize("question", ["Which projects failed?", "Which council is the worst?"])
def test_a_list_that_nothing_tells_of_is_declined(boards: Assistant, question: str) -> None:
    assert boards.ask(question).status == Status.PARTLY


def test_a_name_that_stands_nowhere_is_in_no_list(boards: Assistant) -> None:
    assert boards.ask("Which projects brought in a model from Canada?").status != Status.ANSWERED


def test_the_missing_part_is_said_in_the_persons_words(boards: Assistant) -> None:
    answer = boards.ask("What is the population of Leeds?")
    assert answer.status == Status.PARTLY
    assert answer.text.startswith("The boards don't say what the population of Leeds is.")


def test_a_comparison_on_which_one_is_silent_is_partly_answered(boards: Assistant) -> None:
    answer = boards.ask(
        "Did the number of children in care go down more in Focus on Practice or in "
        "Ealing's Brighter Futures?"
    )
    assert answer.status == Status.PARTLY
    assert "15% drop in Looked after Children numbers" in answer.text
    assert (
        "| **Brighter Futures** (Ealing, project's own account, 2017) | The boards don't say;"
        in (answer.text)
    )


@pytest.mark.parametrize(
    "question", ["Is Mockingbird still running in 2026?", "What did Pause cost in 2024?"]
)
def test_a_year_that_is_not_told_leaves_the_subject(boards: Assistant, question: str) -> None:
    assert boards.ask(question).status == Status.PARTLY


@pytest.mark.parametrize(
    "question",
    [
        "What is the adoption leave entitlement for foster carers?",
        "what is the pension scheme for foster carers",
    ],
)
def test_what_may_not_be_told_is_called_the_nearest(boards: Assistant, question: str) -> None:
    answer = boards.ask(question)
    assert answer.text.startswith(("The nearest the boards come to this:", "The boards don't"))


def test_what_is_surely_told_is_given_without_a_word_of_doubt(boards: Assistant) -> None:
    answer = boards.ask("How many hubs has No Wrong Door got?")
    assert answer.text.startswith("**No Wrong Door**")


def test_what_may_be_told_is_not_flatly_denied(boards: Assistant) -> None:
    answer = boards.ask("how is No Wrong Door staffed?")
    assert answer.status is Status.ANSWERED or "don't seem to say how No Wrong" in answer.text


@pytest.mark.parametrize("asked", ["what is meant by", "what do you mean by", "what exactly is"])
def test_a_term_is_explained_however_it_is_asked(boards: Assistant, asked: str) -> None:
    answer = boards.ask(f"{asked} scaling")
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].quote.startswith("Scaling up an innovation entails")
