"""What asks in a message, in which form, and for what; and what is held against wordings."""

import pytest

from assistant.assistant import Assistant
from assistant.finding.nameless import nameless
from assistant.language.answer_kinds import answer_kind, lacks_attribute, question_form
from assistant.reading.asking import asking_part
from assistant.reading.lexicon import Lexicon
from assistant.reading.read import read_clauses, read_question, readings
from assistant.types import Status
from corpus.load import load_collection

COLLECTION = load_collection()
LEXICON = Lexicon(COLLECTION)


@pytest.mark.parametrize(
    ("question", "kind", "form"),
    [
        ("Who runs Pause?", "who", "person"),
        ("At Pause, who pays the staff?", "who", "person"),
        ("tell me when it began", "time", "time"),
        ("When did it begin?", "time", "time"),
        ("When mothers are alone, who helps?", "who", "person"),
        ("Is there help for mothers who are alone?", "", "whether"),
        ("Any scheme for mothers who are alone?", "", ""),
        ("How big was it when it began?", "number", "extent"),
        ("A model that works where it started?", "", ""),
    ],
)
def test_a_word_that_only_looks_like_a_question_word_asks_for_nothing(
    question: str, kind: str, form: str
) -> None:
    assert (answer_kind(question), question_form(question)) == (kind, form)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Our team is new to this. Who trains social work managers?",
            "Who trains social work managers?",
        ),
        ("I don't mean carers. Who trains staff? Thanks.", "Who trains staff?"),
        ("How many areas are there? Can you name them?",) * 2,  # both ask
        ("I work with Pause. How many areas have joined?",) * 2,  # a name is told
        ("We run a small team. What helps?",) * 2,  # too little is asked
        ("We run a small team. What is Pause?", "What is Pause?"),  # a name is enough
        ("We keep losing carers. Who trains them, and where?",) * 2,  # `them` points back
        ("Some children run off. Has any area got expert help for that?",) * 2,  # so does `that`
        ("I know who trains carers. Which projects train staff?", "Which projects train staff?"),
        ("I need the names. Which projects train staff?",) * 2,  # asks without a question mark
        (
            "I am new. Which trusts train the staff they hire?",
            "Which trusts train the staff they hire?",
        ),
    ],
)
def test_the_sentences_that_ask(text: str, asked: str) -> None:
    assert asking_part(text, LEXICON) == asked


def test_a_message_is_also_read_whole() -> None:
    text = "Homes for care leavers. Which projects offer sofas to teenagers?"
    first, whole = readings(text, LEXICON, COLLECTION.settings)
    assert (first.text, whole.text) == ("Which projects offer sofas to teenagers?", text)


def test_they_are_the_boards_where_these_are_asked() -> None:
    text = "What do the boards say about pilots, and do they want carers to be trained?"
    question = read_question(text, LEXICON, COLLECTION.settings)
    parts = read_clauses(question, LEXICON, COLLECTION.settings)
    assert parts[1].text == "do the boards want carers to be trained?"


def test_they_are_others_where_nothing_is_said() -> None:
    text = "What do the boards say about care leavers, and do they need a trained mentor?"
    question = read_question(text, LEXICON, COLLECTION.settings)
    parts = read_clauses(question, LEXICON, COLLECTION.settings)
    assert not any("boards need" in part.text for part in parts)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How many areas is Pause in?", "How many areas is it in?"),
        ("Who leads the House Project, and where?", "Who leads it, and where?"),
        ("What do Mockingbird and Pause share?", "What do it and it share?"),
        ("Who runs the Pause programme?", "Who runs it?"),
        ("How does the Mockingbird fostering model work?", "How does it work?"),
        ("Does Pause train team leaders?", "Does it train team leaders?"),
        ("Who does the Pause team work with?", "Who does it work with?"),
        ("Who did Pause team up with?", "Who did it team up with?"),
        ("Who works with adopters?", "Who works with adopters?"),
        ("What do the boards say about Pause?", "What do they say about it?"),
    ],
)
def test_a_question_without_the_names_of_documents_and_collection(question: str, held: str) -> None:
    read = read_question(question, LEXICON, COLLECTION.settings)
    bare = nameless(read, "the boards")
    assert bare.text == held
    assert bare.documents == read.documents
    for mention in bare.mentions:
        if mention.names("document"):
            assert held[mention.start : mention.end] == "it"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("How many areas is it in?", "number"),
        ("Is it in Leeds?", "whether"),
        ("tell me where it is and how many there are", "place"),
        ("Since when, and who says so?", "time"),
        ("Which seven areas?", "choice"),
        ("It is growing fast", ""),
    ],
)
def test_the_form_in_which_a_text_asks(text: str, form: str) -> None:
    assert question_form(text) == form


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("How many local authorities joined?", "Ten joined.", False),  # no author is asked for
        ("Who are the authors?", "Ten joined.", True),
        ("Who was put in charge?", "Ten joined.", False),
        ("Which two areas joined?", "Ten areas joined in 2016.", True),
        ("Which two areas joined?", "Leeds and the Wirral joined in 2016.", False),
        ("How much money did it cost?", "It costs more than it did.", True),
        ("How much money did it cost?", "It cost £40,000.", False),
        ("Is it worth the time we spend there?", "It is.", False),  # no money is asked for
        ("What should we think about?", "The risks.", False),  # no view of anyone
    ],
)
def test_what_is_asked_for_by_name(question: str, text: str, lacks: bool) -> None:
    assert lacks_attribute(question, text) == lacks


@pytest.mark.parametrize(
    ("message", "document"),
    [
        ("Somebody trained over 5,000 people in restorative work. Who was it?", "family-valued"),
        ("I read somewhere that parents ran the change work themselves. Where was that?", "cdc"),
        (
            "There is one where young people do up their own homes. Which one is it?",
            "house-project",
        ),
    ],
)
def test_who_that_was_is_asked_of_what_is_told_before(
    boards: Assistant, message: str, document: str
) -> None:
    answer = boards.ask(message)
    assert answer.status == Status.ANSWERED
    assert answer.documents[0] == document


def test_they_are_of_the_place_told_before(boards: Assistant) -> None:
    answer = boards.ask("Bradford's not far from us. What did they do?")
    assert answer.status is Status.ANSWERED
    assert answer.documents == ("bradford",)
