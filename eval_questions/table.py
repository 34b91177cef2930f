"""A run's figures in, lines for a terminal out."""

from collections.abc import Iterator, Mapping
from typing import Any

from eval_questions.measures import ANSWER_MEASURES
from eval_questions.retrieval import MEASURES
from eval_questions.run import ASSISTANT

Figures = Mapping[str, Any]


def figure_lines(figures: Figures) -> Iterator[str]:
    """Retrieval for every system, then answers, then categories; `dev` and `test` apart."""
    for split in ("dev", "test"):
        yield f"retrieval, {split}" + "".join(f"{name:>9}" for name in MEASURES).rjust(
            62 - len(f"retrieval, {split}")
        )
        for system, found in figures["measures"][split].items():
            yield f"  {system:<15}" + "".join(f"{short(found[name]):>9}" for name in MEASURES)
    yield ""
    yield f"{'answers':<25}{'dev':>7}  {'95%':<15}{'n':>4}{'test':>9}  {'95%':<15}{'n':>4}"
    for measure in ANSWER_MEASURES:
        cells = (figures["measures"][split][ASSISTANT][measure.key] for split in ("dev", "test"))
        line = "  ".join(f"{short(c):>7}  {interval(c):<15}{c['count']:>4}" for c in cells)
        yield f"  {measure.label:<23}{line}"
    yield ""
    yield f"{'':<22}{'':>10}{'nDCG@10':>10}{'nDCG@10':>11}"
    yield f"{'categories':<17}{'n':>5}{'complete':>10}{'late':>10}{'assistant':>11}"
    for category, found in figures["categories"].items():
        of = found[ASSISTANT]
        late = f"{short(found['late']['nDCG@10']):>10}"
        own = f"{short(of['nDCG@10']):>11}"
        yield f"  {category:<15}{of['complete']['count']:>5}{short(of['complete']):>10}{late}{own}"
    yield ""
    for measure, found in figures["follow_ups"]["all"].items():
        parts = ", ".join(f"{key} {short(found[key])}" for key in ("asked", "rewritten", "ratio"))
        yield f"follow-ups, {measure}: {parts} ({interval(found['ratio'])})"
    areas = ", ".join(
        f"{kind} {'-' if area is None else f'{area:.3f}'}"
        for kind, area in figures["refusal_auc"]["all"].items()
    )
    yield f"refusal score, area under the ROC curve: {areas}"


def short(found: Mapping[str, Any]) -> str:
    """An estimate's mean to three places (lengths to one), `-` where there is none."""
    mean = found["mean"]
    return "-" if mean is None else f"{mean:.1f}" if mean > 2 else f"{mean:.3f}"


def interval(found: Mapping[str, Any]) -> str:
    """An estimate's interval as `low-high`."""
    low, high = found["low"], found["high"]
    if low is None:
        return ""
    return f"{low:.1f}-{high:.1f}" if high > 2 else f"{low:.3f}-{high:.3f}"
