"""Vectors of tokens and sentences in, shorter ones out that keep nearly all that is asked of them.

As ColBERT does (O. Khattab and M. Zaharia, SIGIR 2020), but with principal components where it
learns: of the token vectors that a model gives to its own vocabulary, read in random order. So it
depends on the model alone, and an index is the same whether it was built at once or brought up to
date.
"""

import random
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from index.types import Floats

DIMENSION = 96  # of the packaged model's 384; `benchmarks/LOG.md` has what others bring
TEXTS, WORDS = 256, 24  # read to find the components, and the words of each
SEED = 0


def principal_components(
    vocabulary: Iterable[str], token_vectors: Callable[[list[str]], Sequence[Floats]]
) -> Floats:
    """[d, k]: the directions along which the model's token vectors differ most, k at most 96.

    `vocabulary`: the model's word pieces, of which those made of letters are read.
    `token_vectors`: texts in, [t, d] for each out. The components are those of the vectors as they
    stand, no mean taken off, as a cosine takes none off.
    """
    pieces = sorted(piece for piece in vocabulary if piece.isalpha())
    chosen = random.Random(SEED).sample(pieces, min(TEXTS * WORDS, len(pieces)))
    texts = [" ".join(chosen[start : start + WORDS]) for start in range(0, len(chosen), WORDS)]
    vectors = np.concatenate(token_vectors(texts)).astype(np.float64)
    return np.linalg.eigh(vectors.T @ vectors)[1][:, : -DIMENSION - 1 : -1].astype(np.float32)


def unit(vectors: Floats) -> Floats:
    """The vectors, along the last axis, each of unit length."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9))
