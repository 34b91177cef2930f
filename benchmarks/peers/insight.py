"""This project's retrieval: BM25, dense and late interaction over texts, by its own `Ranker`."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.process import DEPTH, main
from index.onnx import OnnxEncoder
from index.ranker import Ranker


class Insight:
    """`model`: the folder of an export."""

    def __init__(self, model: Path, hybrid: bool) -> None:
        self._encoder = OnnxEncoder(model)
        self._of_questions = OnnxEncoder(model, of_questions=True)
        self._method = "late" if hybrid else "dense"

    def load_model(self) -> None:
        """The session is opened by the first text."""
        self._encoder.encode(["a text"])

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """All three indexes."""
        Ranker.build(texts, self._encoder).save(folder / "ranker")

    def open(self, folder: Path) -> None:
        """The saved indexes, mapped."""
        self._ranker = Ranker.load(folder / "ranker")

    def ask(self, query: str) -> list[int]:
        """One encoding for every search."""
        encoding = self._of_questions.encode([query])[0]
        found = self._ranker.rank(query, encoding, self._method).ids
        return [int(row) for row in found[:DEPTH]]


if __name__ == "__main__":
    main(Insight)
