import subprocess
import sys
from pathlib import Path

import pytest

from eval_questions.figures import figures
from eval_questions.retrieval import MEASURES
from eval_questions.run import SYSTEMS, Run
from eval_questions.trec import run_lines, write_trec

TOLERANCE = 1e-6


def test_the_ir_measures_command_gives_the_same_figures(run: Run, tmp_path: Path) -> None:
    write_trec(run, tmp_path, "x")
    found = figures(run)["measures"]["all"]
    for system in SYSTEMS:
        command = Path(sys.executable).with_name("ir_measures")
        told = subprocess.run(
            [command, "-p", "9", tmp_path / "x.qrels", tmp_path / f"x.{system}.run", *MEASURES],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        theirs = {line.split("\t")[0]: float(line.split("\t")[1]) for line in told.splitlines()}
        ours = {name: found[system][name]["mean"] for name in MEASURES}
        assert theirs == pytest.approx(ours, abs=TOLERANCE)


def test_a_run_file_has_ranks_from_one_and_falling_scores() -> None:
    assert run_lines({"q1": ("a:0-5", "b:3-9"), "q2": ("a:0-5",)}, "late") == [
        "q1 Q0 a:0-5 1 2 late\n",
        "q1 Q0 b:3-9 2 1 late\n",
        "q2 Q0 a:0-5 1 1 late\n",
    ]
