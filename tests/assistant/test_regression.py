"""Probabilities by hand: 1 / (1 + e^-x), where x is the weighed sum and the intercept."""

import numpy as np
import pytest

from assistant.judging.regression import models, probability
from assistant.judging.signals import Signals

MODEL = {"weights": {"near": 2.0, "far": -1.0}, "intercept": 0.5}


@pytest.mark.parametrize(
    ("near", "far", "expected"),
    [
        (1.0, 2.5, 0.5),  # 2 - 2.5 + 0.5 = 0
        (np.log(3) / 2, 0.5, 0.75),  # ln 3 - 0.5 + 0.5: 3 to 1
        (0.0, np.log(4) + 0.5, 0.2),  # -ln 4: 1 to 4
    ],
)
def test_a_probability_by_hand(near: float, far: float, expected: float) -> None:
    signals = {"near": near, "far": far, "weighed by no model": 9.0}
    assert float(probability(MODEL, signals)) == pytest.approx(expected)


def test_each_value_of_the_signals_gets_its_probability() -> None:
    near, far = np.array([1, 0.25, 0], np.float32), np.array([2.5, 1, 0.5], np.float32)
    np.testing.assert_allclose(probability(MODEL, {"near": near, "far": far}), [0.5] * 3)


def test_a_missing_signal_is_an_error() -> None:
    with pytest.raises(KeyError, match="far"):
        probability(MODEL, {"near": 1.0})


def test_the_bare_models_weigh_nothing_that_a_plain_collection_lacks() -> None:
    coverage, members = models("coverage"), models("membership")
    known = set(Signals._fields)
    written = {name for name in known if name.startswith("unsaid_") or name == "alike"}
    for name in ("covered", "subject"):
        weighed = set(coverage[name]["weights"])
        assert written < weighed <= known
        bare = set(coverage[f"{name}_bare"]["weights"])
        assert bare | written == weighed
        assert not any(signal.startswith("unsaid_") for signal in bare)
    lacking = set(members["members"]["weights"]) - set(members["members_bare"]["weights"])
    assert lacking == {
        name for name in members["members"]["weights"] if name.startswith(("shared_", "nearest"))
    }
    assert len(lacking) == 8
