"""Bars with their ranges, as SVG."""

import io
from collections.abc import Mapping

import matplotlib
from matplotlib.figure import Figure

from benchmarks.lines import Cell
from eval_questions.plots import STYLE

OURS, FLOOR, OTHERS = "#be123c", "#1f2937", "#9ca3af"


def bars(title: str, found: Mapping[str, Cell]) -> str:
    """One bar for each name, the first on top; a line from the least to the greatest run."""
    names = list(found)[::-1]
    middles = [found[name].median for name in names]
    ends = [
        [found[name].median - found[name].low for name in names],
        [found[name].high - found[name].median for name in names],
    ]
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(6.4, 0.6 + 0.34 * len(names)))
        axes = figure.subplots()
        axes.barh(names, middles, xerr=ends, color=[_colour(n) for n in names], height=0.6)
        axes.set(title=title)
        stream = io.StringIO()
        figure.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None})
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def _colour(name: str) -> str:
    if name.startswith("Insight"):
        return OURS
    return FLOOR if name.startswith("bare") else OTHERS
