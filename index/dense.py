"""The one door to FAISS: vectors in, cosines out."""

from pathlib import Path

import faiss
import numpy as np

from index.types import Floats, Ints


class DenseIndex:
    """An exact inner-product index over unit vectors, so a score is a cosine."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index
        count, width = index.ntotal, index.d
        self._vectors: Floats = np.zeros((0, width), np.float32)
        if count:  # FAISS's own memory, seen as an array: nothing is copied
            self._vectors = faiss.rev_swig_ptr(index.get_xb(), count * width).reshape(count, width)

    @classmethod
    def build(cls, vectors: Floats) -> "DenseIndex":
        """An index over `vectors`, [n, d], each of unit length."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "DenseIndex":
        """The index saved at `path`; the vectors stay on disk until they are used."""
        return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))

    def save(self, path: Path) -> None:
        """Write the index to `path`."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, vector: Floats, limit: int) -> tuple[Ints, Floats]:
        """The ids and cosines of the `limit` nearest, best first; fewer where there are fewer."""
        scores, ids = self._index.search(vector[None, :], min(limit, len(self)))
        return ids[0], scores[0]

    def scores(self, vector: Floats, ids: Ints) -> Floats:
        """The cosine of each of `ids` to `vector`."""
        return np.asarray(self._vectors[ids] @ vector)

    def all_scores(self, vector: Floats) -> Floats:
        """[n]: the cosine of every vector to `vector`, in their order."""
        return np.asarray(self._vectors @ vector)

    def vector(self, number: int) -> Floats:
        """The vector at that position, [d]."""
        return self._vectors[number]
