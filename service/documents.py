"""Documents and hits as the API and the tools show them."""

from dataclasses import dataclass

from assistant.types import AnswerLink
from corpus.types import Document
from index.types import Hit


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text."""

    id: str
    title: str
    name: str
    board: str
    section: str
    kind: str
    year: int | None
    links: tuple[AnswerLink, ...]


@dataclass(frozen=True, slots=True)
class WholeDocument(DocumentSummary):
    """A document with its text, which citations' `start` and `end` count in."""

    text: str
    aliases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that a search found; a higher score is better, ranks start at 1."""

    rank: int
    score: float
    document_id: str
    title: str
    board: str
    section: str
    kind: str
    passage: str
    start: int
    end: int
    links: tuple[AnswerLink, ...]


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Every document of the collection, in its order."""

    documents: tuple[DocumentSummary, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found, best first."""

    query: str
    hits: tuple[FoundPassage, ...]


def links(document: Document) -> tuple[AnswerLink, ...]:
    """A document's links in the answer contract's form."""
    return tuple(AnswerLink(link.kind, link.label, link.url) for link in document.links)


def summary(document: Document) -> DocumentSummary:
    """A document without its text."""
    d = document
    return DocumentSummary(d.id, d.title, d.name, d.board, d.section, d.kind, d.year, links(d))


def whole(document: Document) -> WholeDocument:
    """A document with its text."""
    d = document
    return WholeDocument(
        d.id, d.title, d.name, d.board, d.section, d.kind, d.year, links(d),
        text=d.text, aliases=d.aliases, source=d.source,
    )  # fmt: skip


def found(hit: Hit, document: Document) -> FoundPassage:
    """A hit with what is known of its document."""
    p, d = hit.passage, document
    return FoundPassage(
        hit.rank, hit.score, d.id, d.title, d.board, d.section, d.kind,
        p.text, p.start, p.end, links(d),
    )  # fmt: skip
