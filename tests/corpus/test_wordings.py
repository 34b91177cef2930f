"""The files of what people ask in their own words are read: `plain.yaml`, `itself.yaml`, ..."""

from pathlib import Path

import pytest

from corpus.load import load_collection
from corpus.types import Collection, Itself, Member, PlainWording, Property, Usual

BOARD = """\
title: Reports
documents:
  - {id: one, title: The swim club, text: Leeds has one club. It is open in winter.}
  - {id: two, title: Winter, text: York is cold in winter.}
"""


def load(folder: Path, **files: str) -> Collection:
    for name, content in {"board": BOARD, **files}.items():
        (folder / f"{name}.yaml").write_text(content)
    return load_collection(folder)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("one club", "one club"),
        ("IT IS open", "It is open"),  # whatever its case
        ("club", "club"),  # in the title too: the text shows it
        ("The Swim Club", ""),  # in the title alone
    ],
)
def test_a_member_is_shown_by_its_text_and_else_by_its_title(
    words: str, shown: str, tmp_path: Path
) -> None:
    file = f"- {{name: clubs, asked: [a club, clubs], members: {{one: {words}}}}}\n"
    found = load(tmp_path, properties=file)
    text = found.by_id["one"].text
    start = text.index(shown) if shown else 0
    member = Member("one", start, start + len(shown))
    assert found.properties == (Property("clubs", ("a club", "clubs"), (member,)),)
    assert text[member.start : member.end] == shown


def test_wordings_and_what_is_unsaid_go_to_their_documents(tmp_path: Path) -> None:
    plain = "one:\n  - {words: it is open, says: [when to swim, opening season]}\n"
    found = load(tmp_path, plain=plain, unsaid="two: [how cold is York?]\n")
    one, two = found.documents
    start = one.text.index("It is open")
    wordings = (PlainWording(start, "when to swim"), PlainWording(start, "opening season"))
    assert (one.plain, one.unsaid) == (wordings, ())
    assert (two.plain, two.unsaid) == ((), ("how cold is York?",))


def test_what_is_on_other_subjects_belongs_to_no_document(tmp_path: Path) -> None:
    found = load(tmp_path, off_topic="[how do I bake bread?, bin day]\n")
    assert found.off_topic == ("how do I bake bread?", "bin day")
    assert all(not document.unsaid for document in found.documents)


def test_what_is_asked_of_the_assistant_itself_has_replies(tmp_path: Path) -> None:
    found = load(tmp_path, itself="- {reply: I am a machine., asked: [who are you?, a robot?]}\n")
    assert found.itself == (Itself("I am a machine.", ("who are you?", "a robot?")),)


def test_what_several_sentences_meet_together_is_a_wording_of_each(tmp_path: Path) -> None:
    plain = "one: [{words: [Leeds, It is open], says: [to swim]}]\n"
    one = load(tmp_path, plain=plain).by_id["one"]
    starts = (0, one.text.index("It is open"))
    assert one.plain == tuple(PlainWording(start, "to swim") for start in starts)


def test_a_usual_question_is_a_wording_of_what_tells_it_and_untold_elsewhere(
    tmp_path: Path,
) -> None:
    usual = (
        "- {name: season, asked: [When is it?, its season], told: {one: it is open}}\n"
        "- {name: price, asked: [What does it cost?], open: [two]}\n"
    )
    found = load(tmp_path, plain="one:\n  - {words: it is open, says: [when]}\n", usual=usual)
    one, two = found.documents
    start = one.text.index("It is open")
    wordings = ("when", "When is it?", "its season")
    assert one.plain == tuple(PlainWording(start, text) for text in wordings)
    assert (two.plain, one.unsaid, two.unsaid) == ((), (), ())
    assert found.usual == (
        Usual(("When is it?", "its season"), untold=("two",)),
        Usual(("What does it cost?",), untold=("one",)),
    )


KINDS = """\
kinds:
  story: {label: a story, one: story, many: stories, counted: true}
  tip: {label: a tip, one: tip, many: tips}
"""


def test_a_usual_question_is_asked_of_what_lists_count_alone(tmp_path: Path) -> None:
    board = BOARD.replace("id: one", "kind: story, id: one").replace(
        "id: two", "kind: tip, id: two"
    )
    found = load(tmp_path, board=board, collection=KINDS, usual="- {name: x, asked: [Why?]}\n")
    assert found.usual == (Usual(("Why?",), untold=("one",)),)


def test_a_collection_needs_none_of_them(tmp_path: Path) -> None:
    found = load(tmp_path)
    assert (found.properties, found.usual) == ((), ())
    assert [(document.plain, document.unsaid) for document in found.documents] == [((), ())] * 2


def test_every_member_of_the_boards_properties_is_shown_by_whole_words() -> None:
    boards = load_collection()
    assert boards.properties
    for shared in boards.properties:
        assert len({member.document_id for member in shared.members}) == len(shared.members)
        for member in shared.members:
            text = boards.by_id[member.document_id].text
            edges = text[max(member.start - 1, 0) : member.start], text[member.end : member.end + 1]
            whole = not any(edge.isalnum() for edge in edges)
            assert whole or member.start == member.end == 0, (shared.name, member)
