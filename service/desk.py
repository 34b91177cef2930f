"""The assistant as the service uses it: one answer at a time, counted, and warmed up first."""

import logging
import time
from collections.abc import Sequence
from threading import Lock
from typing import Protocol

from prometheus_client import Counter, Histogram

from assistant.types import Answer
from corpus.types import Collection
from index.types import Hit

ANSWERS = Counter("insight_answers", "Answers given, by their status", ["status"])
SECONDS = Histogram(
    "insight_answer_seconds",
    "Seconds an answer took, waiting for its turn left out",
    buckets=(0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
LOG = logging.getLogger("insight.answer")


class Asked(Protocol):
    """What the service needs of an assistant."""

    @property
    def collection(self) -> Collection:
        """The texts that it answers from."""

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to a question of a conversation."""

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """The best passages, best first."""


class Desk:
    """An assistant that many threads may ask; they are answered in turn.

    A tokenizer can't be used by two threads at once, and an answer is bound by the processor:
    more at once come from more workers, not from more threads.
    """

    def __init__(self, assistant: Asked, log_questions: bool = False) -> None:
        self._assistant, self._log_questions = assistant, log_questions
        self._turn = Lock()
        self.ready = False

    @property
    def collection(self) -> Collection:
        """The texts that are answered from."""
        return self._assistant.collection

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to `question` after the `earlier` questions of its conversation."""
        with self._turn:
            start = time.perf_counter()
            answer = self._assistant.ask(question, earlier)
            seconds = time.perf_counter() - start
        ANSWERS.labels(answer.status.value).inc()
        SECONDS.observe(seconds)
        if self._log_questions:
            fields = {"question": question, "earlier": list(earlier), "status": answer.status.value}
            LOG.info("answer", extra={"fields": fields})
        return answer

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """The best passages for `text`, best first."""
        with self._turn:
            return self._assistant.search(text, limit)

    def warm_up(self) -> None:
        """Answer one question, uncounted, so that the first person does not wait; then be ready."""
        with self._turn:
            self._assistant.ask(self.collection.documents[0].title)
        self.ready = True
