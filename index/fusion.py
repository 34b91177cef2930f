"""Several score lists over the same candidates in, one out. Pure functions."""

from collections.abc import Sequence

import numpy as np

from index.types import Floats, Ints

ALIKE = 1e-9  # the range of scores that are all alike
SOUGHT = 3  # so many times those wanted are looked through before all are


def min_max(scores: Floats) -> Floats:
    """Scores moved and scaled to 0..1; all 0 where they are all alike."""
    low, high = float(scores.min()), float(scores.max())
    if high - low < ALIKE:
        return np.zeros_like(scores)
    return np.asarray((scores - low) / (high - low), dtype=np.float32)


def combine(lists: Sequence[Floats], weights: Sequence[float] | None = None) -> Floats:
    """The weighted sum of the lists, each scaled by `min_max`; the order of lists plays no part."""
    weights = weights or [1.0] * len(lists)
    scaled = [w * min_max(s) for w, s in zip(weights, lists, strict=True)]
    return np.asarray(np.sum(scaled, axis=0))


def best_of_each(values: Floats, owners: Ints, count: int) -> Ints:
    """The places of the `count` greatest values of each owner; all where it has fewer."""
    order = np.lexsort((-values, owners))
    place = np.arange(len(order)) - np.searchsorted(owners[order], owners[order])
    return np.asarray(order[place < count])


def best_with_few_each(values: Floats, owners: Ints, few: int, most: int) -> Ints:
    """The places, in order, of the `most` greatest values, `few` of each owner at most."""
    sought = min(SOUGHT * most, len(values))
    least = np.partition(values, -sought)[-sought:].min(initial=np.inf)
    greatest = np.flatnonzero(values >= least)  # which hold them, nearly always
    for pool in (greatest, np.arange(len(owners))):
        places = pool[best_of_each(values[pool], owners[pool], few)]
        if len(places) >= most:
            break
    return np.sort(places[np.argsort(-values[places], kind="stable")[:most]])


def reciprocal_rank(lists: Sequence[Floats], k: int = 60) -> Floats:
    """Reciprocal rank fusion, the sum of 1 / (k + rank): Cormack, Clarke and Buettcher 2009."""
    total = np.zeros(len(lists[0]), dtype=np.float32)
    for scores in lists:
        ranks = np.empty(len(scores))
        ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
        total += (1 / (k + ranks)).astype(np.float32)
    return total
