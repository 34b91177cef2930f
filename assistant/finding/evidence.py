"""What a collection holds on a question: its sentences, each with its scores."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import NamedTuple

import numpy as np

from assistant.finding.inside import sentences_elsewhere, sentences_naming
from assistant.finding.topics import find_telling
from assistant.finding.written import Written
from assistant.language.answer_kinds import holds_kind, question_form
from assistant.language.words import Word
from assistant.reading.question import Question
from corpus.types import Passage
from index.sentences import SentenceScores, evenly, score_sentences
from index.types import Encoding, Floats, Ints

NEAREST = 32  # of the texts that a question is held against, those that are read word by word
WANTED = 0.2  # added for a sentence that holds the kind of thing asked for


class ScoredSentence(NamedTuple):
    """A sentence with its score for a question (higher is better) and its number in the index.

    `dense` (cosine), `late` (mean MaxSim) and `content` (the same over the content words): the
    means over its best wordings.
    """

    passage: Passage
    score: float
    dense: float
    late: float
    content: float
    number: int


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a question comes to some texts, each the greatest over them; 0 where there are none.

    `dense`: cosine. `late`, `content`: MaxSim, the mean over all tokens and over the content words'
    tokens. `alike`: `late` over those alone that ask in the same form. `tokens`: [t], over all the
    texts. `rows`: theirs.
    """

    dense: float
    late: float
    content: float
    alike: float
    tokens: Floats
    rows: Sequence[int]


class Evidence:
    """The sentences that bear on one question; it is encoded and they are scored when first used.

    `asked` is the question as it is held against wordings (`nameless.py`). `each`: so many of every
    document's best sentences are looked at too, not just the best of all and those named.
    """

    def __init__(
        self,
        question: Question,
        asked: Question,
        encode: Callable[[str], Encoding],
        written: Written,
        each: int = 0,
    ) -> None:
        self.question, self.asked, self.written = question, asked, written
        self.index, self.collection = written.index, written.collection
        self._encode, self._each = encode, each
        self._cosines: dict[str, Floats] = {}
        self._bm25: dict[str, Floats] = {}

    @cached_property
    def query(self) -> Encoding:
        """The encoding of what is held against wordings."""
        return self._encode(self.asked.text)

    @cached_property
    def scores(self) -> SentenceScores:
        """The sentences that were looked at, in the index's order."""
        named = self.index.sentences_of(self.question.documents).tolist()
        also = np.array([*named, *self.naming, *self.telling, *self.naming_elsewhere], np.int64)
        words, meaning = self.bm25("wordings"), self.cosines("wordings")
        return score_sentences(self.index, self.query, meaning, words, also, self._each)

    @cached_property
    def naming(self) -> list[int]:
        """The sentences that hold each name of the question that is no document's, as written."""
        return sentences_naming(self.question, self.index.sentences, self.collection)

    @cached_property
    def naming_elsewhere(self) -> list[int]:
        """The sentences of others that name a document of which is asked who had to do with it."""
        return sentences_elsewhere(self.question, self.index.sentences)

    @cached_property
    def telling(self) -> list[int]:
        """The sentences that tell of the topic asked about in so many words."""
        return find_telling(self.question, self.index.sentences, self.collection)

    @cached_property
    def content(self) -> Floats:
        """[n]: for each sentence looked at its mean MaxSim over the content words' tokens."""
        return self.scores.late_of(self.weights[1])

    @cached_property
    def sentences(self) -> list[ScoredSentence]:
        """The sentences that were looked at, best first."""
        looked, kind = self.scores, self.question.wants
        scores, numbers = looked.scores.astype(np.float64), looked.numbers.tolist()
        if kind:
            every = self.index.sentences
            scores += [WANTED * holds_kind(every[number].text, kind) for number in numbers]
        order = np.argsort(-scores, kind="stable")
        columns = (scores, looked.dense, looked.late, self.content, looked.numbers)
        *means, places = (column[order].tolist() for column in columns)
        passages = map(self.index.sentences.__getitem__, places)
        return list(map(ScoredSentence, passages, *means, places))

    @cached_property
    def by_document(self) -> dict[str, list[ScoredSentence]]:
        """For each document's id its sentences that were looked at, best first."""
        found: dict[str, list[ScoredSentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.passage.document_id, []).append(sentence)
        return found

    def of_document(self, name: str) -> list[ScoredSentence]:
        """The sentences of one document that were looked at, best first."""
        return [s for s in self.sentences if s.passage.document_id == name]

    def nearness(self, level: str, rows: Ints) -> Nearness:
        """How near the question comes to the nearest of those rows of a level of the index."""
        if not len(rows):
            return Nearness(0.0, 0.0, 0.0, 0.0, np.zeros(len(self.query.tokens), np.float32), [])
        cosines = self.cosines(level)[rows]
        kept = rows
        if len(rows) > NEAREST:
            kept = rows[np.argpartition(cosines, -NEAREST)[-NEAREST:]]
        nearest, form = kept.tolist(), question_form(self.question.text)
        alike = [other == form for other in self.written.forms[level].of(nearest)]
        tokens = self.index.rankers[level].similarities(self.query, kept)
        late, content = self.weights @ tokens
        return Nearness(
            dense=float(cosines.max()),
            late=float(late.max()),
            content=float(content.max()),
            alike=max(compress(late.tolist(), alike), default=0.0),
            tokens=tokens.max(axis=1),
            rows=nearest,
        )

    def cosines(self, level: str) -> Floats:
        """The cosine of the question to every text of a level of the index."""
        if level not in self._cosines:
            self._cosines[level] = self.index.rankers[level].cosines(self.query)
        return self._cosines[level]

    def bm25(self, level: str) -> Floats:
        """The BM25 score of every text of a level of the index."""
        if level not in self._bm25:
            self._bm25[level] = self.index.rankers[level].bm25(self.question.text)
        return self._bm25[level]

    @cached_property
    def content_tokens(self) -> list[int]:
        """The tokens of the content words; all of them where there is no content word."""
        spans = self.query.spans
        taken = {place for word in self.asked.subjects for place in range(word.start, word.end)}
        kept = [number for number, (start, _) in enumerate(spans) if start in taken]
        return kept or list(range(len(spans)))

    @cached_property
    def weights(self) -> Floats:
        """[2, t]: what each token counts in the mean over all, and over the content words'."""
        kept = self.content_tokens
        weights = np.zeros((2, len(self.query.tokens)), np.float32)
        weights[0] = evenly(len(self.query.tokens))
        weights[1, kept] = evenly(len(kept))
        return weights

    def knows(self, word: Word) -> bool:
        """Whether a text of the collection holds the word, inflected or not."""
        return self.index.passage_ranker.knows(word.text)
