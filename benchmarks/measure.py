"""A contender on a set, in processes of its own: its figures out."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median, quantiles
from typing import Any

from benchmarks.contenders import ANSWER, Contender
from benchmarks.sets import BenchSet
from eval_questions.retrieval import retrieval_values
from index.model import PACKAGED_FOLDER

ROOT = Path(__file__).parent.parent
PEERS_PYTHON = ROOT / ".bench-venv" / "bin" / "python"
AS_FOR_A_USER = {  # no word to anyone, and modules compiled once, whatever this shell says
    "HF_HUB_OFFLINE": "1",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "PYTHONDONTWRITEBYTECODE": "",
}
QUALITY = ("nDCG@10", "R@5")
MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Measured:
    """`figures`: by name with unit. `ms`: milliseconds of every query after the first, in order."""

    figures: Mapping[str, float]
    ms: Sequence[float]


@dataclass(frozen=True, slots=True)
class Bench:
    """A set in a folder: texts, queries in their order, and the indexes that were built there."""

    found: BenchSet
    queries: Sequence[str]
    folder: Path
    export: Path

    def write(self) -> None:
        """What the processes read."""
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self.folder / "texts.jsonl", self.found.texts)
        _write(self.folder / "queries.jsonl", self.queries)

    def measure(self, contender: Contender) -> Measured:
        """What can be said of the contender here; an index that stands is not built again."""
        built = self._built(contender)
        figures = {}
        if contender.builds and self.found.repeated:
            figures["passages/s"] = len(self.found.texts) / built["seconds"]
        if contender.keeps:
            figures["index MiB"] = built["disk"] / MEBIBYTE
        if not self.queries:
            return Measured(figures, [])
        began, asked = self._stage(contender, "ask")
        ms = [round(1000 * seconds, 3) for seconds in asked["seconds"]]
        started = self._command_seconds() if contender is ANSWER else asked["first"] - began
        figures |= {
            "start s": started,
            "median ms": median(ms),
            "p95 ms": quantiles(ms, n=20, method="inclusive")[18],
            "memory MiB": asked["memory"] / MEBIBYTE,
        }
        if contender.ranks:
            figures |= self._quality(dict(zip(self.queries, asked["rankings"], strict=True)))
        return Measured(figures, ms)

    def _built(self, contender: Contender) -> dict[str, Any]:
        """What the building found; a folder without that is of a building that did not end."""
        folder = self.folder / contender.index
        if not (folder / "build.json").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            return self._stage(contender, "build")[1]
        return dict(json.loads((folder / "build.json").read_text()))

    def _stage(self, contender: Contender, stage: str) -> tuple[float, dict[str, Any]]:
        """When the process was started, by the machine's monotonic clock, and what it found."""
        folder = self.folder / contender.index
        python = str(PEERS_PYTHON) if contender.is_peer else sys.executable
        model = PACKAGED_FOLDER if contender.is_peer else self.export
        module = f"benchmarks.peers.{contender.module}"
        command = [python, "-m", module, stage, str(folder), str(model)]
        began = _run([*command, "--hybrid"] if contender.hybrid else command)
        return began, json.loads((folder / f"{stage}.json").read_text())

    def _command_seconds(self) -> float:
        """From the start of `insight ask` to its end, the answer printed."""
        began = _run([sys.executable, str(ROOT / "cli.py"), "ask", "--", self.queries[0]])
        return time.monotonic() - began

    def _quality(self, rankings: Mapping[str, list[int]]) -> Iterator[tuple[str, float]]:
        ids, qrels = self.found.ids, self.found.qrels
        for name, form in self.found.forms.items():
            ranked = {query: [ids[row] for row in rankings[form[query]]] for query in qrels}
            for measure, values in retrieval_values(qrels, ranked, QUALITY).items():
                yield f"{measure}, {name}", fmean(value or 0.0 for value in values.values())


def _run(command: Sequence[str]) -> float:
    """When the command was started; it has ended well."""
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | AS_FOR_A_USER,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return began


def _write(path: Path, texts: Iterable[str]) -> None:
    path.write_text("".join(json.dumps(text) + "\n" for text in texts))
