"""A question on how to do something in, the guidance and stories that show it in practice out."""

from collections.abc import Sequence
from itertools import takewhile

import numpy as np

from assistant.answer_kinds import question_form
from assistant.draft import Statement
from assistant.evidence import Evidence, ScoredSentence
from assistant.membership import of_sentences
from assistant.phrases import any_stands_in, starts_with
from assistant.question import Kind
from assistant.regression import models, probability
from assistant.words import language, words
from corpus.types import Collection, Document
from index.types import Floats

DOCUMENTS = 4
WHOLE = 600  # characters up to which guidance is quoted whole
GUIDANCE = 3  # sentences of longer guidance
NEAR_IN_GUIDANCE = 0.75  # of the best sentence's score, from which another is quoted with it
SPELT = 10  # numbers that a sentence may begin with, in words
STORIES = 2
STORY_SCORE = 0.7


def is_guidance(sentence: ScoredSentence, collection: Collection) -> bool:
    """Whether a sentence is of a document that tells no story."""
    return sentence.passage.document_id not in collection.counted


def wants_stories(evidence: Evidence) -> bool:
    """Whether it asks for a set of people or places (`who`), or of what lists count."""
    question, kinds = evidence.question, evidence.collection.settings.collection.kinds.values()
    counted = [name for kind in kinds if kind.counted for name in (kind.one, kind.many)]
    asks = question_form(question.asking) == "person" or any_stands_in(counted, question.asking)
    return asks and question.kind is Kind.LIST and not question.link_kinds


def guidance_sentences(
    evidence: Evidence, ranked: Sequence[ScoredSentence]
) -> list[ScoredSentence]:
    """Of sentences, best first, those of the guidance that is likely to advise, likeliest first.

    None where the collection counts every document, and so has no guidance.
    """
    collection = evidence.collection
    ranked = [s for s in ranked if is_guidance(s, collection)]
    names = list(dict.fromkeys(sentence.passage.document_id for sentence in ranked))
    documents = [collection.by_id[name] for name in names]
    if not documents:
        return []
    model = models("membership")["guidance"]
    likely = probability(model, guidance_signals(documents, evidence))
    order = np.argsort(-likely, kind="stable")[:DOCUMENTS]
    chosen = [documents[i] for i in order if likely[i] >= model["least"] * likely.max()]
    return [s for document in chosen for s in _of_guidance(document, ranked)]


def guidance_signals(documents: Sequence[Document], evidence: Evidence) -> dict[str, Floats]:
    """For each document what speaks for its advising on what is asked: [documents] each.

    As in `membership_signals`, the gaps below the best of these documents; `short`: 1 where it is
    quoted whole, as a longer one touches on much.
    """
    found = of_sentences(documents, evidence)
    short = np.array([document.body_end <= WHOLE for document in documents], np.float32)
    return {
        "score": found["score"],
        "dense": found["dense"],
        "rarity": found["rarity"],
        "score_gap": found["score"].max() - found["score"],
        "content_gap": found["content"].max() - found["content"],
        "short": short,
    }


def guidance_on(evidence: Evidence) -> list[ScoredSentence]:
    """The guidance that tells of the topic asked about in so many words; else the best."""
    told = [s for s in telling(evidence) if is_guidance(s, evidence.collection)]
    return told or guidance_sentences(evidence, evidence.sentences)


def telling(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences that tell of the topic asked about in so many words, best first."""
    numbers = set(evidence.telling)
    return [s for s in evidence.sentences if s.number in numbers] if numbers else []


def _of_guidance(document: Document, ranked: Sequence[ScoredSentence]) -> list[ScoredSentence]:
    """Of a document that tells no story, all that is short, else the few best sentences.

    The gist of guidance is seldom in one sentence. `Three methods ...` brings the three after it, a
    list's heading the list, and the best sentence the next one where that goes on from it (`These
    include ...`).
    """
    own = [s for s in ranked if s.passage.document_id == document.id]
    if document.body_end <= WHOLE:
        return own
    best = [s for s in own[:GUIDANCE] if s.score >= NEAR_IN_GUIDANCE * own[0].score]
    in_order = sorted(own, key=lambda s: s.passage.start)
    place = in_order.index(own[0])
    following = in_order[place + 1 :]
    heads = not own[0].passage.text.endswith((".", "?", "!"))
    listed = list(takewhile(lambda s: heads and s.passage.text[0].isdigit(), following))
    if listed:
        return [own[0], *listed]
    announced = following[: _announces(own[0].passage.text)]
    told_on = [
        s for s in in_order[place + 1 : place + 2] if starts_with("going_on", s.passage.text)
    ]
    return [*best, *(s for s in dict.fromkeys([*announced, *told_on]) if s not in best)]


def _announces(sentence: str) -> int:
    """How many things a sentence announces that begins with their number."""
    numbers = list(language()["numbers"])[:SPELT]
    first = [word.text.lower() for word in words(sentence)[:1]]
    return numbers.index(first[0]) + 1 if first and first[0] in numbers else 0


def practice_statements(evidence: Evidence) -> tuple[Statement, ...]:
    """Up to two stories that show it in practice, with their best sentence each."""
    told = telling(evidence)
    ranked = [*told, *(s for s in evidence.sentences if s not in told)]
    best: dict[str, ScoredSentence] = {}
    for sentence in ranked:
        story = not is_guidance(sentence, evidence.collection)
        near = sentence.score >= STORY_SCORE * evidence.sentences[0].score
        if story and (near or sentence in told):
            best.setdefault(sentence.passage.document_id, sentence)
    chosen = list(best.items())[:STORIES]
    return tuple(Statement(name, (sentence.passage,)) for name, sentence in chosen)
