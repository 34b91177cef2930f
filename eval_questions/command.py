"""`insight eval`: its options, and which way of running each asks for. Heavy imports wait."""

import argparse
from pathlib import Path

from faults import count

RUNS = Path("eval_questions/runs")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options of `insight eval`."""
    parser.description = (
        "Score the assistant and its retrieval on questions with known answers: a table here, "
        "and an HTML report, JSON and TREC files in a folder."
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--gate", action="store_true", help="exit 1 where the run fell below the accepted baseline"
    )
    way.add_argument("--accept", action="store_true", help="make the run the new baseline")
    way.add_argument(
        "--compare", nargs=2, type=Path, metavar=("A", "B"), help="two runs' JSON, B against A"
    )
    way.add_argument(
        "--new", type=Path, metavar="FILE", help="questions, one a line: stub YAML with proposals"
    )
    way.add_argument(
        "--beir", type=Path, metavar="DIR", help="retrieval alone, on a folder in BEIR's form"
    )
    parser.add_argument(
        "--limit", type=count, metavar="N", help="with --beir: a sample of N queries"
    )
    parser.add_argument("--suite", type=Path, metavar="DIR", help="the folder of question files")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="the collection's folder")
    parser.add_argument("--index", type=Path, metavar="DIR", help="where its index is kept")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", default=RUNS, help=f"where files go (default {RUNS})"
    )
    parser.add_argument("--json", action="store_true", help="figures as JSON instead of a table")


def run(options: argparse.Namespace) -> int:
    """Run what the options ask for; 0 done, 1 a fault of the input or a failed gate."""
    from eval_questions.ways import run_way

    return run_way(options)
