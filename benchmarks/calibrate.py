"""Fit what is declined: `python benchmarks/calibrate.py` writes `assistant/coverage.yaml`.

The questions are those of `benchmarks/calibration.yaml` and, of the evaluation suite, the `dev`
half. Two logistic regressions over the signals of `assistant/coverage.py`: `covered` tells answered
from partly answered questions, `subject` tells both from those on other subjects. Each threshold
is the one below which a set share of the questions it should let through falls, in ten-fold
cross-validation.
"""

from dataclasses import asdict, fields
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant.assistant import Assistant
from assistant.coverage import Signals
from assistant.open import open_assistant
from eval_questions.dataset import load_questions

HERE = Path(__file__).parent
STRENGTH = 0.03  # the inverse of the penalty; .01 and .1 gave the same within .02 of the area
REFUSED = {"covered": 0.07, "subject": 0.03}  # the share of good questions that may be declined
NOT_JUDGED = {"list", "comparison", "link"}  # these are declined by other means


def main() -> None:
    """Fit both models and write them with their figures."""
    assistant = open_assistant()
    rows = [
        (asdict(signals), status)
        for text, status in questions(assistant)
        for signals in [assistant.signals(text)]
        if signals
    ]
    features = np.array([list(row.values()) for row, _ in rows])
    status = np.array([s for _, s in rows])
    models = {}
    for name, among, good in (
        ("covered", np.isin(status, ["answered", "partly"]), status == "answered"),
        ("subject", np.ones(len(status), bool), status != "not_covered"),
    ):
        models[name] = fit(features[among], good[among], REFUSED[name])
        print(name, models[name]["figures"])
    head = "# Written by benchmarks/calibrate.py; do not edit by hand.\n"
    path = HERE.parent / "assistant" / "coverage.yaml"
    path.write_text(head + yaml.safe_dump({"models": models}, sort_keys=False))


def questions(assistant: Assistant) -> list[tuple[str, str]]:
    """Each question with its status: the calibration questions and the suite's `dev` half."""
    own = yaml.safe_load((HERE / "calibration.yaml").read_text())["questions"]
    suite = load_questions(HERE.parent / "eval_questions" / "boards", assistant.collection)
    return [(q["question"], q["status"]) for q in own] + [
        (q.standalone or q.text, str(q.status))
        for q in suite
        if q.split == "dev" and q.category not in NOT_JUDGED
    ]


def fit(features: np.ndarray, good: np.ndarray, refused: float) -> dict[str, object]:
    """A model as plain numbers, its weights on the signals as they are (not standardised)."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))
    held_out = cross_val_predict(model, features, good, cv=10, method="predict_proba")[:, 1]
    threshold = float(np.quantile(held_out[good], refused))
    model.fit(features, good)
    scaler, regression = model.named_steps.values()
    weights = regression.coef_[0] / scaler.scale_
    intercept = regression.intercept_[0] - float(weights @ scaler.mean_)
    names = [field.name for field in fields(Signals)]
    return {
        "threshold": round(threshold, 4),
        "intercept": round(float(intercept), 4),
        "weights": {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)},
        "figures": {
            "questions": len(good),
            "held-out area under the ROC curve": round(float(roc_auc_score(good, held_out)), 3),
            "held-out share of good ones declined": refused,
            "held-out share of others let through": round(
                float(np.mean(held_out[~good] >= threshold)), 3
            ),
        },
    }


if __name__ == "__main__":
    main()
