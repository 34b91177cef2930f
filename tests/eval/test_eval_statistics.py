import numpy as np
import pytest

from eval_questions.statistics import Difference, compare, estimate, falls, ratio


def test_an_estimate_leaves_out_what_does_not_apply() -> None:
    found = estimate([1.0, 0.0, None, 1.0])
    assert found.mean == pytest.approx(2 / 3)
    assert found.count == 3
    assert estimate([None]).mean is None
    assert (estimate([]).low, estimate([]).count) == (None, 0)


def test_the_interval_is_seeded_and_holds_the_mean() -> None:
    values = [float(v) for v in np.random.default_rng(1).random(80)]
    found = estimate(values)
    assert found == estimate(values)
    assert found.low is not None
    assert found.high is not None
    assert found.mean is not None
    assert found.low < found.mean < found.high
    # the normal approximation of the same interval: mean +- 1.96 s / sqrt(n)
    half = 1.96 * np.std(values, ddof=1) / np.sqrt(len(values))
    assert found.high - found.low == pytest.approx(2 * half, rel=0.1)


def test_an_interval_of_equal_values_is_a_point() -> None:
    found = estimate([0.5] * 7)
    assert (found.low, found.mean, found.high) == (0.5, 0.5, 0.5)


def test_a_ratio_is_of_sums_and_not_a_mean_of_ratios() -> None:
    found = ratio([1.0, 0.0, 1.0], [1.0, 1.0, 2.0])
    assert found.mean == pytest.approx(2 / 4)
    assert ratio([0.0], [0.0]).mean is None


def test_runs_that_are_alike_differ_by_chance_alone() -> None:
    same = {str(n): n / 10 for n in range(10)}
    found = compare(same, same)
    assert (found.p, found.p_lower, found.smallest_p, found.wins) == (1.0, 1.0, 1.0, 0)


def test_the_randomisation_is_exact_where_it_can_be_counted() -> None:
    a = {str(n): 1.0 for n in range(6)}
    b = {str(n): 0.0 for n in range(6)}
    found = compare(a, b)
    # all six lost: only one of 2**6 = 64 exchanges is as low, two are as far from 0
    assert found.losses == 6
    assert found.p_lower == pytest.approx(1 / 64, abs=0.005)
    assert found.p == pytest.approx(2 / 64, abs=0.006)
    assert found.smallest_p == 1 / 64
    assert compare(b, a).p_lower == pytest.approx(1.0, abs=0.001)


def test_where_less_is_better_a_rise_is_a_loss() -> None:
    a = {str(n): 0.0 for n in range(8)}
    b = {str(n): 1.0 for n in range(8)}
    found = compare(a, b, higher_is_better=False)
    assert (found.wins, found.losses) == (0, 8)
    assert found.p_lower < 0.02


def test_a_value_that_is_no_longer_there_moves_the_mean() -> None:
    a: dict[str, float | None] = {str(n): 1.0 for n in range(10)}
    b: dict[str, float | None] = {str(n): None for n in range(10)}
    found = compare(a, b)
    assert (found.mean_a, found.mean_b, found.wins, found.losses) == (1.0, None, 0, 0)
    assert found.p_lower < 0.01  # from a mean of 1 to nothing at all


def test_false_alarms_are_as_rare_as_the_level_says() -> None:
    generator = np.random.default_rng(3)
    alarms = 0
    for _ in range(60):
        a = {str(n): float(v) for n, v in enumerate(generator.random(30))}
        b = {str(n): float(v) for n, v in enumerate(generator.random(30))}
        alarms += compare(a, b).p_lower <= 0.05
    assert alarms <= 8  # 3 expected of 60; more than 8 has a chance of under 1 in 200


def difference(p_lower: float, smallest: float) -> Difference:
    return Difference(1.0, 0.0, 0, 1, 1.0, p_lower, smallest)


def test_holm_steps_down_and_untouched_measures_do_not_count() -> None:
    found = {
        "a": difference(0.02, 0.01),  # least of two: 0.02 <= .05 / 2
        "b": difference(0.04, 0.01),  # then 0.04 <= .05 / 1
        "same": difference(1.0, 1.0),  # could never fall: left out of the count
    }
    assert falls(found) == ["a", "b"]
    assert falls({name: difference(0.03, 0.01) for name in "ab"}) == []  # 0.03 > .05 / 2
