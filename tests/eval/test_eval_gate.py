"""The gate, by way of the command: it passes what is as good, and bites on planted faults."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import assistant.open
import index.ranker
import index.storage
from assistant.judging.coverage import coverage_score
from assistant.types import Answer, Status
from cli import main
from corpus.types import Collection
from eval_questions.dataset import BOARDS
from index.fusion import combine
from index.search import Index
from index.types import Floats
from tests.conftest import Opened

FILES = ("facts.yaml", "far_off.yaml")


class Declining:
    """An assistant that declines below a threshold of the refusal score, and only there."""

    def __init__(self, opened: Opened, threshold: float) -> None:
        self.collection: Collection = opened.assistant.collection
        self._opened, self._threshold = opened, threshold

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        answer = self._opened.assistant.ask(question, earlier)
        encoding = self._opened.encoder.encode([question])[0]
        ranking = self._opened.index.passage_ranker.rank(question, encoding)
        covered = coverage_score(question, ranking, encoding.spans) >= self._threshold
        return replace(answer, status=Status.ANSWERED if covered else Status.NOT_COVERED)


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gate") / "suite"
    folder.mkdir()
    for name in FILES:
        shutil.copy(BOARDS / name, folder)
    return folder


@pytest.fixture(scope="module")
def arguments(suite: Path, opened: Opened) -> list[str]:
    out = suite.with_name("out")
    return ["eval", "--suite", str(suite), "--index", str(opened.folder), "--out", str(out)]


@pytest.fixture(scope="module")
def threshold(opened: Opened) -> float:
    """A threshold of the refusal score between what the boards cover and what they don't."""
    return 0.45


def declining(monkeypatch: pytest.MonkeyPatch, opened: Opened, threshold: float) -> None:
    stand_in = Declining(opened, threshold)
    monkeypatch.setattr(assistant.open.Opened, "assistant", lambda _: stand_in)


@pytest.fixture(scope="module", autouse=True)
def accepted(arguments: list[str], suite: Path, opened: Opened, threshold: float) -> Path:
    """The baseline: what the assistant with a threshold reaches."""
    with pytest.MonkeyPatch.context() as patch:
        declining(patch, opened, threshold)
        assert main([*arguments, "--accept"]) == 0
    return suite.with_name("suite-baseline.json")


def test_an_unchanged_program_passes(
    arguments: list[str],
    accepted: Path,
    opened: Opened,
    threshold: float,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert accepted.is_file()
    declining(monkeypatch, opened, threshold)
    assert main([*arguments, "--gate"]) == 0
    assert "gate: passed" in capsys.readouterr().err


def test_broken_fusion_fails(
    arguments: list[str],
    opened: Opened,
    threshold: float,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def worst_first(lists: Sequence[Floats]) -> Floats:
        return -combine(lists)

    declining(monkeypatch, opened, threshold)
    monkeypatch.setattr(index.ranker, "combine", worst_first)
    assert main([*arguments, "--gate"]) == 1
    told = capsys.readouterr().err
    assert "gate: fusion nDCG@10 fell" in told
    assert "gate: bm25" not in told  # it takes no part in fusion


def test_a_removed_refusal_threshold_fails(
    arguments: list[str],
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    declining(monkeypatch, opened, 0.0)
    assert main([*arguments, "--gate"]) == 1
    told = capsys.readouterr().err
    assert "gate: assistant far_recall fell" in told
    assert "gate: fusion" not in told


def test_one_passage_shifted_by_one_fails_and_is_not_accepted(
    arguments: list[str],
    accepted: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    read = index.storage._read

    def shifted(generation: Path) -> Index:
        found = read(generation)
        row, sentence = next(
            (row, s) for row, s in enumerate(found.sentences) if s.text.startswith("Two hubs")
        )
        found.sentences[row] = replace(sentence, start=sentence.start - 1, end=sentence.end - 1)
        return found

    before = accepted.read_bytes()
    monkeypatch.setattr(index.storage, "_read", shifted)
    assert main([*arguments, "--gate"]) == 1
    told = capsys.readouterr().err
    assert "gate: passage no-wrong-door:" in told
    assert main([*arguments, "--accept"]) == 1
    assert accepted.read_bytes() == before


def test_questions_at_fault_fail_before_any_run(
    arguments: list[str], suite: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "suite"
    shutil.copytree(suite, broken)
    file = broken / "facts.yaml"
    file.write_text(file.read_text().replace("660 conferences held", "661 conferences held"))
    assert main([*arguments, "--suite", str(broken), "--gate"]) == 1
    told = capsys.readouterr().err
    assert f"{file}:9: fact-leeds-conferences: " in told
    assert "does not stand in family-valued" in told


def test_a_corpus_at_fault_fails(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "board.yaml").write_text("title: A board\ndocuments:\n  - id: x\n    title: X\n")
    assert main([*arguments, "--corpus", str(tmp_path), "--gate"]) == 1
    assert f"{tmp_path / 'board.yaml'}:3: documents.0.text: missing key" in capsys.readouterr().err
