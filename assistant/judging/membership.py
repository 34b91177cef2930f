"""Which documents belong to the set that is asked for: signals for each, and their weighed sum.

A logistic regression weighs the signals; `benchmarks/calibrate.py` fits it and writes
`membership.yaml`, which holds its weights and how they were made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from assistant.finding.evidence import Evidence
from assistant.judging.regression import models, probability
from assistant.judging.similarities import mean_by_rarity, word_similarities
from assistant.reading.question import SHARED, Question
from corpus.types import Collection, Document
from index.fusion import best_with_few_each
from index.types import Floats

TOLD_TWICE = 0.5  # the least probability where facts and the nearest property tell what is asked
TOLD_IN_PART = 0.4  # and where more than half of what is asked names no fact
MOST = 0.5
PHRASES = 2  # of each property, the nearest by cosine
LOOKED_AT = 120  # of these phrases, the nearest of all, that late interaction looks at
MATCHED = 0.5  # what a phrase's match by the question counts, beside the question's by it
SHARPNESS = 0.1  # the temperature of the softmax over properties: a tenth nearer counts e times


@dataclass(frozen=True, slots=True)
class Nearest:
    """How near the question comes to each property: [properties], each its best phrase's.

    `matched`: the mean over the phrase's tokens of the cosine to the question, low where the phrase
    asks for more. `shares`: what each has of the nearness of all, the softmax of cosine, content
    and `matched`.
    """

    dense: Floats
    late: Floats
    content: Floats
    matched: Floats
    shares: Floats


def membership(documents: Sequence[Document], evidence: Evidence, held: Floats) -> Floats:
    """[documents]: the probability that each belongs to the set.

    `held`: the share that each has of the facts that the question names. One that has them all and
    the nearest property too may belong, at least.
    """
    signals = membership_signals(documents, evidence, held)
    likely = probability(_model(evidence.collection), signals)
    both = signals["nearest"].astype(bool) & (held == 1)
    least = TOLD_TWICE if named_share(evidence.question) >= MOST else TOLD_IN_PART
    return np.where(both, np.maximum(likely, least), likely)


def least_share(collection: Collection) -> float:
    """Of the likeliest document's probability, that from which another is listed."""
    return float(_model(collection)["least"])


def _model(collection: Collection) -> dict[str, Any]:
    name = "members" if collection.properties else "members_bare"
    return dict(models("membership")[name])


def membership_signals(
    documents: Sequence[Document], evidence: Evidence, held: Floats
) -> dict[str, Floats]:
    """For each document what speaks for and against its being a member: [documents] each.

    Of its best sentence: `score`, `dense`, `sparse`, `late`, `content`; of all its sentences:
    `rarity`, the mean over the question's content words of the greatest cosine to each, weighted by
    how rare the word is. Of its properties, the nearest to the question: `shared_dense`,
    `shared_late`, `shared_content`. `*_gap`: how far each lies below the best of all documents.
    `nearest`: 1 where it has the nearest property; `nearest_share`: what its properties have of the
    nearness of all, the softmax of these. `fact`: the share of the question's content words that
    name facts, times the share of these that it has; `no_fact`: times that which only others have.
    """
    found = _of_sentences(documents, evidence) | _of_properties(documents, evidence)
    gaps = {f"{name}_gap": values.max() - values for name, values in found.items()}
    share = named_share(evidence.question) if held.any() else 0.0
    facts = {"fact": held * share, "no_fact": (1 - held) * share}
    return found | gaps | _of_nearest(documents, evidence) | facts


def named_share(question: Question) -> float:
    """The share of the question's content words that name a value of a facet.

    All of it, where a proper name is among them: a place or an organisation says enough by itself.
    """
    if any(target.facet in SHARED for m in question.mentions for target in m.targets):
        return 1.0
    named = [m for m in question.mentions if any(t.kind == "facet" for t in m.targets)]
    inside = [any(m.start <= w.start < m.end for m in named) for w in question.subjects]
    return sum(inside) / len(inside) if inside else 0.0


def shown_shares(document: Document, evidence: Evidence) -> list[tuple[int, float]]:
    """For each property of the document where its words begin, and its share of all nearness."""
    shares = nearest_properties(evidence).shares
    shown = evidence.collection.shown_in[document.id]
    return [(start, float(shares[number])) for start, number in shown]


def _of_sentences(documents: Sequence[Document], evidence: Evidence) -> dict[str, Floats]:
    scores = evidence.scores
    values = {
        "score": scores.scores,
        "dense": scores.dense,
        "sparse": scores.sparse,
        "late": scores.late,
        "content": evidence.content,
    }
    places: dict[str, list[int]] = {document.id: [] for document in documents}
    for place, number in enumerate(scores.numbers.tolist()):
        places.setdefault(evidence.index.sentences[number].document_id, []).append(place)
    rows = [places[document.id] for document in documents]
    tokens = _greatest(scores.greatest, rows)
    asked = evidence.asked.subjects
    similar = word_similarities(tokens, evidence.query.spans, asked)
    rarity = np.asarray(mean_by_rarity(similar, asked), np.float32)
    return _greatest_of_each(values, rows) | {"rarity": rarity}


def _of_properties(documents: Sequence[Document], evidence: Evidence) -> dict[str, Floats]:
    nearest = nearest_properties(evidence)
    values = {
        "shared_dense": nearest.dense,
        "shared_late": nearest.late,
        "shared_content": nearest.content,
    }
    return _greatest_of_each(values, _held(documents, evidence))


def _greatest_of_each(
    values: Mapping[str, Floats], places: Sequence[list[int]]
) -> dict[str, Floats]:
    """Under each name, for each document the greatest of the values in its places."""
    return dict(zip(values, _greatest(np.stack(list(values.values())), places).T, strict=True))


def _greatest(values: Floats, places: Sequence[list[int]]) -> Floats:
    """[documents, k]: of `values`, [k, n], the greatest in each document's places, 0 at least."""
    counts = np.array([len(own) for own in places])
    found = np.zeros((len(places), len(values)), np.float32)
    if counts.any():
        starts = np.cumsum(counts) - counts
        flat = [place for own in places for place in own]
        greatest = np.maximum.reduceat(values[:, flat], starts[counts > 0], axis=1)
        found[counts > 0] = greatest.T.clip(0)
    return found


def _of_nearest(documents: Sequence[Document], evidence: Evidence) -> dict[str, Floats]:
    shares = nearest_properties(evidence).shares
    held = _held(documents, evidence)
    if not len(shares):
        return dict.fromkeys(("nearest", "nearest_share"), np.zeros(len(documents), np.float32))
    return {
        "nearest": np.array([shares.argmax() in own for own in held], np.float32),
        "nearest_share": np.array([shares[own].sum() for own in held], np.float32),
    }


@lru_cache(maxsize=1)  # asked for once for every member of a list
def nearest_properties(evidence: Evidence) -> Nearest:
    """How near the question comes to each property of the collection; 0 to those far away."""
    ranker, owners = evidence.index.rankers["phrases"], evidence.index.owners["phrases"]
    cosines = ranker.cosines(evidence.query)
    rows = best_with_few_each(cosines, owners, PHRASES, LOOKED_AT)
    tokens, matched = ranker.both_ways(evidence.query, rows)
    values = {
        "dense": cosines[rows],
        "late": tokens.mean(axis=0),
        "content": tokens[evidence.content_tokens].mean(axis=0),
        "matched": matched,
    }
    found = {}
    for name, of_phrases in values.items():
        found[name] = np.zeros(len(evidence.collection.properties), np.float32)
        np.maximum.at(found[name], owners[rows], of_phrases)
    near = found["dense"] + found["content"] + MATCHED * found["matched"]
    weights = np.exp((near - near.max(initial=0.0)) / SHARPNESS)
    return Nearest(**found, shares=np.asarray(weights / weights.sum(), np.float32))


def _held(documents: Sequence[Document], evidence: Evidence) -> list[list[int]]:
    """For each document the numbers of the properties that it has."""
    return [evidence.collection.properties_of[document.id] for document in documents]
