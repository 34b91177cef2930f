"""Spans of documents in, the passages that hold them out; what retrieval is judged by."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from corpus.types import Collection, Passage
from eval_questions.dataset import Question


class Span(Protocol):
    """A stretch of a document's text."""

    @property
    def document_id(self) -> str:
        """The document's id."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


def overlap(one: Span, other: Span) -> bool:
    """Whether the two spans share a character of the same document."""
    same = one.document_id == other.document_id
    return same and one.start < other.end and other.start < one.end


def span_id(span: Span) -> str:
    """The name of a span in run and qrels files: `document:start-end`."""
    return f"{span.document_id}:{span.start}-{span.end}"


class PassageMap:
    """Every passage of an index, by its document."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages: dict[str, list[Passage]] = {}
        for passage in passages:
            self._passages.setdefault(passage.document_id, []).append(passage)

    def holding(self, span: Span) -> list[str]:
        """The ids of the passages that overlap the span, in order.

        A span that no passage holds, such as a pointer to further reading after the body, belongs
        to the last passage that begins before it; one in a document without passages stands for
        itself, so that it counts as something that was never found.
        """
        passages = self._passages.get(span.document_id, [])
        held = [span_id(passage) for passage in passages if overlap(passage, span)]
        if held or not passages:
            return held or [span_id(span)]
        before = [p for p in passages if p.start <= span.start]
        return [span_id(before[-1] if before else passages[0])]

    def of(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The ids of the passages that hold the spans, in their order, each once."""
        return tuple(dict.fromkeys(name for span in spans for name in self.holding(span)))

    def qrels(self, questions: Sequence[Question]) -> dict[str, tuple[str, ...]]:
        """For each question with gold: the ids of its relevant passages, sorted."""
        return {q.id: tuple(sorted(self.of(q.gold))) for q in questions if q.gold}


def index_faults(passages: Iterable[Passage], collection: Collection) -> list[str]:
    """One message for each passage whose offsets don't give its text."""
    faults = []
    for passage in passages:
        document = collection.by_id.get(passage.document_id)
        if document is None or document.text[passage.start : passage.end] != passage.text:
            faults.append(f"passage {span_id(passage)}: its offsets do not give its text")
    return faults
