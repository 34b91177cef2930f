"""The one door to FAISS: vectors in, cosines out."""

from pathlib import Path
from typing import Self

import numpy as np

from index.types import Floats, Ints


class DenseIndex:
    """Unit vectors, searched exactly; the inner product of two is their cosine."""

    def __init__(self, vectors: Floats) -> None:
        self._vectors = vectors

    @classmethod
    def build(cls, vectors: Floats) -> Self:
        """An index over `vectors`, [n, d], each of unit length."""
        return cls(np.ascontiguousarray(vectors, dtype=np.float32))

    @classmethod
    def load(cls, path: Path) -> Self:
        """The index saved at `path`; the vectors stay on disk until they are used."""
        return cls(np.asarray(np.load(path, mmap_mode="r")))

    def save(self, path: Path) -> None:
        """Write the index to `path`."""
        np.save(path, self._vectors)

    def __len__(self) -> int:
        return len(self._vectors)

    def search(self, vector: Floats, limit: int) -> tuple[Ints, Floats]:
        """The ids and cosines of the `limit` nearest, best first; fewer where there are fewer."""
        import faiss  # most answers weigh every vector, and need no list of the nearest

        scores, ids = faiss.knn(
            vector[None, :], self._vectors, min(limit, len(self)), faiss.METRIC_INNER_PRODUCT
        )
        return ids[0], scores[0]

    def scores(self, vector: Floats, ids: Ints) -> Floats:
        """The cosine of each of `ids` to `vector`."""
        return np.asarray(self._vectors[ids] @ vector)

    def all_scores(self, vector: Floats) -> Floats:
        """[n]: the cosine of every vector to `vector`, in their order."""
        return np.asarray(self._vectors @ vector) if len(self) else np.zeros(0, np.float32)

    def vector(self, number: int) -> Floats:
        """The vector at that position, [d]."""
        return np.asarray(self._vectors[number])
