"""An assistant whose answers can be foretold: the named document's first sentence, cited."""

import time
from collections.abc import Sequence
from pathlib import Path

from assistant.types import Answer, AnswerLink, Citation, Status
from corpus.load import load_collection
from corpus.types import Collection, Document, Passage
from index.types import Hit

BOARDS = Path(__file__).parents[2] / "corpus" / "boards"


class FakeAssistant:
    """Answers with the first document whose name stands in the question or an earlier one."""

    def __init__(self, seconds: float = 0.0) -> None:
        self._collection = load_collection(BOARDS)
        self.seconds = seconds

    @property
    def collection(self) -> Collection:
        return self._collection

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        time.sleep(self.seconds)
        if "break down" in question:
            raise RuntimeError(f"no answer to {question}")
        for text in (question, *reversed(earlier)):
            for document in self._collection.documents:
                if document.name.casefold() in text.casefold():
                    return self._answer(question, text, document)
        return Answer(question, question, Status.NOT_COVERED, "The boards don't say.")

    def _answer(self, question: str, text: str, document: Document) -> Answer:
        end = document.text.index(".") + 1
        quote = document.text[:end]
        links = tuple(AnswerLink(link.kind, link.label, link.url) for link in document.links)
        citation = Citation(
            1, document.id, document.title, document.board, document.section, document.kind,
            quote, 0, end, document.text, links,
        )  # fmt: skip
        return Answer(question, text, Status.ANSWERED, f"{quote} [1]", (citation,), links[:1])

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        documents = [d for d in self._collection.documents if text.casefold() in d.text.casefold()]
        return [
            Hit(Passage(d.id, 0, len(d.text), d.text), 1 / rank, rank)
            for rank, d in enumerate(documents[:limit], start=1)
        ]
