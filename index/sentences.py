"""A question in, a score for every sentence out: by its own words and its everyday wordings."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.fusion import ALIKE, best_of_each, min_max
from index.search import Index
from index.types import Encoding, Floats, Ints

BEST = 4
POOL = 60


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """The sentences that were looked at, and what each one's score is made of; higher is better.

    `numbers`, `scores`, `dense` (cosine), `sparse` (BM25), `late` (mean MaxSim): [n], in the
    index's order. `tokens`: [t, w], each question token's greatest cosine in each of their best
    wordings, sentence after sentence; `counts`: [n], how many each one has.
    """

    numbers: Ints
    scores: Floats
    dense: Floats
    sparse: Floats
    late: Floats
    tokens: Floats
    counts: Ints

    def late_of(self, weights: Floats) -> Floats:
        """[n]: as `late`, by those `weights` ([t]) of the question's tokens."""
        return _means(weights @ self.tokens, self.counts)

    @property
    def greatest(self) -> Floats:
        """[t, n]: each question token's greatest cosine in each sentence."""
        return np.asarray(np.maximum.reduceat(self.tokens, _starts(self.counts), axis=1))


def score_sentences(
    index: Index, query: Encoding, cosines: Floats, bm25: Floats, also: Ints, each: int = 0
) -> SentenceScores:
    """The best sentences by words and meaning, those of `also` and `each` document's best, scored.

    `cosines`, `bm25`: the question's with every wording. `each`: so many of every document; of the
    one that holds the very best, all are scored.

    The score sums cosine, BM25 and late interaction, each scaled to 0..1 over all sentences and
    each the mean over a sentence's `BEST` best wordings (`benchmarks/LOG.md` has what else was
    tried).
    """
    held = _held(cosines, bm25, index.wording_rows)
    dense, sparse = _best_means(held)
    first = min_max(dense) + min_max(sparse)
    looked_at = np.zeros(len(first), bool)
    looked_at[np.argsort(-first, kind="stable")[:POOL]] = looked_at[also] = True
    owners = index.documents_of_sentences
    if each:
        looked_at[best_of_each(first, owners, each)] = True
    looked_at |= owners == owners[first.argmax()]
    pool = np.flatnonzero(looked_at)
    best = _best(held[0, pool] / _range(cosines) + held[1, pool] / _range(bm25))
    counts = best.sum(axis=1)
    tokens = index.rankers["wordings"].similarities(query, index.wording_rows[pool][best])
    late = _means(evenly(len(tokens)) @ tokens, counts)
    scores = first[pool] + min_max(late)
    return SentenceScores(pool, scores, dense[pool], sparse[pool], late, tokens, counts)


def evenly(count: int) -> Floats:
    """Weights of so many values for their mean: as a product it is found soonest."""
    return np.full(count, 1 / max(count, 1), np.float32)


def _means(of_wordings: Floats, counts: Ints) -> Floats:
    """[n]: the mean of each sentence's values; it has so many of them, one after another."""
    return np.asarray(np.add.reduceat(of_wordings, _starts(counts)) / counts, np.float32)


def _starts(counts: Ints) -> Ints:
    return np.asarray(np.cumsum(counts) - counts)


def _held(cosines: Floats, bm25: Floats, rows: Ints) -> Floats:
    """[2, sentences, most]: both of each of `rows`, minus infinity where that is -1, the last."""
    values = np.full((2, len(cosines) + 1), -np.inf, np.float32)
    values[:, :-1] = cosines, bm25
    return values.take(rows, axis=1)


def _range(values: Floats) -> np.float32:
    """How far the greatest value lies above the least; 1 where they are all alike."""
    between = values.max() - values.min()
    return between if between >= ALIKE else np.float32(1)


def _best_means(values: Floats) -> Floats:
    """The mean of each line's `BEST` best values, minus infinity left out."""
    best = _sorted(values)  # sooner than a partition, so few as they are
    found = np.isfinite(best[0])
    return np.asarray(np.where(found, best, 0).sum(axis=2) / found.sum(axis=1), np.float32)


def _best(values: Floats) -> npt.NDArray[np.bool_]:
    """Which values are the `BEST` best of their line; of equal ones the first are."""
    least = np.maximum(_sorted(values)[:, :1], np.finfo(np.float32).min)
    best = np.asarray(values >= least)
    for line in np.flatnonzero(best.sum(axis=1) > BEST):
        best[line] = False
        best[line, np.argsort(-values[line], kind="stable")[:BEST]] = True
    return best


def _sorted(values: Floats) -> Floats:
    """Of each line of `values` the `BEST` best, or all of fewer, the best last."""
    return np.asarray(np.sort(values, axis=-1)[..., -BEST:])
