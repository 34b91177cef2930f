"""The latest answers, kept so that an export holds exactly what the page showed."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from assistant.types import Answer
from web.types import Asked

KEPT = 256  # answers, of all conversations together; in memory alone


class Answers:
    """Answers to a question after its earlier ones; the latest are given again as they were."""

    def __init__(self, assistant: Asked, kept: int = KEPT) -> None:
        self.collection = assistant.collection
        self._assistant, self._most = assistant, kept
        self._kept: OrderedDict[tuple[str, ...], Answer] = OrderedDict()
        self._lock = Lock()

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to `question` after the `earlier` ones."""
        key = (*earlier, question)
        with self._lock:  # one answer at a time: a tokenizer serves no two threads
            if key not in self._kept:
                self._kept[key] = self._assistant.ask(question, earlier)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
            return self._kept[key]


def conversation(assistant: Asked, questions: Sequence[str]) -> list[Answer]:
    """The answers to a conversation's questions, in order."""
    return [assistant.ask(q, questions[:number]) for number, q in enumerate(questions)]
