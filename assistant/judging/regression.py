"""Logistic regressions whose weights stand in a readable file: signals in, probabilities out."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml

from corpus.yaml_file import FAST
from index.types import Floats


@cache
def models(name: str) -> dict[str, Any]:
    """The models of `NAME.yaml`: for each its weights, intercept, thresholds and figures."""
    text = (files("assistant.judging") / f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=FAST)["models"])


def probability(model: Mapping[str, Any], signals: Mapping[str, Floats | float]) -> Floats:
    """The probability, 0..1, that the model gives each value of the signals it weighs."""
    weighed = sum([weight * signals[name] for name, weight in model["weights"].items()])
    return np.asarray(1 / (1 + np.exp(-(weighed + model["intercept"]))))
