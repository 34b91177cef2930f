"""The answer contract: one object, the same in chat, widget, API, command line and export."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """What an answer is: see `docs/answer.md`."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_COVERED = "not_covered"
    SMALL_TALK = "small_talk"


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """A link that the answer itself points to."""

    kind: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A marker resolved: `document.text[start:end] == quote`, to the byte."""

    number: int
    document_id: str
    title: str
    board: str
    section: str
    kind: str
    quote: str
    start: int
    end: int
    passage: str
    links: tuple[AnswerLink, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with everything it rests on; `text` is Markdown with markers `[1]`."""

    question: str
    searched_for: str
    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    links: tuple[AnswerLink, ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that it cites, in its order."""
        return tuple(dict.fromkeys(citation.document_id for citation in self.citations))

    def to_dict(self) -> dict[str, Any]:
        """The contract's fields as plain values, ready for JSON."""
        return asdict(self)
