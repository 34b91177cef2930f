"""The assistant as the service uses it: one answer at a time, counted, and warmed up first."""

import logging
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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
    """An assistant that many threads may ask; one thread of its own answers them in turn.

    A tokenizer can't be used by two threads at once, the numeric libraries keep threads and memory
    for each thread that calls them, and an answer is bound by the processor: more at once come
    from more workers, not from more threads.
    """

    def __init__(self, assistant: Asked, log_questions: bool = False) -> None:
        self._assistant, self._log_questions = assistant, log_questions
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="answers")
        self.ready = False

    @property
    def collection(self) -> Collection:
        """The texts that are answered from."""
        return self._assistant.collection

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to `question` after the `earlier` questions of its conversation."""
        answer, seconds = self._thread.submit(self._timed, question, earlier).result()
        ANSWERS.labels(answer.status.value).inc()
        SECONDS.observe(seconds)
        if self._log_questions:
            fields = {"question": question, "earlier": list(earlier), "status": answer.status.value}
            LOG.info("answer", extra={"fields": fields})
        return answer

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """The best passages for `text`, best first."""
        return self._thread.submit(self._assistant.search, text, limit).result()

    def warm_up(self) -> None:
        """Answer one question, uncounted, so that the first person does not wait; then be ready."""
        self._thread.submit(self._timed, self.collection.documents[0].title, ()).result()
        self.ready = True

    def _timed(self, question: str, earlier: Sequence[str]) -> tuple[Answer, float]:
        start = time.perf_counter()
        answer = self._assistant.ask(question, earlier)
        return answer, time.perf_counter() - start
