"""How many answers a second the service gives on this machine, and how long each takes.

`python -m benchmarks.load` starts the service on loopback with one and with two workers and asks
it at 1, 10 and 50 at once. `--soak MINUTES` asks at 20 at once for that long instead, and prints
errors, memory at the start and at the end.
"""

import argparse
import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import httpx

from corpus.load import BOARDS, load_collection

ROOT = Path(__file__).parent.parent
UNLIMITED = "{a_minute: 10000000, burst: 1000000}"
AT_ONCE = (1, 10, 50)


@dataclass(frozen=True, slots=True)
class Figures:
    """One measurement: answers a second, percentiles in milliseconds, and what went wrong."""

    a_second: float
    p50: float
    p95: float
    p99: float
    answers: int
    errors: int


@contextmanager
def serving(workers: int) -> Iterator[tuple[str, int]]:
    """The address and process id of a service with so many workers, without its page."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.yaml"
        settings.write_text(
            f"port: {port}\nworkers: {workers}\npage: false\n"
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
    """Return when the service is ready; raises `TimeoutError` after two minutes."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{address}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise TimeoutError(f"{address} is not ready after two minutes")


async def ask(address: str, questions: list[str], at_once: int, seconds: float) -> Figures:
    """Ask for so many seconds with `at_once` askers, each on a connection of its own."""
    taken: list[float] = []
    errors = 0
    end = time.perf_counter() + seconds

    async def asker(number: int) -> None:
        nonlocal errors
        turn = number
        async with httpx.AsyncClient(timeout=60) as client:
            while time.perf_counter() < end:
                start = time.perf_counter()
                body = {"question": questions[turn % len(questions)]}
                try:
                    reply = await client.post(f"{address}/api/ask", json=body)
                    errors += reply.status_code != 200
                except httpx.TransportError:
                    errors += 1
                taken.append((time.perf_counter() - start) * 1000)
                turn += at_once

    start = time.perf_counter()
    await asyncio.gather(*(asker(number) for number in range(at_once)))
    seconds = time.perf_counter() - start
    cuts = quantiles(taken, n=100, method="inclusive")
    return Figures(len(taken) / seconds, cuts[49], cuts[94], cuts[98], len(taken), errors)


def answer_ms(address: str) -> tuple[float, int]:
    """The mean milliseconds of an answer itself, by the service's own figures, and how many."""
    figures = dict.fromkeys(("sum", "count"), 0.0)
    for line in httpx.get(f"{address}/metrics").text.splitlines():
        for name in figures:
            if line.startswith(f"insight_answer_seconds_{name}"):
                figures[name] = float(line.rsplit(" ", 1)[1])
    return figures["sum"] * 1000 / max(figures["count"], 1), int(figures["count"])


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


def main() -> None:
    """Measure and print a table, or soak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="for each measurement")
    parser.add_argument("--soak", type=float, metavar="MINUTES")
    options = parser.parse_args()
    titles = [f"What is {document.name}?" for document in load_collection(BOARDS).documents]
    if options.soak:
        soak(titles, options.soak * 60)
        return
    print(f"{os.cpu_count()} cores")
    print("workers  at once  answers/s   p50 ms   p95 ms   p99 ms  errors  memory MB")
    for workers in (1, 2):
        with serving(workers) as (address, pid):
            asyncio.run(ask(address, titles, 4, 3))  # every worker warm
            for at_once in AT_ONCE:
                f = asyncio.run(ask(address, titles, at_once, options.seconds))
                print(
                    f"{workers:7} {at_once:8} {f.a_second:10.1f} {f.p50:8.1f} {f.p95:8.1f} "
                    f"{f.p99:8.1f} {f.errors:7} {memory_mb(pid):10.0f}",
                    flush=True,
                )
            print(f"        the answer itself: {answer_ms(address)[0]:.1f} ms on average")


def soak(questions: list[str], seconds: float) -> None:
    """Ask at 20 at once, and print memory before and after, a line a minute between."""
    with serving(1) as (address, pid):
        asyncio.run(ask(address, questions, 20, min(10, seconds)))
        print(f"start: {memory_mb(pid):.0f} MB")
        left = seconds
        while left > 0:
            f = asyncio.run(ask(address, questions, 20, min(60, left)))
            left -= 60
            print(
                f"{f.answers} answers, {f.errors} errors, p99 {f.p99:.0f} ms, "
                f"{memory_mb(pid):.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
