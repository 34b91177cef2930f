"""Faults in what is written beside a collection's texts: wordings, unsaid, properties, usual."""

from pathlib import Path

from tests.corpus.test_faults import ONE, faults


def test_plain_wordings_belong_to_a_document_and_its_words(tmp_path: Path) -> None:
    plain = "two:\n  - {words: x, says: [y]}\none:\n  - words: York has\n    says: [a city]\n"
    assert faults(tmp_path, a=ONE, plain=plain) == [
        "plain.yaml:1: no document 'two': use a document's id",
        "plain.yaml:4: 'York has' does not stand in the text: quote the text's own words",
    ]


def test_what_is_unsaid_belongs_to_a_document(tmp_path: Path) -> None:
    unsaid = "one: [who paid?]\ntwo: [what did it cost?]\n"
    assert faults(tmp_path, a=ONE, unsaid=unsaid) == [
        "unsaid.yaml:2: no document 'two': use a document's id"
    ]


def test_what_is_asked_of_the_assistant_has_a_reply(tmp_path: Path) -> None:
    assert faults(tmp_path, a=ONE, itself="- asked: [who are you?]\n") == [
        "itself.yaml:1: 0.reply: missing key: add this key"
    ]


def test_a_property_has_documents_and_words_that_stand_in_them(tmp_path: Path) -> None:
    properties = (
        "- name: swimming\n  asked: [swim]\n  members:\n    two: Leeds\n    one: from York\n"
        "- name: towns\n  members: {}\n  colour: red\n"
    )
    assert faults(tmp_path, a=ONE, properties=properties) == [
        "properties.yaml:6: 1.asked: missing key: add this key",
        "properties.yaml:8: 1.colour: unknown key: remove it, or correct its spelling",
    ]
    properties = properties[: properties.index("- name: towns")]
    assert faults(tmp_path, a=ONE, properties=properties) == [
        "properties.yaml:4: no document 'two': use a document's id",
        "properties.yaml:5: 'from York' does not stand in the text: quote the text's own words",
    ]


def test_a_usual_question_has_documents_and_words_that_stand_in_them(tmp_path: Path) -> None:
    usual = (
        "- name: season\n  asked: [when?]\n  told:\n    two: Leeds\n    one: from York\n"
        "- name: price\n  asked: [what?]\n  open: [three]\n"
    )
    assert faults(tmp_path, a=ONE, usual=usual) == [
        "usual.yaml:4: no document 'two' to ask it of: use the id of a document that lists count",
        "usual.yaml:5: 'from York' does not stand in the text: quote the text's own words",
        "usual.yaml:8: no document 'three' to ask it of: use the id of a document that lists count",
    ]
    usual = "- name: season\n  asked: [when?]\n  told: {one: has}\n  open: [one]\n"
    assert faults(tmp_path, a=ONE, usual=usual) == [
        "usual.yaml:4: 'one' is both told and open: leave it out of one"
    ]
