import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cli import main
from eval_questions.dataset import BOARDS, load_questions
from tests.conftest import Opened

FILES = ("misspelt.yaml",)


@pytest.fixture
def arguments(tmp_path: Path, opened: Opened) -> list[str]:
    suite = tmp_path / "suite"
    suite.mkdir()
    for name in FILES:
        shutil.copy(BOARDS / name, suite)
    return ["eval", "--suite", str(suite), "--index", str(opened.folder)]


def test_two_runs_give_the_same_bytes(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = []
    for name in ("one", "two"):
        assert main([*arguments, "--json", "--out", str(tmp_path / name)]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    files = sorted((tmp_path / "one").iterdir())
    assert {path.name.partition(".")[2] for path in files} == {
        "json", "html", "qrels", "bm25.run", "dense.run", "fusion.run", "late.run", "assistant.run",
    }  # fmt: skip
    for path in files:
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    stamp = json.loads(printed[0])["stamp"]
    assert (tmp_path / "one" / f"{stamp['commit']}.json").is_file()


def test_the_table_prints_both_splits_and_a_gate_needs_a_baseline(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--out", str(tmp_path / "out"), "--gate"]) == 1
    told = capsys.readouterr()
    assert "retrieval, dev" in told.out
    assert "retrieval, test" in told.out
    assert "17 questions in" in told.err  # seconds are no figure
    assert "suite-baseline.json: no baseline yet: run `insight eval --accept`" in told.err


def test_new_questions_become_stubs_that_load(
    tmp_path: Path, opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = tmp_path / "asked.txt"
    asked.write_text("Who piloted the pods in Crewe?\n\nWho piloted the pods, in crewe\n")
    assert main(["eval", "--new", str(asked), "--index", str(opened.folder)]) == 0
    told = capsys.readouterr().out
    stubs = yaml.safe_load(told)["questions"]
    assert [stub["id"] for stub in stubs] == [
        "fact-who-piloted-the-pods-in-crewe",
        "fact-who-piloted-the-pods-in-crewe-2",
    ]
    assert stubs[0]["gold"][0]["document"] == "project-crewe"
    (tmp_path / "suite").mkdir()
    (tmp_path / "suite" / "new.yaml").write_text(told)
    loaded = load_questions(tmp_path / "suite", opened.assistant.collection)
    assert loaded[0].gold[0].quote == stubs[0]["gold"][0]["quote"]


def test_ways_exclude_each_other() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["eval", "--gate", "--accept"])
    assert caught.value.code == 2


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import cli, sys\n"
        "try: cli.main(['eval', '--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'torch', 'faiss', 'matplotlib', 'ir_measures'} & sys.modules.keys()))"
    )
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines()[-1] == "[]"
