"""The index of a collection: passages for finding documents, wordings for finding sentences."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from corpus.types import Collection, Passage
from index.ranker import Ranker
from index.texts import cut
from index.types import Encoder, Encoding, Hit, Ints

PASSAGES = "passages"  # the level that is ranked alone, by whole vectors; the others by short ones


@dataclass(frozen=True)
class Index:
    """Passages that fit the model, single sentences, and the texts by which both are found.

    `rankers` and `owners` hold five levels of texts; `owners[level][row]` is the number of what row
    stands for: of a passage in `passages`, of a sentence in `sentences` (`wordings`: its own words
    and everyday ones), of a document in the collection or, counted on after these, of a usual
    question (`unsaid`: what is not said), of a property (`phrases`: how people ask for it), of
    a reply to what is asked of the assistant itself, from 1, or `NOBODY`'s (`outside`: what no
    document is about).
    """

    passages: list[Passage]
    sentences: list[Passage]
    rankers: dict[str, Ranker]
    owners: dict[str, Ints]

    @classmethod
    def build(
        cls,
        collection: Collection,
        encoder: Encoder,
        previous: "Index | None" = None,
        progress: Callable[[int, int], object] = lambda done, total: None,
    ) -> "Index":
        """An index over every document; what `previous` (by the same model) holds is taken over.

        `progress` is called with the number of texts just done and the number of all.
        """
        made = cut(collection, encoder)
        total = sum(len(level.texts) for level in made.levels.values())
        rankers = {
            name: Ranker.build(
                level.texts,
                encoder,
                previous.rankers[name] if previous else None,
                lambda done: progress(done, total),
                level.worded,
                short=name != PASSAGES,
            )
            for name, level in made.levels.items()
        }
        owners = {name: np.array(level.owners, np.int64) for name, level in made.levels.items()}
        return cls(made.passages, made.sentences, rankers, owners)

    @property
    def passage_ranker(self) -> Ranker:
        """The passages: row i stands for `passages[i]`."""
        return self.rankers[PASSAGES]

    @cached_property
    def wording_rows(self) -> Ints:
        """[sentences, most]: the rows of each sentence's wordings, -1 where it has no more."""
        owners = self.owners["wordings"]
        counts = np.bincount(owners, minlength=len(self.sentences))
        rows = np.full((len(self.sentences), int(counts.max())), -1, dtype=np.int64)
        place = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
        rows[owners, place] = np.arange(len(owners))
        return rows

    @cached_property
    def _rows_by_owner(self) -> dict[str, list[Ints]]:
        """For each level the rows of owner 0, of owner 1, and so on."""
        return {
            name: np.split(np.argsort(owners, kind="stable"), np.cumsum(np.bincount(owners))[:-1])
            for name, owners in self.owners.items()
        }

    @cached_property
    def _sentence_numbers(self) -> dict[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, sentence in enumerate(self.sentences):
            numbers.setdefault(sentence.document_id, []).append(number)
        return numbers

    @cached_property
    def documents_of_sentences(self) -> Ints:
        """[n]: for each sentence a number that its document's sentences have in common."""
        ids = [sentence.document_id for sentence in self.sentences]
        return np.unique(ids, return_inverse=True)[1].astype(np.int64)

    def sentences_of(self, documents: Iterable[str]) -> Ints:
        """The numbers of those documents' sentences, in order."""
        found = [n for name in set(documents) for n in self._sentence_numbers.get(name, [])]
        return np.array(sorted(found), dtype=np.int64)

    def rows_of(self, level: str, owner: int) -> Ints:
        """The rows of a level that belong to one owner."""
        rows = self._rows_by_owner[level]
        return rows[owner] if owner < len(rows) else np.zeros(0, np.int64)

    def search(
        self, text: str, query: Encoding, limit: int = 10, method: str = "late"
    ) -> list[Hit]:
        """The best passages for a question and its encoding, best first."""
        ranking = self.passage_ranker.rank(text, query, method)
        return [
            Hit(self.passages[i], float(score), rank)
            for rank, (i, score) in enumerate(
                zip(ranking.ids[:limit], ranking.scores[:limit], strict=True), start=1
            )
        ]
