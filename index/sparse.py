"""The one door to bm25s: words in, BM25 scores out."""

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
import Stemmer

from index.types import Floats

_STEMMER = Stemmer.Stemmer("english")


def stems(text: str) -> list[str]:
    """The text's words, lower case and stemmed, English stop words left out."""
    tokens = bm25s.tokenize(
        [text], stopwords="en", stemmer=_STEMMER, return_ids=False, show_progress=False
    )
    return list(tokens[0])


class SparseIndex:
    """BM25 (Lucene's variant, k1 = 1.5, b = 0.75) over stemmed words."""

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index

    @classmethod
    def build(cls, texts: Sequence[str]) -> "SparseIndex":
        """An index over `texts`."""
        index = bm25s.BM25()
        index.index([stems(text) for text in texts], show_progress=False)
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "SparseIndex":
        """The index saved in the folder `path`."""
        return cls(bm25s.BM25.load(str(path)))

    def save(self, path: Path) -> None:
        """Write the index into the folder `path`."""
        self._index.save(str(path))

    def scores(self, text: str) -> Floats:
        """[n]: the BM25 score of every text, 0 where no word is shared."""
        known = [stem for stem in stems(text) if stem in self._index.vocab_dict]
        if not known:
            return np.zeros(self._index.scores["num_docs"], dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)

    def knows(self, word: str) -> bool:
        """Whether any text holds the word, inflected or not; stop words are held by none."""
        return any(stem in self._index.vocab_dict for stem in stems(word))
