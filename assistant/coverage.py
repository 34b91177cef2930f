"""Whether a collection covers what is asked: signals, and their calibrated sum.

The signals are weighed by two logistic regressions, fitted on `eval_questions/calibration.yaml` by
`benchmarks/calibrate.py`; weights, intercepts and figures stand in `coverage.yaml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import yaml

from assistant.evidence import Evidence, ScoredSentence, holds_kind
from assistant.question import Question
from assistant.words import Word, has_phrase, words
from index.ranker import Ranking
from index.types import Floats


@dataclass(frozen=True, slots=True)
class Match:
    """How well one content word of a question is matched where the answer would stand, 0..1."""

    word: Word
    similarity: float
    stands: bool  # the word itself, inflected or not, stands there
    known: bool  # the collection uses the word somewhere


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against a question being covered; all are higher for covered ones."""

    sentence: float  # mean MaxSim of the best sentence
    passage: float  # mean MaxSim of the best passage
    cosine: float  # cosine of the best passage
    weakest: float  # the least matched content word
    weakest_two: float  # the mean of the two least matched
    average: float  # the mean over content words
    standing: float  # the share of content words that stand there
    known: float  # the share of content words that the collection uses
    kind: float  # 0 where a number, a year or money is asked for and the sentence has none
    named: float  # 1 where a document is named

    def row(self) -> list[float]:
        """The values in the order of the fields."""
        return [float(getattr(self, name)) for name in self.__slots__]


def read_signals(
    question: Question,
    evidence: Evidence,
    chosen: Sequence[ScoredSentence],
    matches: Sequence[Match],
) -> Signals:
    """The signals for a question and the sentences that would answer it."""
    similarities = sorted(match.similarity for match in matches) or [1.0]
    count = max(len(matches), 1)
    best = max((s.late for s in chosen), default=0.0)
    return Signals(
        sentence=best,
        passage=float(evidence.late.max()),
        cosine=float(evidence.dense.max()),
        weakest=similarities[0],
        weakest_two=float(np.mean(similarities[:2])),
        average=float(np.mean(similarities)),
        standing=sum(match.stands for match in matches) / count if matches else 1.0,
        known=sum(match.known for match in matches) / count if matches else 1.0,
        kind=float(_has_kind(question, chosen)),
        named=float(bool(question.documents)),
    )


def _has_kind(question: Question, chosen: Sequence[ScoredSentence]) -> bool:
    text = " ".join(sentence.passage.text for sentence in chosen)
    if has_phrase("money", question.text) and not any(mark in text for mark in "£$€"):
        return any(w.stem in {"cost", "fund", "invest"} for w in words(text))
    return question.wants not in ("number", "time") or holds_kind(text, question.wants)


def probability(signals: Signals, model: str) -> float:
    """The probability of `covered` or of `subject` (something on it is there), 0..1."""
    weights = _weights()[model]
    total = weights["intercept"] + sum(
        weights["weights"][name] * getattr(signals, name) for name in weights["weights"]
    )
    return float(1 / (1 + np.exp(-total)))


@cache
def _weights() -> dict[str, Any]:
    text = (files("assistant") / "coverage.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def word_similarity(
    tokens: Floats, spans: Sequence[tuple[int, int]], word: Word
) -> float:
    """The mean, over the word's pieces, of their greatest cosine ([t] `tokens`); 0 if it has none."""
    pieces = [i for i, (start, end) in enumerate(spans) if word.start <= start < word.end]
    return float(np.mean(tokens[pieces])) if pieces else 0.0


def coverage_score(question: str, ranking: Ranking, spans: Sequence[tuple[int, int]]) -> float:
    """How likely passages alone cover a question; higher is likelier. For collections of passages.

    The mean of the best passage's mean MaxSim and of its least matched word.
    """
    if not len(ranking.ids):
        return 0.0
    best = int(np.argmax(ranking.late))
    similarities = [word_similarity(ranking.tokens[:, best], spans, w) for w in words(question)]
    return (float(ranking.late[best]) + min(similarities, default=0.0)) / 2
