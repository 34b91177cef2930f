"""Which documents belong to the set that is asked for: signals for each, and their weighed sum.

A logistic regression weighs the signals; `benchmarks/calibrate.py` fits it and writes
`membership.yaml`, which holds its weights and how they were made.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.finding.evidence import Evidence
from assistant.judging.properties import (
    greatest_of_pairs,
    nearest_properties,
    shares_of_documents,
)
from assistant.judging.regression import models, probability
from assistant.judging.similarities import mean_by_rarity, word_similarities
from assistant.reading.question import SHARED, Question
from corpus.types import Collection, Document
from index.types import Floats

TOLD_TWICE = 0.5  # the least probability where facts and the nearest property tell what is asked
TOLD_IN_PART = 0.4  # and where more than half of what is asked names no fact
MOST = 0.5


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


def _of_sentences(documents: Sequence[Document], evidence: Evidence) -> dict[str, Floats]:
    scores = evidence.scores
    values = {
        "score": scores.scores,
        "dense": scores.dense,
        "sparse": scores.sparse,
        "late": scores.late,
        "content": evidence.content,
    }
    chosen = _numbers(documents, evidence)
    tokens = _greatest(scores.greatest, evidence)[chosen]
    asked = evidence.asked.subjects
    similar = word_similarities(tokens, evidence.query.spans, asked)
    rarity = np.asarray(mean_by_rarity(similar, asked), np.float32)
    greatest = _greatest(np.stack(list(values.values())), evidence)[chosen].T
    return dict(zip(values, greatest, strict=True)) | {"rarity": rarity}


def _greatest(values: Floats, evidence: Evidence) -> Floats:
    """[documents of the collection, k]: of `values`, [k, n], the greatest of each one's sentences.

    0 at least. `n`: the sentences that were looked at, in which those of a document stand together.
    """
    owners = evidence.written.documents[evidence.scores.numbers]
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    found = np.zeros((len(evidence.collection.documents), len(values)), np.float32)
    found[owners[starts]] = np.maximum.reduceat(values, starts, axis=1).T.clip(0)
    return found


def _of_properties(documents: Sequence[Document], evidence: Evidence) -> dict[str, Floats]:
    nearest, pairs = nearest_properties(evidence), evidence.written.shared
    values = {
        "shared_dense": nearest.dense,
        "shared_late": nearest.late,
        "shared_content": nearest.content,
    }
    chosen, every = _numbers(documents, evidence), len(evidence.collection.documents)
    return {name: greatest_of_pairs(v, pairs, every)[chosen] for name, v in values.items()}


def _of_nearest(documents: Sequence[Document], evidence: Evidence) -> dict[str, Floats]:
    shares, chosen = nearest_properties(evidence).shares, _numbers(documents, evidence)
    nearest = np.zeros(len(evidence.collection.documents), np.float32)
    if len(shares):
        having, properties = evidence.written.shared
        nearest[having[properties == shares.argmax()]] = 1
    return {"nearest": nearest[chosen], "nearest_share": shares_of_documents(evidence)[chosen]}


def _numbers(documents: Sequence[Document], evidence: Evidence) -> list[int]:
    """Each document's place in the collection."""
    return [evidence.written.numbers[document.id] for document in documents]
