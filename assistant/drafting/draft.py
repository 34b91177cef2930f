"""What an answer is made of before it has markers: statements, each with its quotations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from assistant.types import AnswerLink, Status
from corpus.types import Collection, Passage


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of one document that an answer shows: whole sentences, the best first.

    `note`: our own words before them, where the document doesn't say what was asked.
    """

    document_id: str
    quotes: tuple[Passage, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one line of our own words; `layout` is `lines`, `bullets` or `table`."""

    opening: str
    statements: tuple[Statement, ...] = ()
    layout: str = "lines"


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole answer, not yet numbered."""

    status: Status
    sections: tuple[Section, ...]
    links: tuple[AnswerLink, ...] = ()

    @property
    def is_untold(self) -> bool:
        """Whether nothing that is asked is told, though its subject is here."""
        return self.status is Status.PARTLY and not self.sections[0].statements

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that it shows, in its order."""
        return tuple(
            dict.fromkeys(s.document_id for part in self.sections for s in part.statements)
        )


READ_ON = Section("Read on:")  # above the links to what an answer cites


def nearest_if(doubtful: bool, told: Section, collection: Collection) -> Section:
    """What is told; where it may not be what was asked, called the nearest that there is."""
    opening = f"The nearest {collection.settings.collection.name} come to this:"
    return replace(told, opening=opening) if doubtful else told


def merged(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """One statement for each document, with all its quotes."""
    quotes: dict[str, tuple[Passage, ...]] = {}
    for statement in statements:
        before = quotes.get(statement.document_id, ())
        quotes[statement.document_id] = tuple(dict.fromkeys((*before, *statement.quotes)))
    return tuple(Statement(name, found) for name, found in quotes.items())


def first_answered(drafts: Iterator[Draft]) -> Draft:
    """The first that answers in full; without one, the first of all."""
    first = next(drafts)
    return next((d for d in chain([first], drafts) if d.status is Status.ANSWERED), first)
