"""txtai's embeddings database: its defaults, or joined with BM25."""

from collections.abc import Sequence
from pathlib import Path

from txtai import Embeddings

from benchmarks.peers.process import DEPTH, main

HYBRID = {
    "maxlength": True,  # the word pieces that the model was made for
    "faiss": {"components": "IDMap,Flat"},  # exact: from 5,001 texts on the default isn't
    "scoring": {"method": "bm25", "terms": True, "normalize": "bayes"},
}
DENSE = 0.6  # the share of the vectors in the sum


class Txtai:
    """`hybrid`: BM25 as probabilities, and the sum of its log-odds and those of the vectors."""

    def __init__(self, model: Path, hybrid: bool) -> None:
        self._settings = {"path": str(model)} | (HYBRID if hybrid else {})
        self._weights = DENSE if hybrid else None

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
        return [int(name) for name, _ in self._embeddings.search(query, DEPTH, self._weights)]


if __name__ == "__main__":
    main(Txtai)
