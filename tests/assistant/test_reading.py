"""Names, slips and kinds of question."""

import pytest

from assistant.lexicon import Lexicon
from assistant.question import Kind, read_question
from assistant.refusals import unsaid
from corpus.load import load_collection

COLLECTION = load_collection()
LEXICON = Lexicon(COLLECTION)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Familly Valued", "Family Valued"),
        ("Brightr futures", "Brighter futures"),
        ("Sings of Saftey", "Signs of Safety"),
        ("the Mocking Bird model", "the Mockingbird model"),
        ("hertfordshre", "Hertfordshire"),
    ],
)
def test_slips_are_mended(written: str, meant: str) -> None:
    assert LEXICON.correct(written) == meant


@pytest.mark.parametrize(
    "text",
    ["combi boiler", "greyhound rescue", "How did they reorganise it?", "number crunchers",
     "Ofsted grade", "Jayden is 15"],
)  # fmt: skip
def test_a_real_word_is_not_bent_into_a_known_one(text: str) -> None:
    assert LEXICON.correct(text) == text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hi there", Kind.SMALL_TALK),
        ("My daughter keeps running away. What should I do?", Kind.ADVICE),
        ("Write me a poem about Leeds", Kind.STEERING),
        ("What does RSW stand for?", Kind.EXPANSION),
        ("Where can I read the evaluation of Mockingbird?", Kind.LINK),
        ("What did the evaluation of Mockingbird find?", Kind.FACT),
        ("Compare Pause and FDAC", Kind.COMPARISON),
        ("Who adapted No Wrong Door?", Kind.RELATION),
        ("Which projects use restorative practice?", Kind.LIST),
        ("How do we take account of a new context?", Kind.GUIDANCE),
        ("How many hubs has No Wrong Door got?", Kind.FACT),
    ],
)
def test_the_kind_of_question(question: str, kind: Kind) -> None:
    assert read_question(question, LEXICON, COLLECTION.settings).kind == kind


@pytest.mark.parametrize(
    ("asked", "object_of_say"),
    [
        ("How many beds has Right Home got?", "how many beds Right Home has got"),
        ("Who is the chief executive of Daybreak?", "who the chief executive of Daybreak is"),
        ("How much does Pause cost?", "how much Pause costs"),
        ("Does Pause work in Wales?", "whether Pause works in Wales"),
    ],
)
def test_a_question_as_the_object_of_a_sentence(asked: str, object_of_say: str) -> None:
    question = read_question(asked, LEXICON, COLLECTION.settings)
    assert unsaid(asked, question) == object_of_say
