"""Whether a collection covers what is asked: signals, and their calibrated sum.

Logistic regressions weigh the signals. `benchmarks/calibrate.py` fits them and writes
`coverage.yaml`, which holds their weights, thresholds and how they were made.
"""

from collections.abc import Sequence

import numpy as np

from assistant.evidence import Evidence, ScoredSentence
from assistant.regression import models, probability
from assistant.signals import Signals, read_signals
from assistant.similarities import word_similarities
from assistant.words import words
from index.ranker import Ranking

COUNTED = 0.6  # cosine of what is counted, under which nothing like it is told
UNLIKELY = 0.5  # of a threshold: what lies under it is most likely not said
PLAINLY = 0.1  # in mean MaxSim, from which what is unsaid is plainly nearer


def is_covered(signals: Signals) -> bool:
    """Whether the sentences say what was asked; they don't where no figure asked about is told."""
    return signals.figures > 0 and _passes("covered", signals)


def is_unlikely(signals: Signals) -> bool:
    """Whether the sentences most likely don't say it, or the collection holds nothing on it.

    Laxer than not to be covered or near: of a list, whose members need not say all that is asked.
    """
    return not (_passes("covered", signals, UNLIKELY) and _passes("subject", signals, UNLIKELY))


def is_silent(evidence: Evidence, chosen: Sequence[ScoredSentence]) -> bool:
    """Whether they plainly don't say it: what is asked for or counted is missing, or unsaid.

    Stricter than not to be covered: of one row in a comparison, which is shown all the same.
    """
    signals = read_signals(evidence, chosen)
    farther = signals.unsaid_late - signals.late >= PLAINLY
    missing = not signals.attribute or signals.counted < COUNTED
    return missing or (farther and not is_covered(signals))


def advises(evidence: Evidence, guidance: Sequence[ScoredSentence]) -> bool:
    """Whether guidance is on the subject, and holds the kind of thing that is asked for."""
    signals = read_signals(evidence, guidance)
    return is_near(signals) and bool(signals.attribute) and bool(signals.kind)


def is_near(signals: Signals) -> bool:
    """Whether the collection holds something on the subject."""
    return _passes("subject", signals)


def _passes(name: str, signals: Signals, share: float = 1.0) -> bool:
    """By a share of the threshold of the model of that name.

    It is the `bare` one where nothing is known to be unsaid.
    """
    model = models("coverage")[name if signals.unsaid_dense else f"{name}_bare"]
    weighed = {name: getattr(signals, name) for name in model["weights"]}
    return float(probability(model, weighed)) >= share * float(model["threshold"])


def coverage_score(question: str, ranking: Ranking, spans: Sequence[tuple[int, int]]) -> float:
    """How likely passages alone cover a question; higher is likelier. For collections of passages.

    The mean of the best passage's mean MaxSim and of its least matched word.
    """
    if not len(ranking.ids):
        return 0.0
    best = int(np.argmax(ranking.late))
    similarities = word_similarities(ranking.tokens[:, best], spans, words(question))
    return (float(ranking.late[best]) + min(similarities.tolist(), default=0.0)) / 2
