"""What was measured, as a table and plots: `benchmarks/RESULTS.md` and `benchmarks/plots/*.svg`.

`python -m benchmarks.results` reads `results.jsonl`, which `benchmarks.compare` writes.
"""

import json
import os
import platform
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.compare import RESULTS
from benchmarks.contenders import CONTENDERS
from benchmarks.plots import Cell, bars

FOLDER = Path(__file__).parent
FIGURES = (
    "start s",
    "start CPU s",
    "passages/s",
    "median ms",
    "p95 ms",
    "median CPU ms",
    "memory MiB",
    "index MiB",
    "nDCG@10, last turn",
    "R@5, last turn",
    "nDCG@10, rewrite",
    "R@5, rewrite",
)
PLOTTED = {"start CPU s": "start", "median CPU ms": "question", "nDCG@10, last turn": "ndcg"}
Lines = Sequence[dict[str, Any]]


def main() -> None:
    """Write the table and the plots."""
    lines = [json.loads(line) for line in RESULTS.read_text().splitlines()]
    sets = list(dict.fromkeys(line["set"] for line in lines))
    page = (FOLDER / "results_template.md").read_text()
    tables = "\n".join("\n".join(table(name, lines)) + "\n" for name in sets)
    (FOLDER / "RESULTS.md").write_text(
        page.replace("{machine}", machine())
        .replace("{date}", f"{date.today():%d %B %Y}")
        .replace("{peers}", peers())
        .replace("{tables}", tables.rstrip())
        .replace("{plots}", "\n".join(f"![{p}](plots/{p}.svg)" for p in draw(sets, lines)))
    )


def draw(sets: Sequence[str], lines: Lines) -> Iterator[str]:
    """Draw the figures that are plotted; the name of each drawing."""
    plots = FOLDER / "plots"
    plots.mkdir(exist_ok=True)
    for figure, file in PLOTTED.items():
        for name in sets:
            found = {c: cell(lines, name, c, figure) for c in names()}
            drawn = {c: value for c, value in found.items() if value}
            (plots / f"{name}-{file}.svg").write_text(bars(f"{name}: {figure}", drawn))
            yield f"{name}-{file}"


def table(name: str, lines: Lines) -> Iterator[str]:
    """The lines of one set's table; a figure that no contender has is left out."""
    found = {(c, f): cell(lines, name, c, f) for c in names() for f in FIGURES}
    figures = [f for f in FIGURES if any(found[c, f] for c in names())]
    runs = len({line["run"] for line in lines if line["set"] == name})
    yield f"### {name} ({runs} {'run' if runs == 1 else 'runs'})"
    yield ""
    yield "| | " + " | ".join(figures) + " |"
    yield "|---" * (len(figures) + 1) + "|"
    for contender in names():
        cells = [shown(found[contender, figure]) for figure in figures]
        if any(found[contender, figure] for figure in figures):
            yield f"| {contender} | " + " | ".join(cells) + " |"


def names() -> list[str]:
    """The contenders, in their order."""
    return [contender.name for contender in CONTENDERS]


def cell(lines: Lines, name: str, contender: str, figure: str) -> Cell | None:
    """Median, least and greatest over the runs; None where it was not measured."""
    values = [
        line[figure]
        for line in lines
        if line["set"] == name and line["contender"] == contender and figure in line
    ]
    return Cell(median(values), min(values), max(values)) if values else None


def shown(found: Cell | None) -> str:
    """The median, and the range where there is one."""
    if found is None:
        return "–"
    low, middle, high = (brief(value) for value in (found.low, found.median, found.high))
    return middle if low == high else f"{middle} ({low}–{high})"


def brief(value: float) -> str:
    """Three digits, no more."""
    if value < 1:
        return f"{value:.3f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def machine() -> str:
    """The processor, how many of it, memory and Python."""
    processor = platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return f"{processor}, {cores} cores, {memory:.0f} GiB, Python {platform.python_version()}"


def peers() -> str:
    """The peers' versions, as pinned."""
    pins = (FOLDER / "peers" / "requirements.txt").read_text().splitlines()
    return ", ".join(pin.replace("==", " ") for pin in pins if not pin.startswith("#"))


if __name__ == "__main__":
    main()
