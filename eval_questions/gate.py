"""A run and the accepted baseline in, the reasons not to publish out."""

from pathlib import Path

from corpus.types import Collection
from eval_questions.compare import differences
from eval_questions.dataset import BOARDS
from eval_questions.measures import inexact
from eval_questions.record import Kept, RecordError
from eval_questions.run import Run
from eval_questions.statistics import falls


def baseline_path(suite: Path) -> Path:
    """Where a suite's accepted values are kept: beside its folder.

    `eval_questions/baseline.json` for the boards, `NAME-baseline.json` for another suite NAME.
    """
    folder = suite.resolve()
    name = "baseline" if folder == BOARDS.resolve() else f"{folder.name}-baseline"
    return folder.with_name(f"{name}.json")


def inexact_quotations(run: Run, collection: Collection) -> list[str]:
    """One line for each quotation or passage that is not its document's words."""
    lines = list(run.index_faults)
    for outcome in run.outcomes:
        for answer in (outcome.answer, outcome.rewritten):
            found = inexact(answer, collection) if answer else ()
            lines += [f"{outcome.question.id}: {line}" for line in found]
    return lines


def fallen(baseline: Kept, now: Kept) -> list[str]:
    """One line for each measure that fell by more than chance explains (`statistics.falls`).

    Raises `RecordError` where the two have no question in common.
    """
    found = differences(baseline, now)
    if not _questions(baseline) & _questions(now):
        raise RecordError("the baseline has none of these questions: run `insight eval --accept`")
    return [
        f"{name} fell from {_number(found[name].mean_a)} to {_number(found[name].mean_b)}: "
        f"{found[name].losses} questions lost, {found[name].wins} won, "
        f"p = {found[name].p_lower:.4f}"
        for name in falls(found)
    ]


def unjudged(baseline: Kept, now: Kept) -> list[str]:
    """Notes, not reasons: questions that only one of the two has."""
    new, gone = _questions(now) - _questions(baseline), _questions(baseline) - _questions(now)
    lines = [f"{len(new)} questions are not in the baseline"] if new else []
    return lines + ([f"{len(gone)} questions of the baseline are gone"] if gone else [])


def _questions(kept: Kept) -> set[str]:
    return {name for found in kept.values.values() for values in found.values() for name in values}


def _number(mean: float | None) -> str:
    return "nothing" if mean is None else f"{mean:.3f}"
