"""The ways `insight eval` runs: what each prints and writes.

Figures go to standard output; progress, times and memory go to standard error, so that the same run
prints the same figures.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assistant.assistant import Assistant
from assistant.open import Opened, open_index
from corpus.load import BOARDS as CORPUS
from corpus.types import CorpusError
from eval_questions.beir import beir_figures, beir_lines
from eval_questions.beir_files import BeirError, read_beir
from eval_questions.compare import comparison, comparison_lines
from eval_questions.dataset import BOARDS, SuiteError, digest, load_questions
from eval_questions.gate import baseline_path, fallen, inexact_quotations, unjudged
from eval_questions.record import (
    Kept,
    RecordError,
    Stamp,
    current_commit,
    keep,
    kept_record,
    read_kept,
    record,
    write_record,
)
from eval_questions.report import write_report
from eval_questions.run import Run, run_suite
from eval_questions.stubs import read_asked, stub_yaml
from eval_questions.table import figure_lines
from eval_questions.trec import write_trec
from index.encoder import load_encoder
from index.types import IndexFault
from terminal import Bar


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished run: what it was made of, its record and how it went."""

    assistant: Assistant
    run: Run
    kept: Kept
    record: dict[str, Any]


def run_way(options: argparse.Namespace) -> int:
    """Run the way that the options ask for; faults of the input go to standard error, status 1."""
    try:
        if options.compare:
            return _compare(options)
        if options.new:
            return _new(options)
        if options.beir:
            return _beir(options)
        return _suite(options)
    except (CorpusError, SuiteError, BeirError, IndexFault, RecordError, OSError) as error:
        _say([str(error)])
        return 1


def _suite(options: argparse.Namespace) -> int:
    finished = _run_suite(options)
    figures = finished.record["figures"]
    _print(options, {"stamp": finished.record["stamp"], "figures": figures}, figure_lines(figures))
    base = baseline_path(options.suite or BOARDS)
    reasons = inexact_quotations(finished.run, finished.assistant.collection)
    if options.gate:
        if base.is_file():
            baseline = read_kept(base)
            _say(f"note: {line}" for line in unjudged(baseline, finished.kept))
            reasons += fallen(baseline, finished.kept)
        else:
            reasons.append(f"{base}: no baseline yet: run `insight eval --accept`")
    _say(f"gate: {reason}" for reason in reasons)
    if reasons and (options.gate or options.accept):
        return 1
    if options.gate:
        _say(["gate: passed"])
    if options.accept:
        write_record(kept_record(finished.kept), base)
        _say([f"accepted: {base}"])
    return 0


def _run_suite(options: argparse.Namespace) -> Finished:
    """Open the assistant, run the suite and write the run's files."""
    suite = options.suite or BOARDS
    opened = _open(options)
    assistant = opened.assistant()
    questions = load_questions(suite, assistant.collection)
    began, bar = time.perf_counter(), Bar("questions")
    run = run_suite(
        questions,
        assistant,
        opened.index,
        opened.encoder,
        lambda done: bar.step(done, len(questions)),
    )
    seconds = time.perf_counter() - began
    stamp = Stamp(
        current_commit(),
        opened.encoder.name,
        opened.encoder.fingerprint,
        assistant.collection.digest,
        digest(suite),
    )
    content = record(run, stamp, assistant.collection)
    name = stamp.commit
    write_record(content, options.out / f"{name}.json")
    write_report(content, options.out / f"{name}.html")
    write_trec(run, options.out, name)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # given in KiB on Linux
    _say(
        [f"{len(questions)} questions in {seconds:.1f} s, {memory:.0f} MiB: {options.out / name}.*"]
    )
    return Finished(assistant, run, keep(run, stamp), content)


def _open(options: argparse.Namespace) -> Opened:
    bar = Bar("index")
    return open_index(options.corpus or CORPUS, options.index, progress=bar.step)


def _compare(options: argparse.Namespace) -> int:
    a, b = map(read_kept, options.compare)
    _print(options, comparison(a, b), comparison_lines(a, b))
    return 0


def _new(options: argparse.Namespace) -> int:
    print(stub_yaml(read_asked(options.new), _open(options).assistant()), end="")
    return 0


def _beir(options: argparse.Namespace) -> int:
    bars = {what: Bar(what) for what in ("texts", "queries")}
    figures = beir_figures(
        read_beir(options.beir),
        load_encoder(),
        options.limit,
        progress=lambda what, done, total: bars[what].step(done, total),
    )
    _print(options, {"set": options.beir.resolve().name, **figures}, beir_lines(figures))
    return 0


def _print(options: argparse.Namespace, content: Any, lines: Iterable[str]) -> None:
    if options.json:
        print(json.dumps(content, ensure_ascii=False))
    else:
        print("\n".join(lines))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)
