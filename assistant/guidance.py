"""A question on how to do something in, the guidance and stories that show it in practice out."""

from assistant.draft import Statement
from assistant.evidence import Evidence, ScoredSentence, in_document_order
from assistant.facts import is_short_guidance
from assistant.sets import counted

NEAR_BEST = 0.8  # of the best score, from which a second document is quoted too
NEAR_IN_DOCUMENT = 0.55  # the same for another sentence of a document that is quoted
SENTENCES = 3
STORIES = 2
STORY_SCORE = 0.7


def guidance_documents(evidence: Evidence) -> set[str]:
    """The documents that are not counted stories; empty where the collection knows no kinds."""
    stories = {document.id for document in counted(evidence.collection)}
    return {d.id for d in evidence.collection.documents} - stories


def guidance_statements(evidence: Evidence) -> tuple[Statement, ...]:
    """The best sentences of the best guidance, and of a second as good as equal."""
    guidance = guidance_documents(evidence)
    ranked = [s for s in evidence.sentences if s.passage.document_id in guidance]
    if not ranked:
        return ()
    best = ranked[0].score
    chosen: dict[str, list[ScoredSentence]] = {}
    for sentence in ranked:
        name = sentence.passage.document_id
        whole = is_short_guidance(evidence.collection.by_id[name], evidence.collection)
        least = NEAR_IN_DOCUMENT if name in chosen else NEAR_BEST
        near = sentence.score >= least * best or (whole and name in chosen)
        room = whole or len(chosen.get(name, [])) < SENTENCES
        if near and room and (name in chosen or len(chosen) < 2):
            chosen.setdefault(name, []).append(sentence)
    return tuple(Statement(name, in_document_order(found)) for name, found in chosen.items())


def practice_statements(evidence: Evidence) -> tuple[Statement, ...]:
    """Up to two stories that show it in practice, with their best sentence each."""
    stories = {document.id for document in counted(evidence.collection)}
    ranked = evidence.sentences
    best: dict[str, ScoredSentence] = {}
    for sentence in ranked:
        name = sentence.passage.document_id
        if name in stories and sentence.score >= STORY_SCORE * ranked[0].score:
            best.setdefault(name, sentence)
    chosen = list(best.items())[:STORIES]
    return tuple(Statement(name, (sentence.passage,)) for name, sentence in chosen)
