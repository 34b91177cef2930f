"""The project's aims, each held against what was measured."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.contenders import (
    ANSWER,
    CONTENDERS,
    FLOORS,
    RETRIEVAL,
    TORCH,
    TXTAI,
    Contender,
)
from benchmarks.lines import Cell, Line, by_run, cell, cell_of, set_names

MEASURE = "nDCG@10"
Lines = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Goal:
    """`text` says what is aimed at; `found` over the runs, with `unit`; `note`: against whom."""

    text: str
    found: Cell
    is_reached: bool
    unit: str = ""
    note: str = ""


def goals(lines: Lines) -> Iterator[Goal]:
    """Each aim that something was measured for; it is reached by its median over the runs."""
    started = cell(lines, "boards", ANSWER.name, "start s")
    if started:
        yield Goal(
            "`insight ask`, from start to end: 1.0 s at most", started, started.median <= 1, " s"
        )
    yield from _at_most(
        "the same, by txtai's start to its first answer: 0.1 at most",
        0.1,
        _ratios(lines, "boards", ANSWER, [TXTAI], "start s"),
    )
    for name in set_names(lines):
        for others, least in ((FLOORS, 0.9), ([TORCH], 1.5)):
            found = _ratios(lines, name, RETRIEVAL, others, "passages/s")
            text = f"{name}: passages a second, by those of {others[0].name}: {least} at least"
            yield from _at_least(text, least, found)
    answer = "an answer by the bare encoding of its question"
    yield from _at_most(f"{answer}, median: 2.0 at most", 2, _per_question(lines, median))
    yield from _at_most(f"{answer}, 95th percentile: 3.0 at most", 3, _per_question(lines, p95))
    yield from _rankings(lines)


def _rankings(lines: Lines) -> Iterator[Goal]:
    """For each set and form of the query: this project's nDCG@10 less that of the best peer."""
    for name in set_names(lines):
        of_set = [figure for line in lines if line.set == name for figure in line.figures]
        for figure in dict.fromkeys(f for f in of_set if f.startswith(MEASURE)):
            yield from _ranking(lines, name, figure)


def _ranking(lines: Lines, name: str, figure: str) -> Iterator[Goal]:
    ours = cell(lines, name, RETRIEVAL.name, figure)
    peers = [(cell(lines, name, c.name, figure), c.name) for c in CONTENDERS if c.is_peer]
    best, who = max(
        ((found.median, contender) for found, contender in peers if found), default=(0.0, "")
    )
    if ours and who:
        ahead = Cell(ours.median - best, ours.low - best, ours.high - best)
        form = figure.removeprefix(f"{MEASURE}, ")
        text = f"{name}, {form}: more {MEASURE} than the best peer"
        yield Goal(text, ahead, ahead.median > 0, note=f"{ours.median:.3f}; {who}: {best:.3f}")


def _at_most(text: str, most: float, found: Cell | None) -> Iterator[Goal]:
    if found:
        yield Goal(text, found, found.median <= most)


def _at_least(text: str, least: float, found: Cell | None) -> Iterator[Goal]:
    if found:
        yield Goal(text, found, found.median >= least)


def _ratios(
    lines: Lines, name: str, ours: Contender, others: Sequence[Contender], figure: str
) -> Cell | None:
    """Of a contender's figure and the greatest of the others', run by run."""
    above = by_run(lines, name, ours.name, figure)
    below = [by_run(lines, name, other.name, figure) for other in others]
    return cell_of(
        [
            above[run] / max(found[run] for found in below if run in found)
            for run in above
            if any(run in found for found in below)
        ]
    )


def _per_question(lines: Lines, summary: Callable[[list[float]], float]) -> Cell | None:
    """Of each run, the summary of every question's ratio of answer to its quicker bare encoding."""
    times = {
        (line.contender, line.run): line.ms
        for line in lines
        if line.set == "boards" and line.contender in [c.name for c in (ANSWER, *FLOORS)]
    }
    found = []
    for (contender, run), ms in times.items():
        floors = [times[floor.name, run] for floor in FLOORS if (floor.name, run) in times]
        if contender == ANSWER.name and floors:
            floor = [min(several) for several in zip(*floors, strict=True)]
            found.append(summary([a / b for a, b in zip(ms, floor, strict=True)]))
    return cell_of(found)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[18]
