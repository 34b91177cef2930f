"""A collection in, the texts that its index holds, and what each of them belongs to, out."""

import re
from dataclasses import dataclass, field

from corpus.chunk import chunk, split_sentences
from corpus.types import Collection, Document, Passage
from index.types import Encoder

LEVELS = ("passages", "wordings", "unsaid", "phrases", "outside")
NOBODY = 0  # owns what is outside and has no reply; the replies are numbered from 1
SPECIAL_PIECES = 2  # the model's own start and end marks
PRONOUN = "it"  # stands for a document's name in wordings, and in questions held against them


@dataclass(slots=True)
class Level:
    """Texts of one kind.

    `texts` are encoded, `worded` is what BM25 reads of each, `owners` the number of the passage,
    sentence, document, property or reply that each belongs to; usual questions count on after
    documents.
    """

    texts: list[str] = field(default_factory=list)
    worded: list[str] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)

    def add(self, owner: int, text: str, worded: str = "") -> None:
        """One text more; BM25 reads the text itself unless told otherwise."""
        self.texts.append(text)
        self.worded.append(worded or text)
        self.owners.append(owner)


@dataclass(frozen=True, slots=True)
class Cut:
    """Every passage and sentence of a collection, and the texts that stand for them in an index."""

    passages: list[Passage]
    sentences: list[Passage]
    levels: dict[str, Level]


def cut(collection: Collection, encoder: Encoder) -> Cut:
    """The collection's texts, in its order.

    A passage and a sentence are encoded after their document's title and board, which often hold
    what they are about. A wording, and what is unsaid, is encoded without its document's name, so
    that none is nearer to a question just for naming it; BM25 reads the title with a wording.
    """
    passages: list[Passage] = []
    sentences: list[Passage] = []
    levels = {name: Level() for name in LEVELS}
    for number, document in enumerate(collection.documents):
        prefix = encoder.count(embedded_text(document, ""))
        budget = max(encoder.max_pieces - SPECIAL_PIECES - prefix, encoder.max_pieces // 2)
        for passage in chunk(document, budget, encoder.count):
            levels["passages"].add(len(passages), embedded_text(document, passage.text))
            passages.append(passage)
        for sentence in split_sentences(document):
            levels["wordings"].add(len(sentences), embedded_text(document, sentence.text))
            for wording in plain_wordings(document, sentence):
                text = nameless(document, wording)
                levels["wordings"].add(len(sentences), text, embedded_text(document, wording))
            sentences.append(sentence)
        for question in document.unsaid:
            levels["unsaid"].add(number, nameless(document, question), question)
    for number, usual in enumerate(collection.usual, start=len(collection.documents)):
        for question in usual.asked:
            levels["unsaid"].add(number, question)
    for number, shared in enumerate(collection.properties):
        for phrase in (shared.name, *shared.asked):
            levels["phrases"].add(number, phrase)
    for question in collection.off_topic:
        levels["outside"].add(NOBODY, question)
    for number, entry in enumerate(collection.itself, start=1):
        for question in entry.asked:
            levels["outside"].add(number, question)
    return Cut(passages, sentences, levels)


def embedded_text(document: Document, text: str) -> str:
    """What is embedded and indexed for a span: the document's title and board stand before it."""
    return f"{document.title}. {document.board}. {text}"


def nameless(document: Document, text: str) -> str:
    """The text with `PRONOUN` for the document's name and aliases."""
    names = {document.name, document.name.split(":")[0], *document.aliases}
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"\b(?:the\s+)?(?:{longest_first})(?!\w)", PRONOUN, text, flags=re.IGNORECASE)


def plain_wordings(document: Document, sentence: Passage) -> list[str]:
    """What the collection's keepers wrote to say that sentence in everyday words; searched only."""
    return [w.text for w in document.plain if sentence.start <= w.start < sentence.end]
