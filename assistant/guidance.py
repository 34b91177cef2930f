"""A question on how to do something in, the guidance and stories that show it in practice out."""

from assistant.draft import Statement
from assistant.evidence import Evidence, ScoredSentence, in_document_order
from assistant.facts import of_guidance
from corpus.types import Collection

NEAR_BEST = 0.8  # of the best score, from which a second document is quoted too
DOCUMENTS = 2
STORIES = 2
STORY_SCORE = 0.7


def is_guidance(sentence: ScoredSentence, collection: Collection) -> bool:
    """Whether a sentence is of a document that tells no story."""
    return sentence.passage.document_id not in collection.counted


def guidance_sentences(evidence: Evidence) -> list[ScoredSentence]:
    """The best sentences of the best guidance, and of a second as good as equal.

    None where the collection counts every document, and so has no guidance.
    """
    ranked = [s for s in evidence.sentences if is_guidance(s, evidence.collection)]
    near = [s.passage.document_id for s in ranked if s.score >= NEAR_BEST * ranked[0].score]
    return [
        sentence
        for name in list(dict.fromkeys(near))[:DOCUMENTS]
        for sentence in of_guidance(evidence.collection.by_id[name], ranked)
    ]


def practice_statements(evidence: Evidence) -> tuple[Statement, ...]:
    """Up to two stories that show it in practice, with their best sentence each."""
    ranked = evidence.sentences
    best: dict[str, ScoredSentence] = {}
    for sentence in ranked:
        story = not is_guidance(sentence, evidence.collection)
        if story and sentence.score >= STORY_SCORE * ranked[0].score:
            best.setdefault(sentence.passage.document_id, sentence)
    chosen = list(best.items())[:STORIES]
    return tuple(Statement(name, in_document_order([sentence])) for name, sentence in chosen)
