"""Two or three named things in, what the texts say of each, side by side, out."""

from assistant.draft import Statement
from assistant.evidence import Evidence, in_document_order
from assistant.question import Question
from assistant.words import content, words
from corpus.types import Document

MOST = 4
SENTENCES = 2


def compared(question: Question, evidence: Evidence) -> list[Document]:
    """The documents that the question compares, in its order."""
    return [evidence.collection.by_id[name] for name in question.documents[:MOST]]


def comparison_statements(
    question: Question, documents: list[Document], evidence: Evidence
) -> tuple[Statement, ...]:
    """For each document its best sentences on what is compared, or its first where all is."""
    result = []
    for document in documents:
        ranked = evidence.sentences_of({document.id})
        if not aspect(question):
            ranked = sorted(ranked, key=lambda s: s.passage.start)
        result.append(Statement(document.id, in_document_order(ranked[:SENTENCES])))
    return tuple(result)


def aspect(question: Question) -> list[str]:
    """The content words of what is compared: those outside the names."""
    named = {
        number
        for mention in question.mentions
        if mention.names("document")
        for number in range(mention.first, mention.last)
    }
    starts = {w.start for n, w in enumerate(words(question.text)) if n in named}
    return [word.stem for word in content(question.text) if word.start not in starts]
