"""One list of texts, ranked for a query by words, by meaning and by late interaction."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.byte_index import ByteIndex
from index.dense import DenseIndex
from index.fusion import combine, min_max
from index.late import TokenIndex
from index.sparse import SparseIndex
from index.types import Encoder, Encoding, Floats, Ints

METHODS = ("bm25", "dense", "fusion", "late")
POOL = 200  # the best of each list that are fused
CANDIDATES = 50  # the best of both that late interaction looks at
BATCH = 64  # texts between two steps of the progress bar


@dataclass(frozen=True, slots=True)
class Ranking:
    """Texts by descending `scores`, with what each score is made of.

    `ids`, `scores`, `dense` (cosine), `sparse` (BM25), `late` (mean MaxSim): [n].
    `tokens`: [t, n], each query token's greatest cosine in each text; late interaction alone
    fills it.
    """

    ids: Ints
    scores: Floats
    dense: Floats
    sparse: Floats
    late: Floats
    tokens: Floats


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier query of the same conversation, and what it counts beside the last, which is 1."""

    text: str
    encoding: Encoding
    weight: float


class Ranker:
    """Texts, known by their position, in three indexes.

    `short`: of shortened sentence vectors, which are weighed as bytes.
    """

    def __init__(
        self,
        keys: list[str],
        dense: DenseIndex,
        sparse: SparseIndex,
        tokens: TokenIndex,
        short: bool,
    ) -> None:
        self._keys, self._dense, self._sparse, self._tokens = keys, dense, sparse, tokens
        self._short = short

    @classmethod
    def build(
        cls,
        texts: Sequence[str],
        encoder: Encoder,
        previous: "Ranker | None" = None,
        progress: Callable[[int], object] = lambda done: None,
        worded: Sequence[str] | None = None,
        short: bool = False,
    ) -> "Ranker":
        """A ranker over `texts`, each encoded once; what `previous` (by this model) holds is not.

        `worded`: what BM25 reads of each text, where that is not the text itself. `progress` is
        called with the number of texts done since the last call.
        """
        keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
        wanted = dict(zip(keys, texts, strict=True))
        found: dict[str, tuple[Floats, TokenIndex]] = {}
        if previous:
            for row, key in enumerate(previous._keys):
                if key in wanted and key not in found:
                    found[key] = previous._dense.vector(row), previous._tokens.take(row)
        new = [key for key in wanted if key not in found]
        new.sort(key=lambda key: len(wanted[key]))  # a batch is padded to its longest text
        progress(len(texts) - len(new))
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            encodings = encoder.encode([wanted[key] for key in batch])
            for key, encoding in zip(batch, encodings, strict=True):
                found[key] = _vector(encoding, short), TokenIndex.build([encoding.tokens])
            progress(len(batch))
        rows = [found[key][0] for key in keys]
        vectors = np.stack(rows) if rows else np.zeros((0, 0), np.float32)
        return cls(
            keys,
            (ByteIndex if short else DenseIndex).build(vectors),
            SparseIndex.build(texts if worded is None else worded),
            TokenIndex.join([found[key][1] for key in keys]),
            short,
        )

    @classmethod
    def load(cls, folder: Path, short: bool = False) -> "Ranker":
        """The ranker saved in `folder`, which was built so."""
        return cls(
            (folder / "keys.txt").read_text().split(),
            (ByteIndex if short else DenseIndex).load(folder / "vectors.npy"),
            SparseIndex.load(folder / "words"),
            TokenIndex.load(folder / "tokens"),
            short,
        )

    def save(self, folder: Path) -> None:
        """Write the ranker into `folder`, which is made."""
        folder.mkdir()
        (folder / "keys.txt").write_text("\n".join(self._keys))
        self._dense.save(folder / "vectors.npy")
        self._sparse.save(folder / "words")
        self._tokens.save(folder / "tokens")

    def knows(self, word: str) -> bool:
        """Whether any text holds the word, inflected or not."""
        return self._sparse.knows(word)

    def __len__(self) -> int:
        return len(self._keys)

    def cosines(self, query: Encoding) -> Floats:
        """[n]: the cosine of every text to the query."""
        return self._dense.all_scores(_vector(query, self._short))

    def bm25(self, text: str) -> Floats:
        """[n]: the BM25 score of every text."""
        return self._sparse.scores(text)

    def similarities(self, query: Encoding, ids: Ints) -> Floats:
        """[t, len(ids)]: each query token's greatest cosine to a token of each of those texts."""
        return self._tokens.max_similarities(query.tokens, ids)

    def both_ways(self, query: Encoding, ids: Ints) -> tuple[Floats, Floats]:
        """The same, and [len(ids)]: how well each text's tokens are matched by the query's."""
        return self._tokens.both_ways(query.tokens, ids)

    def rank(
        self, text: str, query: Encoding, method: str = "late", earlier: Sequence[Earlier] = ()
    ) -> Ranking:
        """The best texts for a query by one of `METHODS`, best first, at most `CANDIDATES`.

        What the `earlier` queries score is added, each by its weight, to what this one does.
        """
        vector, bm25 = _vector(query, self._short), self._sparse.scores(text)
        for e in earlier:
            vector = vector + np.float32(e.weight) * _vector(e.encoding, self._short)
            bm25 = bm25 + e.weight * self._sparse.scores(e.text)
        near, cosines = self._dense.search(vector, POOL)
        alike = np.argsort(-bm25, kind="stable")[:POOL]
        if method == "bm25":
            alike = alike[bm25[alike] > 0]
            return self._ranking(alike, bm25[alike])
        if method == "dense":
            return self._ranking(near, cosines)
        ids = np.union1d(near, alike)
        dense = self._dense.scores(vector, ids)
        fused = combine([dense, bm25[ids]])
        order = np.argsort(-fused, kind="stable")[:CANDIDATES]
        if method == "fusion":
            return self._ranking(ids[order], fused[order])
        return self._by_tokens(query, ids[order], dense[order], bm25[ids[order]], earlier)

    def _by_tokens(
        self,
        query: Encoding,
        ids: Ints,
        dense: Floats,
        sparse: Floats,
        earlier: Sequence[Earlier],
    ) -> Ranking:
        tokens = self.similarities(query, ids)
        late = tokens.mean(axis=0)
        for e in earlier:
            late = late + e.weight * self.similarities(e.encoding, ids).mean(axis=0)
        total = min_max(dense) + min_max(sparse) + min_max(late)
        order = np.argsort(-total, kind="stable")
        return Ranking(
            ids[order], total[order], dense[order], sparse[order], late[order], tokens[:, order]
        )

    def _ranking(self, ids: Ints, scores: Floats) -> Ranking:
        none = np.zeros(0, dtype=np.float32)
        ids, scores = ids[:CANDIDATES], scores[:CANDIDATES]
        return Ranking(ids, scores, none, none, none, none[None, :])


def _vector(encoding: Encoding, short: bool) -> Floats:
    return encoding.short if short else encoding.vector
