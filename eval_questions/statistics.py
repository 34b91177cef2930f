"""Per-question values in, means with their uncertainty and tests of a difference out. Seeded.

A value of None means that the measure has nothing to say of that question; it is not a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Values = Mapping[str, float | None]
Numbers = npt.NDArray[np.float64]

SEED = 20170301
RESAMPLES = 2000
PERMUTATIONS = 10000
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over `count` questions and its 95% interval; None throughout where there are none."""

    mean: float | None
    low: float | None
    high: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Difference:
    """B against A over the questions of both: means, wins of B, losses, and p-values.

    `p`: two-sided, that a difference this large comes of chance. `p_lower`: one-sided, that B lies
    this far below A by chance. `smallest_p`: the least `p_lower` that so few differing questions
    can give.
    """

    mean_a: float | None
    mean_b: float | None
    wins: int
    losses: int
    p: float
    p_lower: float
    smallest_p: float


def estimate(values: Sequence[float | None]) -> Estimate:
    """The mean with its percentile bootstrap interval, questions resampled (Efron 1979)."""
    return ratio(values, [None if value is None else 1.0 for value in values])


def ratio(numerators: Sequence[float | None], denominators: Sequence[float | None]) -> Estimate:
    """The sum of numerators over the sum of denominators, pairs resampled together.

    A pair with a None is left out. Resamples whose denominators sum to 0 are left out too.
    """
    pairs = zip(numerators, denominators, strict=True)
    kept = [(n, d) for n, d in pairs if n is not None and d is not None]
    table = np.array(kept, dtype=np.float64).reshape(-1, 2)
    if not len(table) or not table[:, 1].sum():
        return Estimate(None, None, None, len(table))
    top, bottom = (_resamples(len(table)) @ table).T
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(top[bottom != 0] / bottom[bottom != 0], [tail, 1 - tail])
    mean = table[:, 0].sum() / table[:, 1].sum()
    return Estimate(float(mean), float(low), float(high), len(table))


@lru_cache(maxsize=64)
def _resamples(count: int) -> Numbers:
    """[RESAMPLES, count]: how often each question is drawn in each resample."""
    generator = np.random.default_rng([SEED, count])
    draws = generator.multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
    return draws.astype(np.float64)


def compare(a: Values, b: Values, higher_is_better: bool = True) -> Difference:
    """B against A by paired randomisation: A and B change places at random, question by question.

    Source: Smucker, Allan and Carterette, A comparison of statistical significance tests for
    information retrieval evaluation (CIKM 2007). The statistic is the difference of the two means;
    a p-value is (1 + permutations at least as extreme) / (1 + permutations).
    """
    names = sorted(a.keys() & b.keys())
    sign = 1.0 if higher_is_better else -1.0
    left, right = _table(a, names), _table(b, names)
    differing = np.flatnonzero((left != right).any(axis=1))
    changes = sign * (right[differing, 0] - left[differing, 0])
    both = left[differing, 1] * right[differing, 1]  # 1 where both have a value
    wins, losses = int(((changes > 0) * both).sum()), int(((changes < 0) * both).sum())
    observed = sign * (_mean(right.sum(axis=0)) - _mean(left.sum(axis=0)))
    if not len(differing):
        return Difference(_shown(left), _shown(right), 0, 0, 1.0, 1.0, 1.0)
    swaps = np.random.default_rng(SEED).random((PERMUTATIONS, len(differing))) < 0.5
    moved = swaps.astype(np.float64) @ (right - left)[differing]  # what swapping adds to A
    changed = sign * (
        _mean(right.sum(axis=0)[None] - moved) - _mean(left.sum(axis=0)[None] + moved)
    )
    slack = 1e-12
    p = _share(np.abs(changed) >= abs(observed) - slack)
    p_lower = _share(changed <= observed + slack)
    smallest = max(0.5 ** len(differing), 1 / (1 + PERMUTATIONS))
    return Difference(_shown(left), _shown(right), wins, losses, p, p_lower, smallest)


def falls(differences: Mapping[str, Difference], level: float = 1 - LEVEL) -> list[str]:
    """The names whose B lies below A by more than chance explains, all tests taken together.

    Holm's step-down procedure (1979) over the tests that could reach the level at all (Tarone
    1990), so that measures which nothing touched don't blunt the others.
    """
    able = [name for name, d in differences.items() if d.smallest_p <= level]
    fallen = []
    for done, name in enumerate(sorted(able, key=lambda name: differences[name].p_lower)):
        if differences[name].p_lower > level / (len(able) - done):
            break
        fallen.append(name)
    return fallen


def _table(values: Values, names: Sequence[str]) -> Numbers:
    """[n, 2]: each question's value and 1, or 0 and 0 where it has none."""
    rows = [(value, 1.0) if (value := values[name]) is not None else (0, 0) for name in names]
    return np.array(rows, dtype=np.float64).reshape(-1, 2)


def _mean(sums: Numbers) -> Numbers:
    """Sum over count along the last axis, 0 where nothing was counted."""
    return np.asarray(sums[..., 0] / np.maximum(sums[..., 1], 1))


def _shown(table: Numbers) -> float | None:
    return float(_mean(table.sum(axis=0))) if table[:, 1].sum() else None


def _share(extreme: npt.NDArray[np.bool_]) -> float:
    return float((1 + extreme.sum()) / (1 + len(extreme)))
