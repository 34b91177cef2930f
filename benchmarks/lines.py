"""What was measured, a line for each contender, set and run; and figures over the runs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

RESULTS = Path(__file__).parent / "results.jsonl"
PROFILE = Path(__file__).parent / "profile.txt"


@dataclass(frozen=True, slots=True)
class Line:
    """`figures`: by name with unit. `ms`: milliseconds of every query after the first, in order."""

    run: int
    set: str
    contender: str
    figures: Mapping[str, float]
    ms: Sequence[float] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure over the runs."""

    median: float
    low: float
    high: float


def read_lines(path: Path = RESULTS) -> list[Line]:
    """The lines of a file of results, none where there is no file."""
    if not path.is_file():
        return []
    return [Line(**json.loads(line)) for line in path.read_text().splitlines()]


def set_names(lines: Sequence[Line]) -> list[str]:
    """The sets that were measured, our own first."""
    return sorted({line.set for line in lines}, key=lambda name: (name != "boards", name))


def cell_of(values: Sequence[float]) -> Cell | None:
    """Median, least and greatest; None of no values."""
    return Cell(median(values), min(values), max(values)) if values else None


def cell(lines: Sequence[Line], name: str, contender: str, figure: str) -> Cell | None:
    """A figure of a contender on a set; None where it was not measured."""
    return cell_of(list(by_run(lines, name, contender, figure).values()))


def by_run(lines: Sequence[Line], name: str, contender: str, figure: str) -> dict[int, float]:
    """The figure of each run that has it."""
    return {
        line.run: line.figures[figure]
        for line in lines
        if line.set == name and line.contender == contender and figure in line.figures
    }
