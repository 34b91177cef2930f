"""What was measured, as tables and plots: `benchmarks/RESULTS.md` and `benchmarks/plots/*.svg`.

`python -m benchmarks.results` reads `results.jsonl`, which `benchmarks.compare` writes.
"""

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.contenders import CONTENDERS
from benchmarks.goals import goals
from benchmarks.lines import PROFILE, Cell, Line, cell, read_lines, set_names
from benchmarks.plots import bars
from benchmarks.sets import EXTERNAL

FOLDER = Path(__file__).parent
TIMED = ("start s", "passages/s", "median ms", "p95 ms", "memory MiB", "index MiB")
FORMS = ("last turn", "rewrite")
PLOTTED = {
    "start": ("boards", "start s"),
    "build": ("boards", "passages/s"),
    "question": ("boards", "median ms"),
    "boards": ("boards", "nDCG@10, last turn"),
    "mtrag_govt": ("mtrag_govt", "nDCG@10, last turn"),
    "scifact": ("scifact", "nDCG@10, last turn"),
}
Lines = Sequence[Line]


def main() -> None:
    """Write the tables and the plots."""
    if not PROFILE.is_file():
        raise SystemExit(f"no {PROFILE.name}: make it with `python -m benchmarks.profiled`")
    lines = read_lines()
    page = (FOLDER / "results_template.md").read_text()
    parts = {
        "machine": machine(),
        "date": f"{date.today():%d %B %Y}",
        "peers": peers(),
        "sets": measured_sets(lines),
        "goals": "\n".join(goal_table(lines)),
        "quality": "\n\n".join(quality(lines)),
        "times": "\n\n".join(times(lines)),
        "plots": "\n".join(f"![{name}](plots/{name}.svg)" for name in draw(lines)),
        "profile": PROFILE.read_text().rstrip(),
    }
    for name, part in parts.items():
        page = page.replace(f"{{{name}}}", part)
    (FOLDER / "RESULTS.md").write_text(page)


def goal_table(lines: Lines) -> Iterator[str]:
    """The lines of the table of aims."""
    yield "| aim | found | reached |"
    yield "|---|---|---|"
    for goal in goals(lines):
        note = f" ({goal.note})" if goal.note else ""
        reached = "yes" if goal.is_reached else "**no**"
        yield f"| {goal.text} | {shown(goal.found, more=1)}{goal.unit}{note} | {reached} |"


def quality(lines: Lines) -> Iterator[str]:
    """A table for each measure, with every set and form of the query side by side."""
    sets = set_names(lines)
    for measure in ("nDCG@10", "R@5"):
        columns = [(f"{s}, {form}", s, f"{measure}, {form}") for s in sets for form in FORMS]
        yield f"### {measure}"
        yield table(lines, columns)


def times(lines: Lines) -> Iterator[str]:
    """A table for each set that was timed; what is no time is in it too."""
    for name in set_names(lines):
        runs = len({line.run for line in lines if line.set == name})
        if any(figure in line.figures for line in lines if line.set == name for figure in TIMED):
            yield f"### {name} ({runs} {'run' if runs == 1 else 'runs'})"
            yield table(lines, [(figure, name, figure) for figure in TIMED])


def table(lines: Lines, columns: Sequence[tuple[str, str, str]]) -> str:
    """Contenders by columns of heading, set and figure; neither is in it where it is empty."""
    names = [contender.name for contender in CONTENDERS]
    found = {(c, h): cell(lines, s, c, figure) for c in names for h, s, figure in columns}
    headings = [h for h, _, _ in columns if any(found[c, h] for c in names)]
    rows = ["| | " + " | ".join(headings) + " |", "|---" * (len(headings) + 1) + "|"]
    for contender in names:
        cells = [found[contender, heading] for heading in headings]
        if any(cells):
            rows.append(f"| {contender} | " + " | ".join(map(shown, cells)) + " |")
    return "\n".join(rows)


def draw(lines: Lines) -> Iterator[str]:
    """Draw the figures that are plotted; the name of each drawing."""
    plots = FOLDER / "plots"
    plots.mkdir(exist_ok=True)
    for file, (name, figure) in PLOTTED.items():
        found = {c.name: cell(lines, name, c.name, figure) for c in CONTENDERS}
        drawn = {contender: value for contender, value in found.items() if value}
        (plots / f"{file}.svg").unlink(missing_ok=True)
        if drawn:
            (plots / f"{file}.svg").write_text(bars(f"{name}: {figure}", drawn))
            yield file


def shown(found: Cell | None, more: int = 0) -> str:
    """The median, and the range where there is one; with so many digits more than three."""
    if found is None:
        return "–"
    low, middle, high = (brief(value, more) for value in (found.low, found.median, found.high))
    return middle if low == high else f"{middle} ({low}–{high})"


def brief(value: float, more: int = 0) -> str:
    """Three digits and `more`."""
    before = sum(abs(value) >= limit for limit in (1, 10, 100))
    return f"{value:.{3 - before + more}f}"


def measured_sets(lines: Lines) -> str:
    """Which sets are missing, wholly or of some contenders."""
    gaps = []
    for name in EXTERNAL:
        seen = {line.contender for line in lines if line.set == name}
        left = [c.name for c in CONTENDERS if c.ranks and c.name not in seen]
        if left:
            gaps.append(f"{name} of {', '.join(left)}" if seen else name)
    if not gaps:
        return "All three sets were measured."
    return f"Not measured: {'; '.join(gaps)}. `EXTERNAL` names the folder with such sets."


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
