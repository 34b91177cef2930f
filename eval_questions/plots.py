"""The one door to matplotlib: a run's record in, inline SVG out, the same for the same record."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib
import numpy as np
from matplotlib.figure import Figure

from eval_questions.retrieval import retrieval_values
from eval_questions.run import ASSISTANT, DEPTH, SYSTEMS

Record = Mapping[str, Any]
STATUSES = ("answered", "partly", "not_covered", "small_talk")
INK, FAINT = "#1f2937", "#d1d5db"
COLOURS = {"bm25": "#b45309", "dense": "#0369a1", "fusion": "#7c3aed", "late": "#15803d",
           ASSISTANT: "#be123c"}  # fmt: skip
MARKS = {"bm25": "s", "dense": "^", "fusion": "D", "late": "o", ASSISTANT: "X"}
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none", "svg.hashsalt": "insight", "font.family": "sans-serif",
    "font.size": 10, "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": FAINT,
    "axes.spines.top": False, "axes.spines.right": False, "xtick.color": INK, "ytick.color": INK,
    "axes.grid": True, "axes.axisbelow": True, "grid.color": FAINT, "grid.linewidth": 0.6,
}  # fmt: skip


def recall_plot(record: Record) -> str:
    """Recall at 1 to 10 for each retriever, over all questions with gold."""
    questions = [q for q in record["questions"] if q["relevant"]]
    qrels = {q["id"]: q["relevant"] for q in questions}
    depths = range(1, DEPTH + 1)
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(6.4, 3.6))
        axes = figure.subplots()
        for system in SYSTEMS:
            rankings = {q["id"]: q["rankings"][system] for q in questions}
            values = retrieval_values(qrels, rankings, [f"R@{depth}" for depth in depths])
            means = [_mean(values[f"R@{depth}"].values()) for depth in depths]
            axes.plot(
                depths,
                means,
                label=system,
                color=COLOURS[system],
                marker=MARKS[system],
                markersize=5,
            )
        axes.set(xlabel="k", ylabel="recall at k", xticks=depths, ylim=(0, 1))
        axes.legend(frameon=False, ncols=3, loc="lower right")
        return _svg(figure)


def category_plot(record: Record) -> str:
    """Complete answers and the best retriever's nDCG@10 by category, with 95% intervals."""
    found = record["figures"]["categories"]
    names = list(found)[::-1]
    shown = (("complete answers", ASSISTANT, "complete"), ("late, nDCG@10", "late", "nDCG@10"))
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(6.4, 4.6))
        axes = figure.subplots()
        for offset, (label, system, measure) in zip((0.15, -0.15), shown, strict=True):
            cells = [(row, found[name][system][measure]) for row, name in enumerate(names)]
            kept = [(row, cell) for row, cell in cells if cell["mean"] is not None]
            means = np.array([cell["mean"] for _, cell in kept])
            ends = np.array([(cell["low"], cell["high"]) for _, cell in kept]).reshape(-1, 2).T
            axes.errorbar(
                means,
                [row + offset for row, _ in kept],
                xerr=np.abs(ends - means),
                fmt=MARKS[system],
                color=COLOURS[system],
                capsize=3,
                label=label,
            )
        axes.set(xlim=(-0.02, 1.02), yticks=range(len(names)), yticklabels=names)
        axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, 1.12), ncols=2)
        return _svg(figure)


def coverage_plot(record: Record) -> str:
    """The refusal score of covered questions, near misses and far-off ones, one mark a question."""
    kinds = (("covered", "answered", "late"), ("near miss", "partly", "bm25"),
             ("far off", "not_covered", ASSISTANT))  # fmt: skip
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(6.4, 2.8))
        axes = figure.subplots()
        for row, (_, status, colour) in enumerate(kinds):
            scores = [q["coverage"] for q in record["questions"] if q["status"] == status]
            spread = np.random.default_rng(row).uniform(-0.28, 0.28, len(scores))
            axes.scatter(
                scores, row + spread, s=14, alpha=0.6, color=COLOURS[colour], marker=MARKS[colour]
            )
        axes.set(xlabel="refusal score (higher: more likely covered)")
        axes.set(yticks=range(len(kinds)), yticklabels=[label for label, _, _ in kinds])
        return _svg(figure)


def confusion_plot(record: Record) -> str:
    """How many questions of each judged status got an answer of each status."""
    table = np.zeros((len(STATUSES), len(STATUSES)), dtype=int)
    for question in record["questions"]:
        table[STATUSES.index(question["status"]), STATUSES.index(question["answer"]["status"])] += 1
    with matplotlib.rc_context(STYLE | {"axes.grid": False}):
        figure = Figure(figsize=(5, 3.6))
        axes = figure.subplots()
        shares = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
        axes.imshow(shares, cmap="Greys", vmin=0, vmax=1.4)
        for (row, column), count in np.ndenumerate(table):
            dark = shares[row, column] > 0.6
            axes.text(column, row, str(count), ha="center", va="center",
                      color="white" if dark else INK)  # fmt: skip
        ticks = range(len(STATUSES))
        axes.set(xlabel="answer", ylabel="judged", xticks=ticks, xticklabels=STATUSES)
        axes.set(yticks=ticks, yticklabels=STATUSES)
        return _svg(figure)


def _mean(values: Any) -> float:
    kept: Sequence[float] = list(values)
    return sum(kept) / len(kept) if kept else 0.0


def _svg(figure: Figure) -> str:
    """The drawing as an `svg` element that scales with the page."""
    stream = io.StringIO()
    figure.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None})
    svg = stream.getvalue()
    return svg[svg.index("<svg") :].replace("<svg ", '<svg aria-hidden="true" ', 1)
