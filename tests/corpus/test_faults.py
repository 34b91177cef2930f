"""Every kind of fault in a collection's files, with its exact message, line and mend."""

from pathlib import Path

import pytest

from corpus.load import load_collection
from corpus.types import CorpusError

HEAD = "title: Reports\ndocuments:\n"  # two lines, so a document begins on line 3
ONE = HEAD + "  - id: one\n    title: One\n    text: Leeds has one project.\n"


def faults(folder: Path, **files: str | bytes) -> list[str]:
    """What is said of those files, each message without the folder's name."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.yaml").write_bytes(data)
    with pytest.raises(CorpusError) as caught:
        load_collection(folder)
    return [fault.replace(f"{folder}/", "") for fault in caught.value.faults]


BROKEN = {
    "unknown key": (
        ONE + "    colour: red\n",
        "a.yaml:6: documents.0.colour: unknown key: remove it, or correct its spelling",
    ),
    "missing field": (
        HEAD + "  - id: one\n    title: One\n",
        "a.yaml:3: documents.0.text: missing key: add this key",
    ),
    "missing title of the file": (
        ONE.removeprefix("title: Reports\n"),
        "a.yaml:1: title: missing key: add this key",
    ),
    "empty file": (
        "",
        "a.yaml:1: title: missing key: add this key",
        "a.yaml:1: documents: missing key: add this key",
    ),
    "wrong type": (
        HEAD + "  - id: one\n    title: 2017\n    text: Leeds.\n",
        "a.yaml:4: documents.0.title: Input should be a valid string (found '2017'): "
        "write text; put quotation marks round a number, a date or a yes/no",
    ),
    "wrong type of a number": (
        ONE + "year: '2017'\n",
        "a.yaml:6: year: Input should be a valid integer (found '2017'): correct the value",
    ),
    "a list where keys are expected": (
        "- one\n",
        "a.yaml:1: the file: Input should be a dictionary or an instance of BoardFile "
        "(found \"['one']\"): correct the value",
    ),
    "empty text": (
        HEAD + "  - id: one\n    title: One\n    text: ''\n",
        "a.yaml:5: documents.0.text: String should have at least 1 character (found ''): "
        "write something here, or remove the key",
    ),
    "malformed id": (
        HEAD + "  - id: Number One\n    title: One\n    text: Leeds.\n",
        "a.yaml:3: documents.0.id: String should match pattern '^[a-z0-9][a-z0-9-]*$' "
        "(found 'Number One'): correct its form",
    ),
    "a place of no text": (
        ONE + "    where: [Leeds, Ealing]\n",
        "a.yaml:6: 'Ealing' stands in no text of it: use its own words",
    ),
    "malformed link": (
        ONE + "    links:\n      - {label: site, url: www.example.org}\n",
        "a.yaml:7: documents.0.links.0.url: String should match pattern "
        r"'^(https?://[^\s/]+\.[^\s/]+\S*|mailto:\S+@\S+\.\S+)$' "
        "(found 'www.example.org'): correct its form",
    ),
    "broken YAML": (
        "title: Reports\ndocuments: [\n",
        "a.yaml:3: broken YAML: expected the node content, but found '<stream end>': "
        "check indentation and quotation marks",
    ),
    "an unprintable character": (
        "title: Re\x07ports\n",
        "a.yaml:1: broken YAML: unacceptable character #x0007: special characters are not allowed\n"
        '  in "<unicode string>", position 9: remove what a text editor would not show',
    ),
    "a key twice": (
        ONE + "    title: Again\n",
        "a.yaml:6: key 'title' stands here twice: keep one of them",
    ),
    "an id twice": (
        ONE + "  - id: one\n    title: Two\n    text: York.\n",
        "a.yaml:6: id 'one' is taken: choose another; the first is in a.yaml:3",
    ),
    "not UTF-8": (
        "title: Café".encode("latin-1"),
        "a.yaml:1: not UTF-8 text (unexpected end of data): save the file as UTF-8",
    ),
    "an unknown facet": (
        ONE + "    facts:\n      place: [Leeds]\n",
        "a.yaml:7: unknown facet 'place': use one of []",
    ),
    "an unknown relation, to nowhere, shown by words that don't stand in the text": (
        ONE + "    relations:\n      - {kind: adapts, what: two, words: from York}\n",
        "a.yaml:7: unknown relation 'adapts': use one of []",
        "a.yaml:7: 'from York' does not stand in the text: quote the text's own words",
        "a.yaml:7: relation to nowhere: 'two': use a document's id or a thing of vocabulary.yaml",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_told_with_its_line_and_its_mend(name: str, tmp_path: Path) -> None:
    content, *expected = BROKEN[name]
    assert faults(tmp_path, a=content) == expected


def test_a_fact_must_stand_in_the_text(tmp_path: Path) -> None:
    vocabulary = "facets:\n  place:\n    label: place\n"
    content = ONE + "    facts:\n      place:\n        - Leeds\n        - York\n"
    assert faults(tmp_path, a=content, vocabulary=vocabulary) == [
        "a.yaml:9: 'York' does not stand in the text: quote the text's own words"
    ]


def test_a_kind_must_be_one_of_the_collections(tmp_path: Path) -> None:
    collection = "kinds:\n  project: {one: project}\n"
    assert faults(tmp_path, a=ONE + "    kind: poem\n", collection=collection) == [
        "a.yaml:6: unknown kind 'poem': use one of ['project']"
    ]


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    told = faults(
        tmp_path,
        a=ONE + "    colour: red\n    size: big\n",
        b="title: [\n",
        c=ONE.replace("one", "other") + "    links: [{label: x, url: nowhere}]\n",
        collection="name: 3\n",
    )
    assert [fault.split(": ")[0] for fault in told] == [
        "collection.yaml:1", "a.yaml:6", "a.yaml:7", "b.yaml:2", "c.yaml:6",
    ]  # fmt: skip


def test_an_id_may_not_stand_in_two_files(tmp_path: Path) -> None:
    assert faults(tmp_path, a=ONE, b=ONE) == [
        "b.yaml:3: id 'one' is taken: choose another; the first is in a.yaml:3"
    ]


def test_a_folder_must_be_there_and_hold_documents(tmp_path: Path) -> None:
    assert faults(tmp_path) == [f"{tmp_path}: no YAML file with documents: add one"]
    with pytest.raises(CorpusError) as caught:
        load_collection(tmp_path / "none")
    assert caught.value.faults == [
        f"{tmp_path}/none: no such folder: name one that holds a collection's YAML"
    ]
