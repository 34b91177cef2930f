"""This project and its peers, side by side: `python -m benchmarks.compare [--external DIR]`.

Every contender indexes the same texts and is asked the same queries with the same model, in
processes of its own; one line for each goes to `benchmarks/results.jsonl`, which is begun anew
unless `--append`. `benchmarks.results` makes the table.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean, median, quantiles
from typing import Any

from assistant.open import open_index
from benchmarks.contenders import CONTENDERS, Contender
from benchmarks.sets import EXTERNAL, BenchSet, boards, external
from eval_questions.retrieval import retrieval_values
from index.model import PACKAGED_FOLDER

ROOT = Path(__file__).parent.parent
RESULTS = Path(__file__).parent / "results.jsonl"
PEERS_PYTHON = ROOT / ".bench-venv" / "bin" / "python"
QUALITY = ("nDCG@10", "R@5")
MEBIBYTE = 2**20


def main() -> None:
    """Measure every contender on every set, one after the other, as often as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--external", type=Path, metavar="DIR", help="holds the sets not our own")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--sets", nargs="+", default=["boards", *EXTERNAL])
    parser.add_argument("--contenders", nargs="+", metavar="FILE", help="of benchmarks/peers")
    parser.add_argument("--append", action="store_true")
    options = parser.parse_args()
    if not options.append:
        RESULTS.unlink(missing_ok=True)
    opened = open_index()
    export = opened.encoder.folder
    if export is None:
        raise SystemExit("the model's export failed its check: nothing to measure")
    sets = [boards(opened)]
    sets += [external(options.external / name) for name in EXTERNAL if options.external]
    for run in range(1, options.runs + 1):
        for found in sets:
            if found.name in options.sets:
                _run(run, found, export, options.contenders)


def _run(run: int, found: BenchSet, export: Path, modules: list[str] | None) -> None:
    for contender in CONTENDERS:
        if contender.only not in (None, found.name):
            continue
        if modules and contender.module not in modules:
            continue
        figures = dict(measure(contender, found, export))
        line = {"run": run, "set": found.name, "contender": contender.name} | figures
        with RESULTS.open("a") as file:
            file.write(json.dumps(line) + "\n")
        shown = ", ".join(f"{name} {value:.4g}" for name, value in figures.items())
        print(f"{found.name} {run}, {contender.name}: {shown}", flush=True)


def measure(contender: Contender, found: BenchSet, export: Path) -> Iterator[tuple[str, float]]:
    """Each figure of one contender on one set, by its name with its unit."""
    folder = Path(tempfile.mkdtemp(prefix="insight-bench-"))
    try:
        _write(folder / "texts.jsonl", found.texts)
        _write(folder / "queries.jsonl", found.queries)
        model = PACKAGED_FOLDER if contender.is_peer else export
        _, built = _stage(contender, "build", folder, model)
        began, asked = _stage(contender, "ask", folder, model)
    finally:
        shutil.rmtree(folder)
    yield "start s", asked["first"] - began
    yield "start CPU s", asked["first_cpu"]
    if contender.builds:
        yield "passages/s", len(found.texts) / built["seconds"]
    taken = [1000 * seconds for seconds in asked["seconds"]]
    yield "median ms", median(taken)
    yield "p95 ms", quantiles(taken, n=20, method="inclusive")[18]
    yield "median CPU ms", 1000 * median(asked["cpu"])
    yield "memory MiB", asked["memory"] / MEBIBYTE
    if contender.keeps:
        yield "index MiB", built["disk"] / MEBIBYTE
    if contender.ranks:
        rankings = dict(zip(found.queries, asked["rankings"], strict=True))
        yield from _quality(found, rankings)


def _quality(found: BenchSet, rankings: Mapping[str, list[int]]) -> Iterator[tuple[str, float]]:
    for name, form in found.forms.items():
        named = {query: [found.ids[row] for row in rankings[form[query]]] for query in found.qrels}
        values = retrieval_values(found.qrels, named, QUALITY)
        for quality_name in QUALITY:
            yield (
                f"{quality_name}, {name}",
                fmean(value or 0.0 for value in values[quality_name].values()),
            )


def _stage(
    contender: Contender, stage: str, folder: Path, model: Path
) -> tuple[float, dict[str, Any]]:
    """When the process was started, by the machine's monotonic clock, and what it found."""
    python = str(PEERS_PYTHON) if contender.is_peer else sys.executable
    command = [python, "-m", f"benchmarks.peers.{contender.module}", stage, str(folder), str(model)]
    command += ["--hybrid"] if contender.hybrid else []
    quiet = {"HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False"}
    began = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | quiet, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return began, json.loads((folder / f"{stage}.json").read_text())


def _write(path: Path, texts: Iterable[str]) -> None:
    path.write_text("".join(json.dumps(text) + "\n" for text in texts))


if __name__ == "__main__":
    main()
