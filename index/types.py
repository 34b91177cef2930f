"""What goes through the index: encodings in, hits out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.types import Passage

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class IndexFault(Exception):  # noqa: N818 - what its reader can mend
    """An index or a model that cannot be used, with the mend."""


class MissingIndex(IndexFault):
    """There is no index yet."""


class StaleIndex(IndexFault):
    """The index was built from other texts, by another model or by another version."""


class DamagedIndex(IndexFault):
    """A file of the index is missing or has not the bytes that were written."""


class ForeignIndex(IndexFault):
    """The folder holds something else; it is never written to."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """One encoded text.

    `vector`: [d]. `short`: [k], the same shortened by the model's projection. `tokens`: [t, k],
    shortened too, special tokens left out. All of unit length. `spans`: for each token its
    (start, end) in the text.
    """

    vector: Floats
    short: Floats
    tokens: Floats
    spans: list[tuple[int, int]]


class Encoder(Protocol):
    """Turns texts into vectors; `fingerprint` is the SHA-256 of the weights, `name` is shown.

    `folder`: the files that it can be opened from again, which an index keeps; None where there
    are none. `runner`: what runs it, as shown.
    """

    folder: Path | None
    name: str
    runner: str
    dimension: int
    fingerprint: str
    max_pieces: int

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """One encoding for each text, in order."""

    def count(self, text: str) -> int:
        """The number of word pieces, special tokens left out and nothing cut off."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score (higher is better) and its rank (from 1)."""

    passage: Passage
    score: float
    rank: int
