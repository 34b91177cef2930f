"""What a collection holds on a question: documents and sentences, each with its scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assistant.answer_kinds import holds_kind
from assistant.question import Question
from corpus.types import Collection, Passage
from index.fusion import min_max
from index.ranker import Ranking
from index.search import Index, plain_wordings
from index.types import Encoding, Floats, Ints

DOCUMENTS = 20  # the documents whose sentences are looked at
WANTED = 0.3  # for a sentence that holds the kind of thing asked for
EXHAUSTIVE = 2000  # passages up to which a list looks at every one


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence with its score for a question (higher is better) and its number in the index.

    `late` is the mean MaxSim of its best wording.
    """

    passage: Passage
    score: float
    late: float
    number: int


class Evidence:
    """The documents and sentences that bear on one question.

    `documents`: ids, best first. `late`, `dense`: for each of them its best passage's mean MaxSim
    and cosine. `tokens`: [t, documents], how well each of the question's tokens is matched there.
    """

    def __init__(
        self, question: Question, query: Encoding, index: Index, collection: Collection
    ) -> None:
        self.question, self.query, self._index = question, query, index
        self.collection = collection
        ranker = index.passage_ranker
        text = question.text
        few = len(ranker) <= EXHAUSTIVE
        ranking = ranker.score(text, query) if few else ranker.rank(text, query)
        self.documents: list[str] = []
        rows: list[int] = []
        for row, passage in enumerate(ranking.ids):
            document_id = index.passages[int(passage)].document_id
            if document_id not in self.documents:
                self.documents.append(document_id)
                rows.append(row)
        self.scores: Floats = ranking.scores[rows]
        self.late: Floats = ranking.late[rows]
        self.dense: Floats = ranking.dense[rows]
        self.tokens: Floats = ranking.tokens[:, rows]

    def late_of(self, document_id: str) -> float:
        """The document's mean MaxSim; 0 where it was not looked at."""
        if document_id not in self.documents:
            return 0.0
        return float(self.late[self.documents.index(document_id)])

    @cached_property
    def sentences(self) -> list[ScoredSentence]:
        """The sentences of the best documents and of those that are named, best first."""
        near = set(self.documents[:DOCUMENTS]) | set(self.question.documents)
        near |= {self._index.sentences[i].document_id for i in self._nearest_sentences}
        return self.sentences_of(near)

    def sentences_of(self, documents: set[str]) -> list[ScoredSentence]:
        """The sentences of those documents, best first.

        The score sums the sentence's own fusion (words, meaning, late interaction; the greatest of
        its wordings) and its document's late interaction, both scaled to 0..1.
        """
        wordings = self._index.wordings_of(documents)
        if not len(wordings):
            return []
        ranking = self._score(wordings)
        best: dict[int, float] = {}
        late: dict[int, float] = {}
        for row, score, similarity in zip(ranking.ids, ranking.scores, ranking.late, strict=True):
            number = self._index.wording_sentence[int(row)]
            best.setdefault(number, float(score))
            late[number] = max(late.get(number, 0.0), float(similarity))
        numbers = list(best)
        found = [self._index.sentences[n] for n in numbers]
        around = min_max(np.array([self.late_of(s.document_id) for s in found], np.float32))
        scored = [
            ScoredSentence(s, best[n] + float(a) + self._wanted(s), late[n], n)
            for s, n, a in zip(found, numbers, around, strict=True)
        ]
        return sorted(scored, key=lambda s: -s.score)

    def token_matches(self, documents: set[str]) -> Floats:
        """[t]: each question token's greatest cosine to any token of those documents."""
        return np.asarray(self._score(self._index.wordings_of(documents)).tokens.max(axis=1))

    def wordings_ranking(self, sentences: Sequence[int]) -> Ranking:
        """The wordings of those sentences (by their numbers in the index), scored."""
        return self._score(self._index.wordings_of_sentences(sentences))

    def plain_of(self, sentence: ScoredSentence) -> list[str]:
        """The everyday wordings of a sentence."""
        return plain_wordings(self.collection, sentence.passage)

    def _score(self, wordings: Ints) -> Ranking:
        return self._index.sentence_ranker.score(self.question.text, self.query, wordings)

    @cached_property
    def _nearest_sentences(self) -> list[int]:
        ranking = self._index.sentence_ranker.rank(self.question.text, self.query)
        return [self._index.wording_sentence[int(row)] for row in ranking.ids[:DOCUMENTS]]

    def _wanted(self, sentence: Passage) -> float:
        """A little more for a sentence that holds the kind of answer that is asked for."""
        kind = self.question.wants
        return WANTED if kind and holds_kind(sentence.text, kind) else 0.0


def in_document_order(sentences: list[ScoredSentence]) -> tuple[Passage, ...]:
    """Their spans, in the order of their document."""
    return tuple(sorted((s.passage for s in sentences), key=lambda p: p.start))
