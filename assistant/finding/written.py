"""What the keepers of a collection wrote: the rows of its index, and the properties it shows."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

import numpy as np

from assistant.language.answer_kinds import question_form
from assistant.language.words import content, figures, stems
from corpus.types import Collection
from index.search import Index
from index.texts import plain_wordings
from index.types import Ints

LONGEST = 3  # words of a name for what documents share
REMEMBERED = 256  # groups of usual questions that documents leave untold, whose rows are kept


Found = TypeVar("Found")


class ReadByRow(Generic[Found]):
    """What is read of each of some texts, kept by its row from the first time on."""

    def __init__(self, texts: Sequence[str], read: Callable[[str], Found]) -> None:
        self._texts, self._read = texts, read
        self._found: list[Any] = [None] * len(texts)

    def of(self, rows: Sequence[int]) -> list[Found]:
        """What is read of the texts of those rows, in their order."""
        found = self._found
        for row in rows:
            if found[row] is None:
                found[row] = self._read(self._texts[row])
        return [found[row] for row in rows]

    def read(self) -> None:
        """Read every text."""
        self.of(range(len(self._texts)))


class Written:
    """The texts that a collection's keepers wrote, by their rows in its index.

    `numbers`: each document's place in the collection, by its id.
    """

    def __init__(self, collection: Collection, index: Index) -> None:
        self.collection, self.index = collection, index
        self.numbers = {document.id: n for n, document in enumerate(collection.documents)}
        self._rows_of_usual = lru_cache(REMEMBERED)(self._usual)

    def read(self) -> None:
        """Read all that is else read when it is first needed."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)
        for forms in self.forms.values():
            forms.read()
        self.wording_stems.read()

    @cached_property
    def documents(self) -> Ints:
        """[sentences]: the place in the collection of the document that each sentence is of."""
        return np.array([self.numbers[s.document_id] for s in self.index.sentences], np.int64)

    @cached_property
    def shared(self) -> tuple[Ints, Ints]:
        """The numbers of documents, and of a property that each has: pair by pair."""
        return _pairs(
            (self.numbers[name], number)
            for number, shared in enumerate(self.collection.properties)
            for name in dict.fromkeys(member.document_id for member in shared.members)
        )

    @cached_property
    def held(self) -> Ints:
        """The numbers of the properties that any document has."""
        return np.flatnonzero(np.bincount(self.shared[1]))

    @cached_property
    def shown(self) -> tuple[Ints, Ints]:
        """The numbers of sentences, and of a property whose words begin in each: pair by pair."""
        return _pairs(
            (place, number)
            for number, shared in enumerate(self.collection.properties)
            for member in shared.members
            for place in self.index.sentences_of([member.document_id]).tolist()
            if self.index.sentences[place].start <= member.start < self.index.sentences[place].end
            and member.end
        )

    @cached_property
    def having(self) -> dict[str, set[str]]:
        """For each name of a few words of what documents share, in lower case, who has it."""
        found: dict[str, set[str]] = {}
        for shared in self.collection.properties:
            for name in (shared.name, *shared.asked):
                if name.count(" ") < LONGEST and content(name):
                    having = found.setdefault(name.lower(), set())
                    having.update(member.document_id for member in shared.members)
        return found

    @cached_property
    def texts(self) -> dict[str, list[str]]:
        """For a level of the index each row's text; a sentence's own words as ''."""
        by_id, documents = self.collection.by_id, self.collection.documents
        sentences = ((by_id[s.document_id], s) for s in self.index.sentences)
        asked = (*(d.unsaid for d in documents), *(usual.asked for usual in self.collection.usual))
        return {
            "wordings": [text for d, s in sentences for text in ("", *plain_wordings(d, s))],
            "unsaid": [text for texts in asked for text in texts],
        }

    @cached_property
    def forms(self) -> dict[str, ReadByRow[str]]:
        """For a level how each row's text asks."""
        return {level: ReadByRow(texts, question_form) for level, texts in self.texts.items()}

    @cached_property
    def wording_stems(self) -> ReadByRow[tuple[str, ...]]:
        """The stems of each wording."""
        return ReadByRow(self.texts["wordings"], stems)

    def said(self, sentences: Iterable[int]) -> Ints:
        """The rows of those sentences and of their wordings."""
        return np.concatenate([self.index.rows_of("wordings", number) for number in sentences])

    def unsaid(self, names: Sequence[str], asked: frozenset[str]) -> Ints:
        """The rows of what those documents are known not to say.

        Questions on another year or number than is `asked` are left out, and usual ones that any of
        them tells.
        """
        own = [self._unsaid[name] for name in names]
        rows = [plain for plain, _ in own]
        rows.append(np.array([row for _, of in own for row, told in of if told <= asked], np.int64))
        untold = frozenset.intersection(*(self.collection.usual_untold[name] for name in names))
        return np.concatenate([*rows, self._rows_of_usual(untold)])

    def _usual(self, numbers: frozenset[int]) -> Ints:
        """The rows of those usual questions."""
        first, none = len(self.collection.documents), np.zeros(0, np.int64)
        found = (self.index.rows_of("unsaid", first + number) for number in sorted(numbers))
        return np.concatenate([none, *found])

    @cached_property
    def _unsaid(self) -> dict[str, tuple[Ints, list[tuple[int, frozenset[str]]]]]:
        """For each document its rows without years or numbers, and the others with these."""
        found = {}
        for number, document in enumerate(self.collection.documents):
            rows = self.index.rows_of("unsaid", number)
            told = [figures(text) for text in document.unsaid]
            others = [(row, of) for row, of in zip(rows.tolist(), told, strict=True) if of]
            found[document.id] = rows[[not of for of in told]], others
        return found


def _pairs(found: Iterable[tuple[int, int]]) -> tuple[Ints, Ints]:
    """What stands first in each pair, and what stands second."""
    first, second = np.array(list(found), np.int64).reshape(-1, 2).T
    return first, second
