"""No word of the source is lost and none is invented, but for what `left_out.yaml` says."""

import re
from collections import Counter
from typing import Any

import pytest
import yaml

from corpus.load import BOARDS, load_collection
from corpus.types import Collection, Document

SOURCE = (BOARDS / "source.txt").read_text(encoding="utf-8")
WRITTEN: dict[str, Any] = yaml.safe_load((BOARDS / "left_out.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def collection() -> Collection:
    return load_collection()


def repaired(text: str) -> str:
    """The source with a link as its label and its address, and without asterisks."""
    return re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1 \2", text).replace("*", "")


def words(text: str) -> list[str]:
    """Words as written; an address is one word, without its scheme and its last slash."""
    found = re.findall(r"(?:https?://|mailto:)?([\w&][\w&@./'’_-]*)", text)
    return [word.rstrip("./'’-") for word in found]


def addresses(document: Document) -> set[str]:
    return {words(link.url)[0] for link in document.links}


def heading(text: str) -> str:
    return " ".join(words(text)).casefold()


def document_words(collection: Collection) -> list[tuple[str, Document]]:
    """Every word of every title and text, in order, without the words that are written twice."""
    stream = []
    for document in collection.documents:
        text = f"{document.title} {document.text}"
        for repeated in WRITTEN["repeated"]:
            if repeated["document"] == document.id:
                assert text.count(repeated["words"]) == 2
                text = text.replace(repeated["words"], "", 1)
        stream += [(word, document) for word in words(text)]
    return stream


def test_every_word_of_the_source_is_a_documents_or_written_down_and_in_order(
    collection: Collection,
) -> None:
    stream = document_words(collection)
    sections = {heading(document.section) for document in collection.documents}
    boards = {heading(document.board.partition(". ")[2]) for document in collection.documents}
    left_out = {entry["words"]: entry["times"] for entry in WRITTEN["left_out"]}
    seen: Counter[str] = Counter()
    linked: set[tuple[str, str]] = set()
    place = 0
    for number, line in enumerate(repaired(SOURCE).splitlines(), start=1):
        rest = words(line)
        expected_next = [word for word, _ in stream[place : place + len(rest)]]
        if rest[:1] != expected_next[:1] and rest[:1] and rest[0] in left_out:
            seen[rest.pop(0)] += 1  # a board's number, before its title or alone
        if " ".join(rest) in left_out and rest != expected_next:
            seen[" ".join(rest)] += 1
            continue
        if heading(" ".join(rest)) in sections | boards:
            seen[heading(" ".join(rest))] += 1
            continue
        for word in rest:
            expected, document = stream[min(place, len(stream) - 1)]
            before = stream[place - 1][1] if place else document
            owner = before if word in addresses(before) else document
            if word in addresses(owner):
                linked.add((owner.id, word))
                place += word == expected
                continue
            assert (word, place < len(stream)) == (expected, True), f"source.txt:{number}"
            place += 1
    assert place == len(stream)
    assert {text: seen[text] for text in left_out} == left_out
    assert linked == {(d.id, address) for d in collection.documents for address in addresses(d)}
    headed = sections - {heading(own) for own in WRITTEN["own_words"]}
    assert {text: seen[text] for text in headed} == dict.fromkeys(headed, 1)


def test_every_paragraph_is_the_sources_to_the_last_comma(collection: Collection) -> None:
    source = " ".join(SOURCE.replace("*", "").split())
    for document in collection.documents:
        for paragraph in document.text[: document.body_end].splitlines():
            assert paragraph.strip() in source, document.id
