"""Token vectors kept as small integers, and MaxSim over them.

MaxSim: O. Khattab and M. Zaharia, ColBERT (SIGIR 2020). Each token vector is kept as int8 with one
scale, about a quarter of float32.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from index.types import Floats, Ints

BLOCK = 1024  # token vectors decoded at a time: as float32 they stay in the processor's cache

# The products here are many and small: shared between threads, each waits for the other's turn at
# the processor, and takes two to ten times as long where the machine has other work.
threadpool_limits(limits=1, user_api="blas")


class TokenIndex:
    """The token vectors of n texts, one after another."""

    def __init__(
        self, codes: npt.NDArray[np.int8], scales: Floats, bounds: npt.NDArray[np.int64]
    ) -> None:
        self._codes, self._scales, self._bounds = codes, scales, bounds

    @classmethod
    def build(cls, texts: Iterable[Floats]) -> "TokenIndex":
        """An index over the token vectors ([t, d], t at least 1) of each text."""
        codes, scales, bounds = [], [], [0]
        for tokens in texts:
            scale = np.abs(tokens).max(axis=1, keepdims=True) / 127
            codes.append(np.round(tokens / scale).astype(np.int8))
            scales.append(scale[:, 0].astype(np.float32))
            bounds.append(bounds[-1] + len(tokens))
        return cls(np.concatenate(codes), np.concatenate(scales), np.array(bounds, np.int64))

    @classmethod
    def join(cls, parts: Sequence["TokenIndex"]) -> "TokenIndex":
        """One index over the texts of several, in order."""
        if not parts:
            return cls(np.zeros((0, 0), np.int8), np.zeros(0, np.float32), np.zeros(1, np.int64))
        ends = np.cumsum([0] + [len(part._codes) for part in parts])
        bounds = [part._bounds[:-1] + end for part, end in zip(parts, ends[:-1], strict=True)]
        return cls(
            np.concatenate([part._codes for part in parts]),
            np.concatenate([part._scales for part in parts]),
            np.concatenate([*bounds, ends[-1:]]),
        )

    def take(self, number: int) -> "TokenIndex":
        """An index over that one text."""
        start, end = int(self._bounds[number]), int(self._bounds[number + 1])
        return TokenIndex(
            self._codes[start:end], self._scales[start:end], np.array([0, end - start], np.int64)
        )

    @classmethod
    def load(cls, path: Path) -> "TokenIndex":
        """The index saved in the folder `path`; the vectors stay on disk until they are used."""
        codes = np.load(path / "codes.npy", mmap_mode="r")
        return cls(np.asarray(codes), np.load(path / "scales.npy"), np.load(path / "bounds.npy"))

    def save(self, path: Path) -> None:
        """Write the index into the folder `path`."""
        path.mkdir()
        np.save(path / "codes.npy", self._codes)
        np.save(path / "scales.npy", self._scales)
        np.save(path / "bounds.npy", self._bounds)

    def max_similarities(self, query: Floats, ids: Ints) -> Floats:
        """[t, len(ids)]: each query token's ([t, d]) greatest cosine to a token of each text."""
        if not len(ids):
            return np.zeros((len(query), 0), dtype=np.float32)
        cosines, starts = self._cosines(query, ids)
        return np.asarray(np.maximum.reduceat(cosines, starts, axis=1))

    def both_ways(self, query: Floats, ids: Ints) -> tuple[Floats, Floats]:
        """The same, and [len(ids)]: the mean over each text's tokens of the cosine to the query."""
        if not len(ids):
            return np.zeros((len(query), 0), np.float32), np.zeros(0, np.float32)
        cosines, starts = self._cosines(query, ids)
        lengths = np.diff(np.append(starts, cosines.shape[1]))
        matched = np.add.reduceat(cosines.max(axis=0), starts) / lengths
        greatest = np.maximum.reduceat(cosines, starts, axis=1)
        return np.asarray(greatest), np.asarray(matched, np.float32)

    def _cosines(self, query: Floats, ids: Ints) -> tuple[Floats, Ints]:
        """[t, tokens of those texts], text after text, and where each text begins."""
        lengths = self._bounds[ids + 1] - self._bounds[ids]
        starts = np.cumsum(lengths) - lengths
        rows = np.arange(int(lengths.sum())) + np.repeat(self._bounds[ids] - starts, lengths)
        asked = np.zeros((len(query) + -len(query) % 4, query.shape[1]), dtype=np.float32)
        asked[: len(query)] = query  # OpenBLAS multiplies 12 vectors sooner than 11
        cosines = np.empty((len(asked), len(rows)), dtype=np.float32)
        codes = np.empty((BLOCK, query.shape[1]), dtype=np.int8)
        decoded = np.empty((BLOCK, query.shape[1]), dtype=np.float32)
        for start in range(0, len(rows), BLOCK):
            block = rows[start : start + BLOCK]
            # "clip" copies once, "raise" twice
            read = np.take(self._codes, block, axis=0, out=codes[: len(block)], mode="clip")
            np.copyto(decoded[: len(block)], read)
            np.matmul(asked, decoded[: len(block)].T, out=cosines[:, start : start + BLOCK])
        cosines = cosines[: len(query)]
        cosines *= self._scales[rows]
        return cosines, starts
