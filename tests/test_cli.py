"""The command line: what is refused before anything is loaded, and real runs from end to end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from asked import check_question
from tests.conftest import Opened

ROOT = Path(__file__).parent.parent
EMPTY = "The question is empty: write what you would like to know."
MEND = 'write a JSON array of questions, such as ["What is Pause?", "Who runs it?"]'
REPORT = "title: Reports\ndocuments:\n  - {id: one, title: One, text: Apples grow on trees.}\n"


def insight(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        cwd=ROOT,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1", **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("", EMPTY),
        (" \t\n", EMPTY),
        ("\x07\x1b", EMPTY),
        ("?! ...", "The question has no words: write what you would like to know."),
        (
            "a" * 10_000,
            "The question has 10,000 characters, and the most is 2,000: "
            "shorten it to a sentence or two.",
        ),
        ("What is\0Pause?", "The question holds a NUL character: ask in plain text."),
        ("What is \udcff?", "The question isn't valid text: save or send it as UTF-8."),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_the_mend(
    question: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["ask", question]) == 1
    assert capsys.readouterr() == ("", message + "\n")


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("  What is Pause? ", "What is Pause?"),
        ("What\tis\x1b Pause?", "What is  Pause?"),
        ("¿Qué es Pause?", "¿Qué es Pause?"),
        ("什么是暂停?", "什么是暂停?"),
        ("a" * 2_000, "a" * 2_000),
    ],
)
def test_every_other_question_is_passed_on(question: str, kept: str) -> None:
    assert check_question(question) == kept


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["sing"],
        ["ask"],
        ["ask", "What is Pause?", "--batch", "file"],
        ["ask", "--batch", "file"],
        ["ask", "--colour"],
        ["serve", "--port", "many"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: insight")


def test_every_fault_of_a_batch_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "batch.jsonl"
    lines = ['["What is Pause?"]', "What?", '{"a": 1}', "[]", '["", 3]', "", '["a", 3]', "[" * 9999]
    file.write_text("\n".join(lines) + "\n")
    assert cli.main(["ask", "--batch", str(file), "--json"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{file}:2: not JSON: {MEND}",
        f"{file}:3: not an array with a question in it: {MEND}",
        f"{file}:4: not an array with a question in it: {MEND}",
        f"{file}:5: question 1: {EMPTY}",
        f"{file}:6: not JSON: {MEND}",
        f"{file}:7: question 2 is not text: {MEND}",
        f"{file}:8: not JSON: {MEND}",
    ]


def test_a_batch_that_cannot_be_read_is_a_fault_of_the_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = tmp_path / "none"
    assert cli.main(["ask", "--batch", str(none), "--json"]) == 1
    assert capsys.readouterr().err == f"{none}: No such file or directory\n"
    none.write_bytes(b'["caf\xe9"]')
    assert cli.main(["ask", "--batch", str(none), "--json"]) == 1
    assert capsys.readouterr().err == f"{none}:1: not UTF-8 text: save the file as UTF-8\n"


def test_check_counts_what_is_there_or_tells_every_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(REPORT)
    assert cli.main(["check", "--corpus", str(tmp_path)]) == 0
    counts = "1 documents, 1 boards, 0 links, 0 facts, 0 relations"
    assert capsys.readouterr().out == f"{tmp_path}: no fault: {counts}\n"
    (tmp_path / "b.yaml").write_text("title: 1\n")
    assert cli.main(["check", "--corpus", str(tmp_path)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in told] == [f"{tmp_path}/b.yaml:1"] * 2


def test_ctrl_c_is_clean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "check_question", interrupted)
    assert cli.main(["ask", "What is Pause?"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_conversation_from_end_to_end(opened: Opened) -> None:
    run = insight(
        "ask", "How is Pause kept faithful to its model?", "Who runs it locally?", "--json",
        "--index", str(opened.folder),
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["question"] for answer in answers] == [
        "How is Pause kept faithful to its model?", "Who runs it locally?",
    ]  # fmt: skip
    documents = opened.assistant.collection.by_id
    for answer in answers:
        assert answer["status"] == "answered"
        for citation in answer["citations"]:
            text = documents[citation["document_id"]].text
            assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_build_then_ask_then_doctor(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.yaml").write_text(REPORT)
    where = ["--corpus", str(tmp_path / "corpus"), "--index", str(tmp_path / "index")]
    built = insight("build", *where)
    assert built.returncode == 0
    assert built.stdout == f"{tmp_path}/index: 1 passages, 1 sentences\n"
    assert "index: 100%" in built.stderr
    doctor = insight("doctor", *where)
    assert f"ok    index present: 1 passages in {tmp_path}/index" in doctor.stdout
    assert doctor.stderr == ""
    next((tmp_path / "index").rglob("codes.npy")).write_bytes(b"")
    doctor = insight("doctor", *where)
    assert doctor.returncode == 1
    assert "FAULT index damaged: " in doctor.stdout


def test_too_little_to_tune_with_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "reports.yaml").write_text(REPORT)
    assert cli.main(["tune", "--corpus", str(tmp_path)]) == 1
    assert "wordings" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["reports.yaml"]


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(REPORT)
    command = [sys.executable, "-m", "cli", "check", "--corpus", str(tmp_path)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(60) == 0
