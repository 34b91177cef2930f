"""The floor of the peers: sentence-transformers on torch and nothing else, which finds no text."""

from collections.abc import Sequence
from pathlib import Path

from sentence_transformers import SentenceTransformer

from benchmarks.peers.process import main


class Bare:
    """The model as it is opened by default."""

    def __init__(self, model: Path, hybrid: bool) -> None:
        self._model = SentenceTransformer(str(model))

    def load_model(self) -> None:
        """It is loaded; the first text finds it warm."""
        self._model.encode(["a text"])

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """The vectors of the texts; nothing is kept."""
        self._model.encode(list(texts))

    def open(self, folder: Path) -> None:
        """Nothing to open."""

    def ask(self, query: str) -> list[int]:
        """One pass of the model."""
        self._model.encode([query])
        return []


if __name__ == "__main__":
    main(Bare)
