"""This project and its peers, side by side: `python -m benchmarks.compare [--external DIR]`.

Every contender indexes the same texts and is asked the same queries with the same model. A line for
each goes to `benchmarks/results.jsonl` as soon as it is measured; `--resume` keeps the lines that
stand there and measures the others. `benchmarks.results` makes the tables.
"""

import argparse
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.open import open_index
from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.lines import RESULTS, Line, read_lines
from benchmarks.measure import ROOT, Bench
from benchmarks.sets import EXTERNAL, BenchSet, boards, external, sample
from index.model import PACKAGED

WORK = ROOT / ".bench-work"


def main() -> None:
    """Measure every contender on every set, one after the other, as often as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--external", type=Path, metavar="DIR", help="holds the sets not our own")
    parser.add_argument("--runs", type=int, default=5, help="of what is timed")
    parser.add_argument("--sets", nargs="+", metavar="SET", help="these alone")
    parser.add_argument("--contenders", nargs="+", metavar="FILE", help="of benchmarks/peers")
    parser.add_argument("--resume", action="store_true", help="keep what was measured")
    options = parser.parse_args()
    if not options.resume:
        RESULTS.unlink(missing_ok=True)
        shutil.rmtree(WORK, ignore_errors=True)
    open_index()  # the whole answer's, with the boards' own model
    opened = open_index(index=WORK / "index", model=PACKAGED)
    export = opened.encoder.folder
    if export is None:
        raise SystemExit("the model's export failed its check: nothing to measure")
    chosen = [c for c in CONTENDERS if c.module in (options.contenders or [c.module])]
    done = {(line.run, line.set, line.contender) for line in read_lines()}
    for found in (boards(opened), *external_sets(options.external)):
        if found.name not in (options.sets or [found.name]):
            continue
        for run in range(1, options.runs + 1 if found.repeated else 2):
            left = [
                c for c in in_order(chosen, found, run) if (run, found.name, c.name) not in done
            ]
            _run(run, found, left, export)


def external_sets(folder: Path | None) -> Iterator[BenchSet]:
    """Those that are not our own, the quickest first."""
    if folder:
        sets = [external(folder / name) for name in EXTERNAL]
        yield sample(sets[-1])
        yield from sets


def in_order(chosen: Sequence[Contender], found: BenchSet, run: int) -> list[Contender]:
    """Those that can be measured on the set, from the last to the first in every second run."""
    able = [c for c in chosen if c.only in (None, found.name)]
    if found.is_asked:
        able = [c for c in able if c.ranks or found.repeated]
    else:
        able = [c for c in able if c.builds and not c.shares_index]
    return able if run % 2 else able[::-1]


def _run(run: int, found: BenchSet, contenders: Sequence[Contender], export: Path) -> None:
    bench = Bench(found, found.queries(run), WORK / f"{found.name}-{run}", export)
    bench.write()
    for contender in contenders:
        measured = bench.measure(contender)
        line = Line(run, found.name, contender.name, measured.figures, measured.ms)
        with RESULTS.open("a") as file:
            file.write(json.dumps(line.to_dict()) + "\n")
        shown = ", ".join(f"{name} {value:.4g}" for name, value in measured.figures.items())
        print(f"{found.name} {run}, {contender.name}: {shown}", flush=True)
    if found.repeated:
        shutil.rmtree(bench.folder)


if __name__ == "__main__":
    main()
