"""What is listed, which guidance advises and which stories show it done: their models, fitted."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.assistant import Assistant
from benchmarks.bearing import advising_examples, showing_examples
from benchmarks.examples import Judged, list_examples
from benchmarks.fitting import Sample, fit
from eval_questions.dataset import Question

STRENGTH = 0.3  # the inverse of the penalty
SHARES = [0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]  # tried for what is listed
# who reads a list sees what doesn't belong there, told apart as it is, but not what is missing;
# where text is all there is to find its members by, most of a long list doesn't belong there
RECALL_COUNTS = {"members": 4, "members_bare": 1, "guidance": 1.5}
SHOWN = [0.1, 0.12, 0.15, 0.2, 0.25, 0.3]  # tried for the least probability of what is shown
PRACTICE = 0.75  # what recall counts for these: one that doesn't show it misleads


def list_models(
    whole: Assistant, bare: Sequence[Assistant], questions: Sequence[Question]
) -> dict[str, Any]:
    """The models of `membership.yaml`.

    `members`: over every counted document of every list question. `bare`: what knows less of the
    same texts.
    """
    listed = list(list_examples(whole, questions))
    alone = [sample for assistant in bare for sample in list_examples(assistant, questions)]
    return {
        "members": fit_members("members", listed),
        "members_bare": fit_members("members_bare", alone),
        "guidance": fit_members("guidance", list(advising_examples(whole, questions))),
        "practice": fit_practice(list(showing_examples(whole))),
        "practice_bare": fit_practice(list(showing_examples(bare[0]))),
    }


def fit_practice(samples: Sequence[Judged]) -> dict[str, Any]:
    """A model of which sentences show it done; `least`: the probability from which they do."""
    together = _joined(samples)
    model, held_out = fit(together, STRENGTH)
    by = {}
    for least in SHOWN:
        right = float((together.good & (held_out >= least)).sum())
        by[least] = right / together.good.sum(), right / max(1, (held_out >= least).sum())
    least = max(by, key=lambda least: f_measure(*by[least], PRACTICE))
    model["figures"] |= {
        "held-out recall": round(float(by[least][0]), 3),
        "held-out precision": round(float(by[least][1]), 3),
    }
    print("practice", least, model["figures"])
    return {"least": least, **model}


def _joined(samples: Sequence[Judged]) -> Sample:
    signals = {n: np.concatenate([s[n] for s, _ in samples]) for n in samples[0][0]}
    good = np.concatenate([g for _, g in samples])
    groups = np.repeat(np.arange(len(samples)), [len(g) for _, g in samples])
    return Sample(signals, good, groups)


def fit_members(name: str, samples: Sequence[Judged]) -> dict[str, Any]:
    """A model of which documents belong; `least`: of the likeliest one's, from which others do."""
    together = _joined(samples)
    good, groups = together.good, together.groups
    model, held_out = fit(together, STRENGTH)
    of_likeliest = held_out / _best(held_out, groups)
    by = {share: _recall_and_precision(of_likeliest >= share, good, groups) for share in SHARES}
    least = max(by, key=lambda share: f_measure(*by[share], RECALL_COUNTS[name]))
    recall, precision = by[least]
    model["figures"] |= {
        "held-out recall": round(recall, 3),
        "held-out precision": round(precision, 3),
    }
    print(name, least, model["figures"])
    return {"least": least, **model}


def _best(values: np.ndarray, groups: np.ndarray) -> np.ndarray:
    best = np.zeros(groups.max() + 1)
    np.maximum.at(best, groups, values)
    return np.asarray(best[groups])


def f_measure(recall: float, precision: float, beta: float) -> float:
    """Their harmonic mean, recall counted `beta` times (C. van Rijsbergen, 1979); 0..1."""
    return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)


def _recall_and_precision(
    listed: np.ndarray, good: np.ndarray, groups: np.ndarray
) -> tuple[float, float]:
    right = listed & good
    return _mean_share(right, good, groups), _mean_share(right, listed, groups)


def _mean_share(part: np.ndarray, whole: np.ndarray, groups: np.ndarray) -> float:
    shares = np.bincount(groups, part) / np.maximum(np.bincount(groups, whole), 1)
    return float(shares.mean())
