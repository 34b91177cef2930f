"""Sentences that say only what an answer says of every document beside its kind."""

from collections.abc import Sequence

from assistant.finding.evidence import ScoredSentence
from assistant.language.phrases import any_stands_in
from assistant.reading.question import Kind, Question
from corpus.types import Collection, Passage


def without_notes(
    sentences: Sequence[ScoredSentence], question: Question, collection: Collection
) -> list[ScoredSentence]:
    """The sentences that say more than that; all of them, where the question speaks of it."""
    asked = _asks_for_notes(question, collection)
    return [s for s in sentences if asked or not _is_note(s.passage, collection)]


def _asks_for_notes(question: Question, collection: Collection) -> bool:
    """Whether it speaks of such a thing (`in the Programme`); a set may be what has it."""
    settings = collection.settings.collection
    mentions = (*question.mentions, *question.left_out)
    about = [word for kind in settings.kinds.values() if kind.about for word in kind.words]
    named = question.kind is Kind.LIST or any_stands_in(about, question.text)
    return named or any(t.facet in settings.shown_facets for m in mentions for t in m.targets)


def _is_note(sentence: Passage, collection: Collection) -> bool:
    shown = collection.settings.collection.shown_facets
    return any(
        fact.facet in shown and fact.start <= sentence.start and sentence.end <= fact.end
        for fact in collection.by_id[sentence.document_id].facts
    )
