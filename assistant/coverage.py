"""Whether a collection covers what is asked: signals, and their calibrated sum.

Logistic regressions weigh the signals. `benchmarks/calibrate.py` fits them and writes
`coverage.yaml`, which holds their weights, thresholds and how they were made.
"""

from collections.abc import Sequence

import numpy as np

from assistant.evidence import word_similarities
from assistant.regression import models, probability
from assistant.signals import Signals
from assistant.words import words
from index.ranker import Ranking

COUNTED = 0.6  # cosine of what is counted, under which nothing like it is told
PLAINLY = 0.1  # in mean MaxSim, from which what is unsaid is plainly nearer


def is_covered(signals: Signals) -> bool:
    """Whether the sentences say what was asked."""
    return _passes("covered", signals)


def is_silent(signals: Signals) -> bool:
    """Whether they plainly don't say it: what is asked for or counted is missing, or unsaid.

    Stricter than not to be covered: of one row in a comparison, which is shown all the same.
    """
    farther = signals.unsaid_late - signals.late >= PLAINLY
    missing = not signals.attribute or signals.counted < COUNTED
    return missing or (farther and not is_covered(signals))


def is_near(signals: Signals) -> bool:
    """Whether the collection holds something on the subject."""
    return _passes("subject", signals)


def _passes(name: str, signals: Signals) -> bool:
    """By the model of that name, or its `bare` one where nothing is known to be unsaid."""
    model = models("coverage")[name if signals.unsaid_dense else f"{name}_bare"]
    weighed = {name: getattr(signals, name) for name in model["weights"]}
    return float(probability(model, weighed)) >= float(model["threshold"])


def coverage_score(question: str, ranking: Ranking, spans: Sequence[tuple[int, int]]) -> float:
    """How likely passages alone cover a question; higher is likelier. For collections of passages.

    The mean of the best passage's mean MaxSim and of its least matched word.
    """
    if not len(ranking.ids):
        return 0.0
    best = int(np.argmax(ranking.late))
    similarities = word_similarities(ranking.tokens[:, best], spans, words(question))
    return (float(ranking.late[best]) + min(similarities.tolist(), default=0.0)) / 2
