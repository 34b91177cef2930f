"""A service on loopback, its memory, and thousands of questions to ask it."""

import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import httpx
import yaml

from corpus.load import BOARDS, load_collection
from eval_questions.dataset import BOARDS as SUITE
from eval_questions.dataset import load_questions

ROOT = Path(__file__).parent.parent
UNLIMITED = "{a_minute: 10000000, burst: 1000000}"


def different_questions() -> Iterator[str]:
    """Questions that people wrote, in a fixed random order; then made-up ones; none comes twice."""
    collection = load_collection(BOARDS)
    own = yaml.safe_load((ROOT / "benchmarks" / "calibration.yaml").read_text())["questions"]
    written = [q["question"] for q in own]
    written += [q.standalone or q.text for q in load_questions(SUITE, collection)]
    facets = collection.settings.vocabulary.facets.values()
    values = {value for facet in facets for value in facet.values}
    pairs = product(sorted(d.name for d in collection.documents), sorted(values))
    made_up = [f"What does {name} say about {value}?" for name, value in pairs]
    order = random.Random(0)  # the same questions in every run
    for questions in (written, made_up):
        order.shuffle(questions)
    yield from dict.fromkeys([*written, *made_up])


@contextmanager
def serving(workers: int = 1, page: bool = False) -> Iterator[tuple[str, int]]:
    """The address and process id of a service with so many workers, and no limits on rates."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.yaml"
        settings.write_text(
            f"port: {port}\nworkers: {workers}\npage: {str(page).lower()}\n"
            f"limits: {{per_address: {UNLIMITED}, per_site: {UNLIMITED}, waiting: 1000}}\n"
        )
        command = [sys.executable, str(ROOT / "cli.py"), "serve", "--settings", str(settings)]
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT)
            try:
                address = f"http://127.0.0.1:{port}"
                wait_until_ready(address)
                yield address, process.pid
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(30)


def wait_until_ready(address: str) -> None:
    """Return when the service is ready; raises `TimeoutError` after five minutes."""
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{address}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise TimeoutError(f"{address} is not ready after five minutes")


def memory_mb(pid: int) -> float:
    """Resident memory of a process and its children, in MB (proportional, shared pages split)."""
    pids = [pid]
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    pids += [int(child) for child in children]
    kilobytes = 0
    for each in pids:
        for line in Path(f"/proc/{each}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024
