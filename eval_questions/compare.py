"""Two runs in, what got better and what got worse out, question by question."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from eval_questions.figures import DIGITS
from eval_questions.measures import ANSWER_MEASURES
from eval_questions.record import Kept
from eval_questions.run import ASSISTANT
from eval_questions.statistics import Difference, compare

LOWER_IS_BETTER = frozenset(m.key for m in ANSWER_MEASURES if m.higher is False)
NEITHER = frozenset(m.key for m in ANSWER_MEASURES if m.higher is None)
LISTED = {ASSISTANT: "complete"}  # what wins and losses are listed by; else:
LISTED_ELSE = "nDCG@10"


@dataclass(frozen=True, slots=True)
class Change:
    """One question that a system did better or worse in B; `better`: which of the two."""

    system: str
    measure: str
    question_id: str
    a: float
    b: float
    better: bool


def differences(a: Kept, b: Kept) -> dict[str, Difference]:
    """For each `system measure` of both runs: B against A over the questions of both."""
    return {
        f"{system} {measure}": compare(
            values, b.values[system][measure], higher_is_better=measure not in LOWER_IS_BETTER
        )
        for system, measures in a.values.items()
        for measure, values in measures.items()
        if measure in b.values.get(system, {}) and measure not in NEITHER
    }


def changes(a: Kept, b: Kept) -> Iterator[Change]:
    """Each question won or lost: by completeness for the assistant, by nDCG@10 for the others."""
    for system in a.values:
        measure = LISTED.get(system, LISTED_ELSE)
        before = a.values[system].get(measure, {})
        after = b.values.get(system, {}).get(measure, {})
        for name in sorted(before.keys() & after.keys()):
            old, new = before[name], after[name]
            if old is not None and new is not None and old != new:
                yield Change(system, measure, name, old, new, new > old)


def comparison(a: Kept, b: Kept) -> dict[str, Any]:
    """The comparison as plain values: both stamps, every difference, every win and loss."""
    return {
        "a": asdict(a.stamp),
        "b": asdict(b.stamp),
        "differences": {
            name: {k: round(v, DIGITS) if isinstance(v, float) else v for k, v in asdict(d).items()}
            for name, d in differences(a, b).items()
        },
        "changes": [asdict(change) for change in changes(a, b)],
    }


def comparison_lines(a: Kept, b: Kept) -> Iterator[str]:
    """The comparison as lines for a terminal; measures in which nothing differs are left out."""
    yield f"A {a.stamp.commit}   B {b.stamp.commit}"
    yield f"{'':<31}{'A':>8}{'B':>8}{'won':>6}{'lost':>6}{'p':>9}"
    same = 0
    for name, found in differences(a, b).items():
        if found.smallest_p == 1:
            same += 1
            continue
        means = "".join(
            f"{'-' if m is None else f'{m:.3f}':>8}" for m in (found.mean_a, found.mean_b)
        )
        yield f"{name:<31}{means}{found.wins:>6}{found.losses:>6}{found.p:>9.4f}"
    yield f"{same} measures without any difference"
    for change in changes(a, b):
        verdict = "won " if change.better else "lost"
        values = f"{change.a:.3f} -> {change.b:.3f}"
        yield f"{verdict}  {change.system:<10}{change.measure:<9} {values}  {change.question_id}"
