"""The index of a collection: passages for finding documents, sentences for finding the words."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from corpus.chunk import chunk, split_sentences
from corpus.types import Collection, Document, Passage
from index.ranker import Ranker
from index.types import Encoder, Encoding, Hit, Ints

SPECIAL_PIECES = 2  # the model's own start and end marks


@dataclass(frozen=True)
class Index:
    """Two levels over the same documents: passages that fit the model, and single sentences.

    Row i of `passage_ranker` stands for `passages[i]`. A sentence may be searched in several
    wordings (its own and the collection's plain ones): row i of `sentence_ranker` stands for
    `sentences[wording_sentence[i]]`.
    """

    passages: list[Passage]
    sentences: list[Passage]
    wording_sentence: list[int]
    passage_ranker: Ranker
    sentence_ranker: Ranker

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
        passages, sentences = cut(collection, encoder)
        texts = [embedded_text(collection.by_id[p.document_id], p.text) for p in passages]
        wordings = [
            (number, embedded_text(collection.by_id[sentence.document_id], wording))
            for number, sentence in enumerate(sentences)
            for wording in (sentence.text, *plain_wordings(collection, sentence))
        ]
        total = len(texts) + len(wordings)

        def told(done: int) -> None:
            progress(done, total)

        return cls(
            passages,
            sentences,
            [number for number, _ in wordings],
            Ranker.build(texts, encoder, previous.passage_ranker if previous else None, told),
            Ranker.build(
                [text for _, text in wordings],
                encoder,
                previous.sentence_ranker if previous else None,
                told,
            ),
        )

    @cached_property
    def _wordings(self) -> dict[str, list[int]]:
        rows = defaultdict(list)
        for row, number in enumerate(self.wording_sentence):
            rows[self.sentences[number].document_id].append(row)
        return dict(rows)

    def wordings_of(self, documents: Iterable[str]) -> Ints:
        """The rows of `sentence_ranker` that belong to those documents, in order."""
        found = [row for name in documents for row in self._wordings.get(name, [])]
        return np.array(sorted(found), dtype=np.int64)

    def wordings_of_sentences(self, sentences: Iterable[int]) -> Ints:
        """The rows of `sentence_ranker` that belong to those sentences, in order."""
        wanted = set(sentences)
        found = [row for row, number in enumerate(self.wording_sentence) if number in wanted]
        return np.array(found, dtype=np.int64)

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


def cut(collection: Collection, encoder: Encoder) -> tuple[list[Passage], list[Passage]]:
    """All passages and all sentences of a collection, in its order."""
    passages: list[Passage] = []
    sentences: list[Passage] = []
    for document in collection.documents:
        prefix = encoder.count(embedded_text(document, ""))
        budget = max(encoder.max_pieces - SPECIAL_PIECES - prefix, encoder.max_pieces // 2)
        passages += chunk(document, budget, encoder.count)
        sentences += split_sentences(document)
    return passages, sentences


def embedded_text(document: Document, text: str) -> str:
    """What is embedded and indexed for a span: the document's title and board stand before it."""
    return f"{document.title}. {document.board}. {text}"


def plain_wordings(collection: Collection, sentence: Passage) -> list[str]:
    """What the collection's keepers wrote to say that sentence in everyday words; searched only."""
    document = collection.by_id[sentence.document_id]
    return [w.text for w in document.plain if sentence.start <= w.start < sentence.end]
