"""The collection as the program sees it: documents, passages, links, facts and relations."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from corpus.schema import Settings


class CorpusError(Exception):
    """Every fault found in a collection's files, each with its file, line and mend."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Link:
    """An address to read on: `kind` is read from the address, `label` is the source's own word."""

    kind: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a facet (a place, a theme, ...) and the span of the text that shows it."""

    facet: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Relation:
    """`who` stands in the relation `kind` to `what`, shown by a span of `document_id`'s text."""

    kind: str
    who: str
    what: str
    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlainWording:
    """Everyday words for the sentence that holds offset `start`, or a question that it answers."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Member:
    """A document that has a property, and the span that shows it (`start == end`: its title)."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Property:
    """What several documents have in common, as people ask for it."""

    name: str
    asked: tuple[str, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Usual:
    """What people ask of every document, in wordings that call it `it`.

    `untold`: the ids of the documents that don't tell it. In those that do, the wordings stand
    among their own.
    """

    asked: tuple[str, ...]
    untold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One story, guidance section or other text.

    `text[:body_end]` is the body; what follows is the source's own pointer to further reading.
    `name` is the short name people use, `title` the source's heading, `where` the places it is
    about. `plain` and `unsaid` are searched and never shown: wordings of its sentences, and
    questions that no text answers.
    """

    id: str
    kind: str
    title: str
    name: str
    board: str
    section: str
    text: str
    body_end: int
    source: str
    year: int | None
    where: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()
    plain: tuple[PlainWording, ...] = ()
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document: `document.text[start:end] == text`, always."""

    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Itself:
    """What people ask of the assistant itself, and its reply, in the keepers' words."""

    reply: str
    asked: tuple[str, ...]


@dataclass(frozen=True)
class Collection:
    """Every document and the settings; `off_topic`: what people ask that no document is about."""

    documents: tuple[Document, ...]
    settings: Settings
    properties: tuple[Property, ...] = ()
    usual: tuple[Usual, ...] = ()
    off_topic: tuple[str, ...] = ()
    itself: tuple[Itself, ...] = ()
    digest: str = field(compare=False, default="")
    logo: Path | None = field(compare=False, default=None)

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Documents by their id, in the collection's order."""
        return {document.id: document for document in self.documents}

    @cached_property
    def counted(self) -> dict[str, Document]:
        """By id, the documents that lists are about: of a counted kind, or all where none is."""
        kinds = self.settings.collection.kinds
        chosen = [d for d in self.documents if d.kind in kinds and kinds[d.kind].counted]
        return {document.id: document for document in chosen or self.documents}

    @cached_property
    def having(self) -> Counter[tuple[str, str]]:
        """For each facet's value how many of the counted documents have it."""
        return Counter(
            pair
            for document in self.counted.values()
            for pair in {(fact.facet, fact.value) for fact in document.facts}
        )

    @cached_property
    def told_at(self) -> dict[str, dict[tuple[str, str], list[int]]]:
        """For each document's id where its words show each facet's value, or what is part of it."""
        wider = [
            ((facet, part), name)
            for facet, known in self.settings.vocabulary.facets.items()
            for name, parts in known.broader.items()
            for part in parts
        ]
        found: dict[str, dict[tuple[str, str], list[int]]] = {}
        for document in self.documents:
            told = found[document.id] = {}
            for fact in document.facts:
                shown = fact.facet, fact.value
                for name in {fact.value, *(name for part, name in wider if part == shown)}:
                    told.setdefault((fact.facet, name), []).append(fact.start)
        return found

    @cached_property
    def usual_untold(self) -> dict[str, frozenset[int]]:
        """For each document's id the numbers of the usual questions that it does not tell."""
        return {
            document.id: frozenset(n for n, u in enumerate(self.usual) if document.id in u.untold)
            for document in self.documents
        }

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation of every document, in the collection's order."""
        return tuple(r for document in self.documents for r in document.relations)
