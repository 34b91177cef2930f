"""Two or more named things in, what the texts say of each, side by side, out."""

from collections.abc import Sequence

from assistant.conditions import find_by_facts
from assistant.coverage import is_silent
from assistant.draft import Statement
from assistant.evidence import Evidence, ScoredSentence
from assistant.question import Question, outside_names
from assistant.words import language, stem
from corpus.types import Document

MOST = 4
SENTENCES = 3
NEAR = 0.8  # how far below the best a document's sentence may lie that is compared unnamed


def compared(question: Question, evidence: Evidence) -> list[Document]:
    """The documents that the question compares.

    Those it names, and those that a thing it names stands in relation with; else those its facts
    select; else those whose best sentences are about as near to it.
    """
    collection = evidence.collection
    named = [collection.by_id[name] for name in question.documents]
    for thing in question.things:
        if thing not in collection.by_id:
            tied = [r.document_id for r in collection.relations if thing in (r.who, r.what)]
            named += [collection.by_id[name] for name in tied[:1]]
    if len(named) < 2:
        named += find_by_facts(question, collection)
    if len(set(named)) < 2:
        near = evidence.sentences[0].score - NEAR
        found = [s.passage.document_id for s in evidence.sentences if s.score >= near]
        named += [collection.by_id[name] for name in found[:2]]
    return list(dict.fromkeys(named))[:MOST]


def comparison_statements(
    documents: list[Document], parts: Sequence[Evidence]
) -> tuple[Statement, ...]:
    """For each document its best sentences on each part of the question, and on the whole of it.

    `parts` holds the evidence of the whole question and then of its clauses. Where nothing but
    names is asked about, a document's first sentences stand for it. A row whose sentences don't say
    what was asked notes it.
    """
    result = []
    asked = _asked(parts[0].question)
    for document in documents:
        ranked = [part.sentences_of({document.id}) for part in parts]
        ranked = [[s for s in found if not _is_shown(s, document, parts[0])] for found in ranked]
        if asked:
            chosen = [sentences[0] for sentences in ranked] + ranked[0][1:SENTENCES]
        else:
            chosen = sorted(ranked[0], key=lambda s: s.passage.start)
        distinct = list({s.number: s for s in chosen}.values())[:SENTENCES]
        silent = asked and is_silent(parts[0], distinct)
        note = f"{parts[0].collection.settings.collection.name} don't say; nearest:"
        note = note[0].upper() + note[1:] if silent else ""
        kept = distinct[:1] if silent else distinct
        result.append(Statement(document.id, tuple(s.passage for s in kept), note))
    return tuple(result)


def _asked(question: Question) -> bool:
    """Whether something is asked about the things compared, beside the words of comparing."""
    comparing = {stem(part) for phrase in language()["compare"] for part in phrase.split()}
    return any(word.stem not in comparing for word in outside_names(question))


def _is_shown(sentence: ScoredSentence, document: Document, evidence: Evidence) -> bool:
    """Whether a sentence says only what stands beside the document's name in every answer."""
    shown = evidence.collection.settings.collection.shown_facets
    passage = sentence.passage
    return any(
        fact.facet in shown and (fact.start, fact.end) == (passage.start, passage.end)
        for fact in document.facts
    )
