"""An encoder and a collection whose numbers can be worked out by hand."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.schema import Settings
from corpus.types import Collection, Document, PlainWording
from index.types import Encoding, Floats

DIMENSION = 8
GENERATOR = np.random.default_rng(7)


class FakeEncoder:
    """One vector a word, the same for the same word; a text's is their sum. Counts its texts."""

    folder: Path | None = None
    name = "fake"
    runner = "by hand"
    dimension = DIMENSION
    max_pieces = 40

    def __init__(self, fingerprint: str = "fake weights") -> None:
        self.fingerprint = fingerprint
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        self.encoded += texts
        return [encoding(text) for text in texts]

    def count(self, text: str) -> int:
        return len(text.split())


class Numbers(FakeEncoder):
    """Words that are numbers: the cosine of a word to `100` is a hundredth of it."""

    name = "numbers"
    dimension = 2

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        return [self._encoding(text) for text in texts]

    def _encoding(self, text: str) -> Encoding:
        cosines = np.array([int(word) / 100 for word in text.split()])
        tokens = np.stack([cosines, np.sqrt(1 - cosines**2)], axis=1).astype(np.float32)
        total = tokens.sum(axis=0)
        spans = [match.span() for match in re.finditer(r"\S+", text)]
        vector = total / np.linalg.norm(total)
        return Encoding(vector, vector, tokens, spans)


def unit(rows: int, dimension: int = 32) -> Floats:
    """Vectors of unit length in directions by chance."""
    vectors = GENERATOR.normal(size=(rows, dimension)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def encoding(text: str) -> Encoding:
    tokens = np.stack([_word(word) for word in text.casefold().split()])
    total = tokens.sum(axis=0)
    vector = total / np.linalg.norm(total)
    return Encoding(vector, vector, tokens, [(0, 0)] * len(tokens))


def _word(word: str) -> Floats:
    digest = hashlib.sha256(word.encode()).digest()[:DIMENSION]
    vector = np.frombuffer(digest, np.uint8).astype(np.float32) - 127.5
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def document(name: str, text: str, plain: tuple[PlainWording, ...] = ()) -> Document:
    return Document(
        id=name, kind="document", title=name.title(), name=name, board="Reports", section="",
        text=text, body_end=len(text), source="", year=None, plain=plain,
    )  # fmt: skip


def collection(**texts: str) -> Collection:
    documents = tuple(document(name, text) for name, text in texts.items())
    digest = hashlib.sha256(repr(texts).encode()).hexdigest()
    return Collection(documents, Settings(), digest=digest)


FARMS = {
    "apples": "Apples grow on trees. They are picked in autumn.",
    "barley": "Barley grows in fields. It is cut in summer.",
    "cider": "Cider is pressed from apples.",
}
