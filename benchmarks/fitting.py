"""Signals and which samples are good in, a logistic regression as plain numbers out."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


@dataclass(frozen=True, slots=True)
class Sample:
    """Signals by name, each [n]; which of the n are good, and which belong together."""

    signals: dict[str, np.ndarray]
    good: np.ndarray
    groups: np.ndarray


def fit(sample: Sample, strength: float) -> tuple[dict[str, Any], np.ndarray]:
    """A model as plain numbers, its weights on the signals as they are; what it gave held out.

    A signal that never varies is left out.
    """
    names = [name for name, values in sample.signals.items() if np.ptp(values)]
    features = np.stack([sample.signals[name] for name in names], axis=1)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=5000))
    held_out = cross_val_predict(
        model,
        features,
        sample.good,
        groups=sample.groups,
        cv=GroupKFold(10),
        method="predict_proba",
    )[:, 1]
    model.fit(features, sample.good)
    scaler, regression = model.named_steps.values()
    weights = regression.coef_[0] / scaler.scale_
    return {
        "intercept": round(float(regression.intercept_[0] - weights @ scaler.mean_), 4),
        "weights": {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)},
        "figures": {
            "examples": len(sample.good),
            "of them good": int(sample.good.sum()),
            "held-out area under the ROC curve": round(
                float(roc_auc_score(sample.good, held_out)), 3
            ),
        },
    }, held_out
