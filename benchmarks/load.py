"""How many answers a second the service gives on this machine, and how long each takes.

`python -m benchmarks.load` starts the service on loopback with one and with two workers and asks
`/api/ask` at 1, 10 and 50 at once, with thousands of different questions. `--soak MINUTES` asks at
20 at once for that long instead, and prints errors, and memory at the start and each minute.
"""

import argparse
import asyncio
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from statistics import quantiles

import httpx

from benchmarks.served import different_questions, memory_mb, serving

AT_ONCE = (1, 10, 50)
HEAD = (
    "workers  at once  answers/s   p50 ms   p95 ms   p99 ms  answer itself ms  answers  errors"
    "  memory MB"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """One measurement: answers a second, percentiles in milliseconds, and what went wrong.

    `own` is the mean of the answer itself, by the service's own figures, waiting left out.
    """

    a_second: float
    p50: float
    p95: float
    p99: float
    own: float
    answers: int
    errors: int


async def ask(address: str, questions: Iterator[str], at_once: int, seconds: float) -> Figures:
    """Ask for so many seconds with `at_once` askers, each on a connection of its own."""
    taken: list[float] = []
    errors = 0
    began, counted = answers_given(address)
    end = time.perf_counter() + seconds

    async def asker() -> None:
        nonlocal errors
        async with httpx.AsyncClient(timeout=60) as client:
            while time.perf_counter() < end:
                body = {"question": next(questions)}
                start = time.perf_counter()
                try:
                    reply = await client.post(f"{address}/api/ask", json=body)
                    errors += reply.status_code != 200
                except httpx.TransportError:
                    errors += 1
                taken.append((time.perf_counter() - start) * 1000)

    start = time.perf_counter()
    await asyncio.gather(*(asker() for _ in range(at_once)))
    seconds = time.perf_counter() - start
    cuts = quantiles(taken, n=100, method="inclusive")
    ended, given = answers_given(address)
    own = (ended - began) * 1000 / max(given - counted, 1)
    return Figures(len(taken) / seconds, cuts[49], cuts[94], cuts[98], own, len(taken), errors)


def answers_given(address: str) -> tuple[float, float]:
    """The seconds of all answers together so far, by the service's own figures, and how many."""
    figures = dict.fromkeys(("sum", "count"), 0.0)
    for line in httpx.get(f"{address}/metrics").text.splitlines():
        for name in figures:
            if line.startswith(f"insight_answer_seconds_{name}"):
                figures[name] = float(line.rsplit(" ", 1)[1])
    return figures["sum"], figures["count"]


def main() -> None:
    """Measure and print a table, or soak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="for each measurement")
    parser.add_argument("--soak", type=float, metavar="MINUTES")
    options = parser.parse_args()
    if options.soak:
        soak(options.soak * 60)
        return
    print(f"{os.cpu_count()} cores")
    print(HEAD)
    for workers in (1, 2):
        with serving(workers) as (address, pid):
            questions = cycle(different_questions())
            asyncio.run(ask(address, questions, 4, 3))  # every worker warm
            for at_once in AT_ONCE:
                f = asyncio.run(ask(address, questions, at_once, options.seconds))
                print(
                    f"{workers:7} {at_once:8} {f.a_second:10.1f} {f.p50:8.1f} {f.p95:8.1f} "
                    f"{f.p99:8.1f} {f.own:17.1f} {f.answers:8} {f.errors:7} "
                    f"{memory_mb(pid):10.0f}",
                    flush=True,
                )


def soak(seconds: float) -> None:
    """Ask at 20 at once, and print memory before and after, a line a minute between."""
    with serving() as (address, pid):
        questions = cycle(different_questions())
        asyncio.run(ask(address, questions, 20, min(10, seconds)))
        print(f"start: {memory_mb(pid):.0f} MB", flush=True)
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
