"""One thing or another that a set is asked for by."""

from assistant.reading.alternatives import alternatives
from assistant.reading.lexicon import Lexicon
from assistant.reading.read import read_question
from corpus.load import load_collection

COLLECTION = load_collection()
LEXICON = Lexicon(COLLECTION)


def asked(text: str) -> list[str]:
    return alternatives(read_question(text, LEXICON, COLLECTION.settings))


def test_each_is_asked_for_by_itself() -> None:
    assert asked("Which projects are about fostering or adoption?") == [
        "Which projects are about fostering?",
        "Which projects are about adoption?",
    ]


def test_what_leans_on_the_first_is_none() -> None:
    assert asked("Which help children who were sexually abused or exploited?") == []
