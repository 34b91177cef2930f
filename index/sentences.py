"""A question in, a score for every sentence out: by its own words and its everyday wordings."""

from dataclasses import dataclass

import numpy as np

from index.fusion import min_max
from index.search import Index
from index.types import Encoding, Floats, Ints

BEST = 4  # a sentence's value is the mean over so many of its best wordings
POOL = 60  # the sentences, best by words and meaning, that late interaction looks at


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


def score_sentences(
    index: Index, query: Encoding, cosines: Floats, bm25: Floats, also: Ints, most: int = POOL
) -> SentenceScores:
    """The best `most` sentences by words and meaning, and those of `also`, scored.

    `cosines`, `bm25`: the question's with every wording.

    The score sums cosine, BM25 and late interaction, each scaled to 0..1 over all sentences and
    each the mean over a sentence's `BEST` best wordings (`benchmarks/LOG.md` has what else was
    tried).
    """
    ranker = index.rankers["wordings"]
    rows = index.wording_rows
    dense, _ = _best(cosines, rows)
    sparse, _ = _best(bm25, rows)
    first = min_max(dense) + min_max(sparse)
    pool = np.union1d(np.argsort(-first, kind="stable")[:most], also)
    _, chosen = _best(min_max(cosines) + min_max(bm25), rows[pool])
    held = chosen >= 0
    tokens = np.full((len(query.tokens), *chosen.shape), np.nan, dtype=np.float32)
    tokens[:, held] = ranker.similarities(query, chosen[held])
    late = np.nanmean(tokens, axis=(0, 2))
    return SentenceScores(
        pool, first[pool] + min_max(late), dense[pool], sparse[pool], late, tokens
    )


def _best(values: Floats, rows: Ints) -> tuple[Floats, Ints]:
    """For each line of `rows` the mean of its `BEST` best values, and their rows (-1: none)."""
    kept = np.where(rows >= 0, values[rows], -np.inf)
    order = np.argsort(-kept, axis=1, kind="stable")[:, :BEST]
    best = np.take_along_axis(kept, order, axis=1)
    found = np.isfinite(best)
    means = np.where(found, best, 0).sum(axis=1) / found.sum(axis=1)
    return np.asarray(means, np.float32), np.where(found, np.take_along_axis(rows, order, 1), -1)
