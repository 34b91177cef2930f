"""Two or three named things in, what the texts say of each, side by side, out."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.evidence import Evidence, in_document_order
from assistant.question import Question, outside_names
from assistant.sets import find_by_facts
from corpus.types import Document

MOST = 4
SENTENCES = 3


def compared(question: Question, evidence: Evidence) -> list[Document]:
    """The documents that the question compares: those it names, else those its facts select."""
    collection = evidence.collection
    named = [collection.by_id[name] for name in question.documents]
    if len(named) < 2:
        named += [d for d in find_by_facts(question, collection) if d not in named]
    return named[:MOST]


def comparison_statements(
    documents: list[Document], parts: Sequence[Evidence]
) -> tuple[Statement, ...]:
    """For each document its best sentence on each part of the question, and on the whole of it.

    `parts` holds the evidence of the whole question and then of its clauses. Where nothing but
    names is asked about, a document's first sentences stand for it.
    """
    result = []
    for document in documents:
        ranked = [part.sentences_of({document.id}) for part in parts]
        if outside_names(parts[0].question):
            chosen = [sentences[0] for sentences in ranked] + ranked[0][1:SENTENCES]
        else:
            chosen = sorted(ranked[0], key=lambda s: s.passage.start)
        distinct = list({s.number: s for s in chosen}.values())[:SENTENCES]
        result.append(Statement(document.id, in_document_order(distinct)))
    return tuple(result)
