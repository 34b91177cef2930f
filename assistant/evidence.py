"""What a collection holds on a question: documents and sentences, each with its scores."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from assistant.answer_kinds import holds_kind
from assistant.question import Question
from assistant.words import Word
from corpus.types import Collection, Passage
from index.fusion import min_max
from index.ranker import Ranking
from index.search import Index, plain_wordings
from index.types import Encoding, Floats, Ints

DOCUMENTS = 12  # the documents whose sentences are looked at
WANTED = 0.2  # for a sentence that holds the kind of thing asked for
EXHAUSTIVE = 2000  # passages up to which a list looks at every one


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence with its score for a question (higher is better) and its number in the index.

    `late` is the mean MaxSim of its best wording, `content` the greatest over the content words.
    """

    passage: Passage
    score: float
    late: float
    content: float
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

    def sentences_of(self, documents: Iterable[str]) -> list[ScoredSentence]:
        """The sentences of those documents, best first.

        The score sums BM25, mean MaxSim over all tokens and mean MaxSim over the content words,
        each the greatest of the sentence's wordings and scaled to 0..1 (`benchmarks/LOG.md` has
        the other sums that were tried), and `WANTED`.
        """
        wordings = self._index.wordings_of(documents)
        if not len(wordings):
            return []
        ranking = self._score(wordings)
        content = ranking.tokens[self._content_tokens].mean(axis=0)
        scores = min_max(ranking.sparse) + min_max(ranking.late) + min_max(content)
        best: dict[int, ScoredSentence] = {}
        for place in np.argsort(-scores, kind="stable"):
            number = self._index.wording_sentence[int(ranking.ids[place])]
            if number not in best:
                passage = self._index.sentences[number]
                score = float(scores[place]) + self._wanted(passage)
                late, on_content = float(ranking.late[place]), float(content[place])
                best[number] = ScoredSentence(passage, score, late, on_content, number)
            elif content[place] > best[number].content:
                best[number] = replace(best[number], content=float(content[place]))
        return sorted(best.values(), key=lambda sentence: -sentence.score)

    @cached_property
    def _content_tokens(self) -> list[int]:
        """The tokens of the content words; all of them where there is no content word."""
        spans = self.query.spans
        subjects = self.question.subjects
        kept = [i for i, (a, _) in enumerate(spans) if any(w.start <= a < w.end for w in subjects)]
        return kept or list(range(len(spans)))

    def token_matches(self, documents: set[str]) -> Floats:
        """[t]: each question token's greatest cosine to any token of those documents."""
        return np.asarray(self._score(self._index.wordings_of(documents)).tokens.max(axis=1))

    def wordings_ranking(self, sentences: Sequence[int]) -> Ranking:
        """The wordings of those sentences (by their numbers in the index), scored."""
        return self._score(self._index.wordings_of_sentences(sentences))

    def knows(self, word: Word) -> bool:
        """Whether a text of the collection holds the word, inflected or not."""
        return self._index.passage_ranker.knows(word.text)

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
