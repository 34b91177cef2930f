"""A question in, a score for every sentence out: by its own words and its everyday wordings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from index.fusion import best_of_each, min_max
from index.search import Index
from index.types import Encoding, Floats, Ints

BEST = 4
POOL = 60


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """The sentences that were looked at, and what each one's score is made of; higher is better.

    `numbers`, `scores`, `dense` (cosine), `sparse` (BM25), `late` (mean MaxSim): [n], in the
    index's order. `tokens`: [t, n, w], each question token's greatest cosine in each of the w best
    wordings, nan where a sentence has fewer.
    """

    numbers: Ints
    scores: Floats
    dense: Floats
    sparse: Floats
    late: Floats
    tokens: Floats

    def late_of(self, tokens: Sequence[int]) -> Floats:
        """[n]: as `late`, over those of the question's tokens."""
        return _mean_late(self.tokens[tokens])

    @property
    def greatest(self) -> Floats:
        """[t, n]: each question token's greatest cosine in each sentence."""
        return np.asarray(reduce(np.fmax, np.moveaxis(self.tokens, 2, 0)))


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
    ranker = index.rankers["wordings"]
    rows = index.wording_rows
    dense, sparse = _best_means(cosines, rows), _best_means(bm25, rows)
    first = min_max(dense) + min_max(sparse)
    looked_at = np.zeros(len(first), bool)
    looked_at[np.argsort(-first, kind="stable")[:POOL]] = looked_at[also] = True
    owners = index.documents_of_sentences
    if each:
        looked_at[best_of_each(first, owners, each)] = True
    looked_at |= owners == owners[first.argmax()]
    pool = np.flatnonzero(looked_at)
    chosen = _best_rows(min_max(cosines) + min_max(bm25), rows[pool])
    held = chosen >= 0
    tokens = np.full((len(query.tokens), *chosen.shape), np.nan, dtype=np.float32)
    tokens[:, held] = ranker.similarities(query, chosen[held])
    late = _mean_late(tokens)
    return SentenceScores(
        pool, first[pool] + min_max(late), dense[pool], sparse[pool], late, tokens
    )


def _mean_late(tokens: Floats) -> Floats:
    """[n]: of `tokens`, [t, n, w], the mean over tokens and wordings, sooner than by `nanmean`."""
    held = ~np.isnan(tokens[0])
    sums = np.where(held, tokens, 0).sum(axis=(0, 2))
    return np.asarray(sums / (held.sum(axis=1) * len(tokens)), np.float32)


def _best_means(values: Floats, rows: Ints) -> Floats:
    """For each line of `rows` the mean of its `BEST` best values."""
    held = _values(values, rows)
    best = np.sort(held, axis=1)[:, -_most(rows) :]  # sooner than a partition, so few as they are
    found = np.isfinite(best)
    return np.asarray(np.where(found, best, 0).sum(axis=1) / found.sum(axis=1), np.float32)


def _best_rows(values: Floats, rows: Ints) -> Ints:
    """For each line of `rows` those of its `BEST` best values, best first; -1 where it has less.

    Found one after another, which is sooner than by sorting.
    """
    held, lines = _values(values, rows), np.arange(len(rows))
    best = np.full((len(rows), _most(rows)), -1, rows.dtype)
    for column in range(best.shape[1]):
        places = held.argmax(axis=1)
        found = np.isfinite(held[lines, places])
        best[found, column] = rows[lines, places][found]
        held[lines, places] = -np.inf
    return best


def _values(values: Floats, rows: Ints) -> Floats:
    """The value of each of `rows`, minus infinity where that is -1, the place after the last."""
    return np.append(values, np.float32(-np.inf))[rows]


def _most(rows: Ints) -> int:
    return min(BEST, int(rows.shape[1]))
