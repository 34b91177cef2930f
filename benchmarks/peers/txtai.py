"""txtai's embeddings database: its defaults, or `hybrid=True`."""

from collections.abc import Sequence
from pathlib import Path

from txtai import Embeddings

from benchmarks.peers.process import DEPTH, main


class Txtai:
    """`hybrid`: BM25 beside the vectors, the two as txtai weighs them."""

    def __init__(self, model: Path, hybrid: bool) -> None:
        self._settings = {"path": str(model)} | ({"hybrid": True} if hybrid else {})

    def load_model(self) -> None:
        """An empty database."""
        self._embeddings = Embeddings(self._settings)

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """Index and save."""
        self._embeddings.index(texts)
        self._embeddings.save(str(folder))

    def open(self, folder: Path) -> None:
        """Load what was saved."""
        self._embeddings = Embeddings()
        self._embeddings.load(str(folder))

    def ask(self, query: str) -> list[int]:
        """Ids are positions, as txtai gives them."""
        return [int(name) for name, _ in self._embeddings.search(query, DEPTH)]


if __name__ == "__main__":
    main(Txtai)
