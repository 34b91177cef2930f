"""What of a document is encoded and what BM25 reads, level by level."""

from dataclasses import replace

import pytest

from corpus.schema import Settings
from corpus.types import Collection, Document, Member, PlainWording, Property, Usual
from index.texts import Level, cut, nameless
from tests.index.fake import FakeEncoder, document

TEXT = "Right Home gives beds. It is in Calderdale."


def right_home() -> Document:
    plain = (PlainWording(23, "where the Right Home is"), PlainWording(0, "does it give beds"))
    made = document("right-home", TEXT, plain)
    return replace(
        made, title="A home: for some", name="Right Home: a start", aliases=("the pods", "RH"),
        unsaid=("what does Right Home cost?",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "without_name"),
    [
        ("What is Right Home: a start?", "What is it?"),  # the longest name first
        ("what does the right home cost", "what does it cost"),
        ("Right Home's beds and RH", "it's beds and it"),
        ("Right Homes, the podshow", "Right Homes, the podshow"),  # other words
        ("Who runs the pods?", "Who runs it?"),
    ],
)
def test_the_name_and_the_aliases_of_a_document_become_it(text: str, without_name: str) -> None:
    assert nameless(right_home(), text) == without_name


def test_each_level_has_its_texts_what_bm25_reads_and_their_owners() -> None:
    shared = Property("housing", ("a home", "beds"), (Member("right-home", 0, 0),))
    first = document("oats", "Oats grow.")
    made = cut(Collection((first, right_home()), Settings(), (shared,)), FakeEncoder())
    own = ["Oats. Reports. Oats grow.", f"A home: for some. Reports. {TEXT}"]
    assert made.levels["passages"] == Level(own, own, [0, 1])
    titled = "A home: for some. Reports. "
    assert made.levels["wordings"] == Level(
        texts=[
            "Oats. Reports. Oats grow.",
            titled + "Right Home gives beds.", "does it give beds",
            titled + "It is in Calderdale.", "where it is",
        ],
        worded=[
            "Oats. Reports. Oats grow.",
            titled + "Right Home gives beds.", titled + "does it give beds",
            titled + "It is in Calderdale.", titled + "where the Right Home is",
        ],
        owners=[0, 1, 1, 2, 2],
    )  # fmt: skip
    assert made.levels["unsaid"] == Level(
        ["what does it cost?"], ["what does Right Home cost?"], [1]
    )
    phrases = ["housing", "a home", "beds"]
    assert made.levels["phrases"] == Level(phrases, phrases, [0, 0, 0])


def test_usual_questions_stand_once_after_what_documents_leave_unsaid() -> None:
    usual = Usual(("Why?", "What for?"), ("oats", "right-home"))
    documents = (document("oats", "Oats grow."), right_home())
    levels = cut(Collection(documents, Settings(), usual=(usual,)), FakeEncoder()).levels
    assert levels["unsaid"].texts == ["what does it cost?", "Why?", "What for?"]
    assert levels["unsaid"].owners == [1, 2, 2]


def test_a_collection_of_documents_alone_leaves_two_levels_empty() -> None:
    levels = cut(Collection((document("oats", "Oats grow."),), Settings()), FakeEncoder()).levels
    assert (levels["unsaid"], levels["phrases"]) == (Level(), Level())
