"""Words in, BM25 scores out.

S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework (2009), in Lucene's variant: a
word that stands f times in a text of l words scores idf * f / (f + k1 * (1 - b + b * l / average)),
where idf = ln(1 + (n - d + 0.5) / (d + 0.5)) for a word of d of the n texts. Each such score is
computed once, when the index is built (X. Lu, BM25S, 2024).
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import Stemmer

from index.types import Floats, Ints

K1, B = 1.5, 0.75
_STEMMER = Stemmer.Stemmer("english")
_WORD = re.compile(r"\b\w\w+\b")
LUCENE_STOP_WORDS = """
    a an and are as at be but by for if in into is it no not of on or such that the their then
    there these they this to was will with
"""
_STOP_WORDS = frozenset(LUCENE_STOP_WORDS.split())


def stems(text: str) -> list[str]:
    """The text's words, lower case and stemmed, English stop words left out."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _STOP_WORDS]
    return list(_STEMMER.stemWords(words))


class SparseIndex:
    """BM25 over stemmed words: for each word the texts that hold it, and its score in each.

    `places`: each word's number. Word i's texts and scores are those from `starts[i]` to before
    `starts[i + 1]`. `size`: the number of texts.
    """

    def __init__(
        self, places: dict[str, int], starts: Ints, texts: Ints, scores: Floats, size: int
    ) -> None:
        self._places, self._starts, self._size = places, starts, size
        self._texts, self._scores = texts, scores

    @classmethod
    def build(cls, texts: Sequence[str]) -> "SparseIndex":
        """An index over `texts`."""
        counted = [Counter(stems(text)) for text in texts]
        places: dict[str, int] = {}
        for counts in counted:
            for word in counts:
                places.setdefault(word, len(places))
        words = np.array([places[word] for counts in counted for word in counts], np.int64)
        times = np.array([f for counts in counted for f in counts.values()], np.float64)
        rows = np.repeat(np.arange(len(texts)), [len(counts) for counts in counted])
        lengths = np.array([counts.total() for counts in counted], np.float64)
        held = np.bincount(words, minlength=len(places))
        rarity = np.log(1 + (len(texts) - held + 0.5) / (held + 0.5))
        average = max(float(lengths.sum()) / max(len(texts), 1), 1.0)
        norms = K1 * (1 - B + B * lengths / average)
        scores = rarity[words] * times / (times + norms[rows])
        order = np.argsort(words, kind="stable")
        return cls(
            places,
            np.concatenate([[0], np.cumsum(held)]),
            rows[order],
            scores[order].astype(np.float32),
            len(texts),
        )

    @classmethod
    def load(cls, path: Path) -> "SparseIndex":
        """The index saved in the folder `path`; scores stay on disk until they are used."""
        starts, texts, scores = (
            np.asarray(np.load(path / f"{name}.npy", mmap_mode="r"))
            for name in ("starts", "texts", "scores")
        )
        words, size = json.loads((path / "words.json").read_text())
        return cls({word: i for i, word in enumerate(words)}, starts, texts, scores, size)

    def save(self, path: Path) -> None:
        """Write the index into the folder `path`."""
        path.mkdir()
        np.save(path / "starts.npy", self._starts)
        np.save(path / "texts.npy", self._texts)
        np.save(path / "scores.npy", self._scores)
        (path / "words.json").write_text(json.dumps([list(self._places), self._size]))

    def scores(self, text: str) -> Floats:
        """[n]: the BM25 score of every text, 0 where no word is shared."""
        total = np.zeros(self._size, dtype=np.float32)
        for stem in stems(text):
            place = self._places.get(stem)
            if place is not None:
                span = slice(int(self._starts[place]), int(self._starts[place + 1]))
                total[self._texts[span]] += self._scores[span]
        return total

    def knows(self, word: str) -> bool:
        """Whether any text holds the word, inflected or not; stop words are held by none."""
        return any(stem in self._places for stem in stems(word))
