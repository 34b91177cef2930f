"""A folder of texts and queries in, one contender's times, memory and rankings out.

`python -m benchmarks.peers.NAME STAGE FOLDER MODEL [--hybrid]`, with the standard library alone.
`build` indexes the `texts.jsonl` beside the folder into its `index/`; `ask` opens that and asks all
of the `queries.jsonl` beside it, one after the other. Each line is a JSON string; each stage writes
what it found to the folder's `STAGE.json`.
"""

import argparse
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

DEPTH = 10  # texts that a query gets


class Peer(Protocol):
    """A contender, made with the model's folder and whether to search by words too."""

    def load_model(self) -> None:
        """Be ready to build."""

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """Index the texts, and keep the index in the empty folder."""

    def open(self, folder: Path) -> None:
        """Be ready to be asked."""

    def ask(self, query: str) -> list[int]:
        """The positions of the best `DEPTH` texts, best first."""


def main(make: Callable[[Path, bool], Peer]) -> None:
    """Run one stage, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", choices=("build", "ask"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--hybrid", action="store_true")
    options = parser.parse_args()
    stage = build if options.stage == "build" else ask
    found = stage(make(options.model, options.hybrid), options.folder)
    (options.folder / f"{options.stage}.json").write_text(json.dumps(found))


def build(peer: Peer, folder: Path) -> dict[str, Any]:
    """Seconds from texts to kept index, the model loaded before, and the bytes of its files."""
    texts = read_lines(folder.parent / "texts.jsonl")
    index = folder / "index"
    index.mkdir()
    peer.load_model()
    start = time.monotonic()
    peer.build(texts, index)
    seconds = time.monotonic() - start
    return {"seconds": seconds, "disk": size(index)}


def ask(peer: Peer, folder: Path) -> dict[str, Any]:
    """When the first query was answered, by the machine's monotonic clock, and the rest.

    `seconds`: of each query after the first, which found much still cold. `memory`: bytes resident
    after the last. `rankings`: of each query.
    """
    queries = read_lines(folder.parent / "queries.jsonl")
    peer.open(folder / "index")
    rankings = [peer.ask(queries[0])]
    first = time.monotonic()
    seconds = []
    for query in queries[1:]:
        start = time.perf_counter()
        rankings.append(peer.ask(query))
        seconds.append(time.perf_counter() - start)
    return {"first": first, "seconds": seconds, "memory": resident(), "rankings": rankings}


def size(folder: Path) -> int:
    """Bytes of the files in a folder, links followed."""
    found = os.walk(folder, followlinks=True)
    return sum((Path(place) / name).stat().st_size for place, _, names in found for name in names)


def read_lines(path: Path) -> list[str]:
    """The strings of a file of JSON lines."""
    return [str(json.loads(line)) for line in path.read_text().split("\n") if line]


def resident() -> int:
    """Bytes of this process in memory."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise OSError("/proc/self/status: no line VmRSS")
