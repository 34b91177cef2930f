"""A run in, its figures out: every measure by split and category with its interval."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from sklearn.metrics import roc_auc_score

from assistant.types import Status
from eval_questions.dataset import Question
from eval_questions.run import ASSISTANT, Outcome, Run
from eval_questions.schema import CATEGORIES
from eval_questions.statistics import Estimate, Values, estimate, ratio

SPLITS = ("dev", "test", "all")
DIGITS = 9  # of a figure: far finer than any difference that matters


def figures(run: Run) -> dict[str, Any]:
    """All that is printed of a run, as plain values: the same for the same run, to the byte."""
    questions = [outcome.question for outcome in run.outcomes]
    return {
        "counts": {split: _counts(questions, split) for split in SPLITS},
        "measures": {
            split: _tables(run, _in_split(questions, split)) for split in SPLITS
        },
        "categories": {
            category: _tables(run, {q.id for q in questions if q.category == category})
            for category in CATEGORIES
            if any(q.category == category for q in questions)
        },
        "follow_ups": {
            split: _follow_ups(run, _in_split(questions, split)) for split in SPLITS
        },
        "refusal_auc": {
            split: _areas([o for o in run.outcomes if split in ("all", o.question.split)])
            for split in SPLITS
        },
    }  # fmt: skip


def area(covered: list[float], uncovered: list[float]) -> float | None:
    """The area under the ROC curve of the refusal score: how often a covered question has more.

    None where one of the two kinds is not there.
    """
    if not covered or not uncovered:
        return None
    labels = [1] * len(covered) + [0] * len(uncovered)
    return round(float(roc_auc_score(labels, covered + uncovered)), DIGITS)


def plain(found: Estimate) -> dict[str, float | int | None]:
    """An estimate as plain values, rounded to `DIGITS`."""
    return {k: round(v, DIGITS) if isinstance(v, float) else v for k, v in asdict(found).items()}


def _in_split(questions: list[Question], split: str) -> set[str]:
    return {q.id for q in questions if split in ("all", q.split)}


def _counts(questions: list[Question], split: str) -> dict[str, int]:
    names = _in_split(questions, split)
    chosen = [q.category for q in questions if q.id in names]
    return {c: chosen.count(c) for c in CATEGORIES if c in chosen} | {"all": len(chosen)}


def _tables(run: Run, names: set[str]) -> dict[str, dict[str, Any]]:
    """System, measure, estimate over the named questions."""
    return {
        system: {
            measure: plain(estimate([v for name, v in values.items() if name in names]))
            for measure, values in measures.items()
        }
        for system, measures in run.values.items()
    }


def _follow_ups(run: Run, names: set[str]) -> dict[str, dict[str, Any]]:
    """For two measures: the follow-ups as asked, their human rewrites, and the first by the second.

    A ratio of 1 says that nothing was lost in following the conversation.
    """
    found = {}
    for measure in ("complete", "citation_recall"):
        rewritten = run.rewritten[measure]
        chosen = [name for name in rewritten if name in names]
        asked = run.values[ASSISTANT][measure]
        found[measure] = {
            "asked": plain(estimate([asked[name] for name in chosen])),
            "rewritten": plain(estimate([rewritten[name] for name in chosen])),
            "ratio": plain(_ratio(asked, rewritten, chosen)),
        }
    return found


def _ratio(asked: Values, rewritten: Values, names: list[str]) -> Estimate:
    return ratio([asked[name] for name in names], [rewritten[name] for name in names])


def _areas(outcomes: list[Outcome]) -> Mapping[str, float | None]:
    """The refusal score's area under the curve against near misses, far-off questions and both."""
    kinds: dict[str, Callable[[Status], bool]] = {
        "near": lambda status: status == Status.PARTLY,
        "far": lambda status: status == Status.NOT_COVERED,
        "both": lambda status: status in (Status.PARTLY, Status.NOT_COVERED),
    }
    covered = [o.coverage for o in outcomes if o.question.status == Status.ANSWERED]
    return {
        kind: area(covered, [o.coverage for o in outcomes if chosen(o.question.status)])
        for kind, chosen in kinds.items()
    }
