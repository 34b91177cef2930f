"""How near a question comes to what documents have in common, and which of them show it."""

from dataclasses import dataclass

import numpy as np

from assistant.finding.evidence import Evidence
from assistant.finding.kept import kept
from index.fusion import best_with_few_each
from index.types import Floats, Ints

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


@kept  # of one question, and of what is asked in it beside what narrows a set
def nearest_properties(evidence: Evidence) -> Nearest:
    """How near the question comes to each property of the collection; 0 to those far away."""
    ranker, owners = evidence.index.rankers["phrases"], evidence.index.owners["phrases"]
    cosines = evidence.cosines("phrases")
    rows = best_with_few_each(cosines, owners, PHRASES, LOOKED_AT)
    tokens, matched = ranker.both_ways(evidence.query, rows)
    late, content = evidence.weights @ tokens
    values = {"dense": cosines[rows], "late": late, "content": content, "matched": matched}
    pairs, count = (owners[rows], np.arange(len(rows))), len(evidence.collection.properties)
    found = {name: greatest_of_pairs(of, pairs, count) for name, of in values.items()}
    near = found["dense"] + found["content"] + MATCHED * found["matched"]
    weights = np.exp((near - near.max(initial=0.0)) / SHARPNESS)
    return Nearest(**found, shares=np.asarray(weights / weights.sum(), np.float32))


@kept  # asked for once for every member of a list
def shown_shares(evidence: Evidence) -> list[float]:
    """For each sentence of the index what the properties it shows have of the nearness of all."""
    sentences, properties = evidence.written.shown
    shares = nearest_properties(evidence).shares[properties]
    return list(np.bincount(sentences, shares, len(evidence.index.sentences)).tolist())


def shares_of_documents(evidence: Evidence) -> Floats:
    """[documents of the collection]: what each one's properties have of the nearness of all."""
    documents, properties = evidence.written.shared
    shares = nearest_properties(evidence).shares[properties]
    found = np.bincount(documents, shares, len(evidence.collection.documents))
    return np.asarray(found, np.float32)


def greatest_of_pairs(values: Floats, pairs: tuple[Ints, Ints], count: int) -> Floats:
    """[count]: for each the greatest of the `values` that it is paired with, 0 at least."""
    found = np.zeros(count, np.float32)
    np.maximum.at(found, pairs[0], values[pairs[1]])
    return found
