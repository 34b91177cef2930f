"""A collection in, the texts in it that mean the same out: what a model can learn from."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.chunk import split_sentences
from corpus.types import Collection, Document
from index.texts import embedded_text, nameless, plain_wordings


@dataclass(frozen=True, slots=True)
class Meaning:
    """What several texts say: a sentence, or what documents have in common.

    `wordings`: as people put it. `quoted`: as documents do, each with the document's id. `unlike`:
    near to it, and not said by it. `documents`: the ids of those that have it in common; none of
    these is unlike it, and of a sentence there are none.
    """

    wordings: tuple[str, ...]
    quoted: tuple[tuple[str, str], ...]
    unlike: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()


def sentence_meanings(collection: Collection) -> list[Meaning]:
    """One for each sentence that its keepers have put in other words.

    What is asked of every document says of no sentence what that is about, and is left out.
    """
    usual = {text for entry in collection.usual for text in entry.asked}
    return [
        Meaning(
            tuple(nameless(document, wording) for wording in wordings),
            ((document.id, embedded_text(document, sentence.text)),),
            tuple(nameless(document, question) for question in document.unsaid),
        )
        for document in collection.documents
        for sentence in split_sentences(document)
        if (wordings := [w for w in plain_wordings(document, sentence) if w not in usual])
    ]


def property_meanings(collection: Collection) -> list[Meaning]:
    """One for each property that documents have in common."""
    return [
        Meaning(
            (shared.name, *shared.asked),
            tuple(
                (member.document_id, text)
                for member in shared.members
                if member.end
                for text in _telling(collection.by_id[member.document_id], member.start, member.end)
            ),
            documents=frozenset(member.document_id for member in shared.members),
        )
        for shared in collection.properties
    ]


def _telling(document: Document, start: int, end: int) -> Iterator[str]:
    """The words of a document that show a property, and the sentence that holds them."""
    yield document.text[start:end]
    for sentence in split_sentences(document):
        if sentence.start <= start < sentence.end:
            yield embedded_text(document, sentence.text)
