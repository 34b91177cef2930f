"""A question in, how it is read and what the collection holds on it out."""

from collections.abc import Callable
from dataclasses import replace

from assistant.finding.evidence import Evidence
from assistant.finding.nameless import nameless
from assistant.finding.written import Written
from assistant.reading.lexicon import Lexicon
from assistant.reading.question import Kind, Question, chooses_among
from assistant.reading.read import read_clauses, read_question
from corpus.types import Collection
from index.search import Index
from index.types import Encoding

# of every document, the sentences that are looked at for questions of these kinds
EACH = {Kind.LIST: 2, Kind.COMPARISON: 2, Kind.GUIDANCE: 1}


class Finder:
    """Reads questions, and finds what bears on them, in one collection."""

    def __init__(
        self,
        collection: Collection,
        index: Index,
        lexicon: Lexicon,
        encode: Callable[[str], Encoding],
    ) -> None:
        self.collection, self.index, self.lexicon = collection, index, lexicon
        self.written = Written(collection, index)
        self._encode = encode

    def evidence(self, question: Question) -> Evidence:
        """What the collection holds on a question."""
        named = question.kind is Kind.LIST and not chooses_among(question)
        asked = question if named else nameless(question, self.collection.settings.collection.name)
        each = EACH.get(question.kind, 0)
        return Evidence(question, asked, self._encode, self.written, each)

    def parts(self, question: Question) -> list[Evidence]:
        """What the collection holds on a question and then, where it asks several, on each."""
        clauses = read_clauses(question, self.lexicon, self.collection.settings)
        return [self.evidence(part) for part in (question, *clauses)]

    def read(self, text: str) -> Question:
        """Another text, read as a question that stands alone."""
        return read_question(text, self.lexicon, self.collection.settings)

    def reread(self, text: str) -> Question:
        """Another text for a set that is asked for."""
        return replace(self.read(text), kind=Kind.LIST)
