"""A question about one thing in, the fewest sentences that answer it out."""

from assistant.draft import Statement
from assistant.evidence import Evidence, ScoredSentence, in_document_order
from assistant.question import Question, outside_mentions
from assistant.words import has_phrase
from corpus.types import Document

CLOSE = 0.35  # a second sentence whose score lies so little below the first's is quoted too
CLOSE_ELSEWHERE = 0.2  # the same for a sentence of another document
WHOLE = 600  # characters up to which guidance is quoted whole
GUIDANCE = 3  # sentences of longer guidance
NEAR_IN_GUIDANCE = 0.55  # of the best sentence's score, from which another is quoted with it
OVERVIEW = 2  # sentences for `what is ...` and `tell me about ...`


def best_sentences(evidence: Evidence) -> list[ScoredSentence]:
    """The sentence that answers best, and a second where its score is as good as equal."""
    ranked = candidates(evidence)
    if not ranked:
        return []
    document = evidence.collection.by_id[ranked[0].passage.document_id]
    if document.id not in evidence.collection.counted:
        return of_guidance(document, ranked)
    if asks_for_overview(evidence.question):
        return overview(evidence, ranked[0].passage.document_id)
    best, *others = ranked
    return [best, *(s for s in others[:1] if best.score - s.score <= _closeness(best, s))]


def _closeness(best: ScoredSentence, other: ScoredSentence) -> float:
    same = best.passage.document_id == other.passage.document_id
    return CLOSE if same else CLOSE_ELSEWHERE


def of_guidance(document: Document, ranked: list[ScoredSentence]) -> list[ScoredSentence]:
    """Of a document that tells no story, all that is short, else the few best sentences.

    The gist of guidance is seldom in one sentence.
    """
    own = [s for s in ranked if s.passage.document_id == document.id]
    if document.body_end <= WHOLE:
        return own
    return [s for s in own[:GUIDANCE] if s.score >= NEAR_IN_GUIDANCE * own[0].score]


def candidates(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences that may answer: those of the named documents where any is named."""
    named = set(evidence.question.documents)
    if not named:
        return evidence.sentences
    return [s for s in evidence.sentences if s.passage.document_id in named]


def asks_for_overview(question: Question) -> bool:
    """Whether a thing as a whole is asked for, not a property of it."""
    if not has_phrase("define", question.text) or not question.mentions:
        return False
    return bool(question.documents) and not outside_mentions(question)


def overview(evidence: Evidence, document_id: str) -> list[ScoredSentence]:
    """The first sentences of a document, which say what it is about."""
    sentences = evidence.sentences_of({document_id})
    return sorted(sentences, key=lambda s: s.passage.start)[:OVERVIEW]


def statements(sentences: list[ScoredSentence]) -> tuple[Statement, ...]:
    """One statement for each document, in the order in which the sentences name them."""
    order = list(dict.fromkeys(s.passage.document_id for s in sentences))
    return tuple(
        Statement(name, in_document_order([s for s in sentences if s.passage.document_id == name]))
        for name in order
    )
