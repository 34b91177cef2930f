"""What an answer is made of before it has markers: statements, each with its quotations."""

from dataclasses import dataclass

from assistant.types import AnswerLink, Status
from corpus.types import Passage


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of one document that an answer shows: whole sentences, in the document's order.

    `lead` stands before them in place of the document's name and kind, where it is given.
    """

    document_id: str
    quotes: tuple[Passage, ...]
    lead: str = ""


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
