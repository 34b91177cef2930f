"""The index of a collection: passages for finding documents, sentences for finding the words."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.chunk import chunk, split_sentences
from corpus.types import Collection, Document, Passage
from index.ranker import Ranker
from index.types import Encoder, Encoding, Hit

SPECIAL_PIECES = 2  # the model's own start and end marks


@dataclass(frozen=True, slots=True)
class Index:
    """Two levels over the same documents: passages that fit the model, and single sentences.

    `passages[i]` and `sentences[i]` are what row i of their ranker stands for.
    """

    passages: list[Passage]
    sentences: list[Passage]
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
        total = len(passages) + len(sentences)
        rankers = []
        for level, before in (
            (passages, previous and previous.passage_ranker),
            (sentences, previous and previous.sentence_ranker),
        ):
            texts = [embedded_text(collection.by_id[p.document_id], p.text) for p in level]
            rankers.append(
                Ranker.build(texts, encoder, before, lambda done: progress(done, total))
            )
        return cls(passages, sentences, *rankers)

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

