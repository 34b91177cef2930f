import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli import main
from eval_questions.compare import Change, changes, comparison_lines, differences
from eval_questions.gate import fallen, unjudged
from eval_questions.record import (
    Kept,
    RecordError,
    keep,
    kept_record,
    read_kept,
    write_record,
)
from eval_questions.run import Run
from tests.eval.conftest import STAMP


def kept(complete: dict[str, float], refused: dict[str, float] | None = None) -> Kept:
    values = {
        "late": {"nDCG@10": {"q1": 1.0, "q2": 0.5}},
        "assistant": {"complete": complete, "over_refusal": refused or {}, "words": complete},
    }
    return Kept(STAMP, values)


A = kept({"q1": 0.0, "q2": 1.0, "q3": 0.0, "only-a": 1.0}, {"q1": 0.0, "q2": 1.0})
B = kept({"q1": 1.0, "q2": 0.0, "q3": 1.0, "only-b": 1.0}, {"q1": 1.0, "q2": 1.0})


def test_wins_and_losses_over_the_questions_of_both() -> None:
    assert list(changes(A, B)) == [
        Change("assistant", "complete", "q1", 0.0, 1.0, True),
        Change("assistant", "complete", "q2", 1.0, 0.0, False),
        Change("assistant", "complete", "q3", 0.0, 1.0, True),
    ]


def test_differences_know_what_is_better() -> None:
    found = differences(A, B)
    assert list(found) == ["late nDCG@10", "assistant complete", "assistant over_refusal"]
    complete = found["assistant complete"]
    assert (complete.wins, complete.losses) == (2, 1)
    assert complete.mean_a == pytest.approx(1 / 3)  # q1, q2, q3: 0, 1, 0
    assert complete.mean_b == pytest.approx(2 / 3)
    refusal = found["assistant over_refusal"]
    assert (refusal.wins, refusal.losses) == (0, 1)  # q1 is declined now


def test_the_lines_name_each_question() -> None:
    lines = list(comparison_lines(A, B))
    assert "won   assistant complete  0.000 -> 1.000  q1" in lines
    assert "lost  assistant complete  1.000 -> 0.000  q2" in lines
    assert "1 measures without any difference" in lines


def test_the_command_reads_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in (("a", A), ("b", B)):
        write_record(kept_record(content), tmp_path / f"{name}.json")
    assert read_kept(tmp_path / "a.json") == A
    arguments = ["eval", "--json", "--compare", str(tmp_path / "a.json"), str(tmp_path / "b.json")]
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["differences"]["assistant complete"]["wins"] == 2
    assert len(told["changes"]) == 3


def test_a_file_that_is_not_a_run_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.json").write_text("[]")
    assert main(["eval", "--compare", str(tmp_path / "a.json"), str(tmp_path / "none.json")]) == 1
    assert f"{tmp_path / 'a.json'}: can't be read as a run" in capsys.readouterr().err


def test_the_gate_tells_what_it_could_not_judge() -> None:
    assert unjudged(A, B) == [
        "1 questions are not in the baseline",
        "1 questions of the baseline are gone",
    ]
    assert fallen(A, B) == []  # two won and one lost: nothing that chance does not explain
    with pytest.raises(RecordError, match="none of these questions"):
        fallen(replace(A, values={"late": {"nDCG@10": {"other": 1.0}}}), B)


def test_a_run_equals_itself_read_from_its_file(run: Run, tmp_path: Path) -> None:
    now = keep(run, STAMP)
    write_record(kept_record(now), tmp_path / "run.json")
    found = differences(read_kept(tmp_path / "run.json"), now)
    assert {d.smallest_p for d in found.values()} == {1.0}  # not a digit differs
