"""A document in, its sentences and passages out, each with its offsets in the document's text."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from sentencex import get_sentence_boundaries

from corpus.types import Document, Passage

_NUMBER = re.compile(r"\s*\d{1,2}[.)]\s*")


def split_sentences(document: Document) -> list[Passage]:
    """The sentences of the document's body, in order; none crosses a line break."""
    return [s for start, end in _lines(document) for s in _sentences(document, start, end)]


@lru_cache(maxsize=1024)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order; none crosses a line break."""
    return tuple(
        piece
        for line in text.splitlines()
        for start, end in _boundaries(line)
        if (piece := line[start:end].strip())
    )


def chunk(document: Document, budget: int, count: Callable[[str], int]) -> list[Passage]:
    """Passages of whole sentences, in order, each of at most `budget` by `count` (word pieces).

    Lines (paragraphs) stay together where they fit; a sentence that alone is over the budget is
    cut between words.
    """
    pieces: list[tuple[int, int]] = []
    for start, end in _lines(document):
        if count(document.text[start:end]) <= budget:
            pieces.append((start, end))
        else:
            for sentence in _sentences(document, start, end):
                pieces += _cut(document.text, sentence.start, sentence.end, budget, count)
    return [_passage(document, s, e) for s, e in _pack(document.text, pieces, budget, count)]


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    start = 0
    for line in document.text[: document.body_end].splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            offset = start + line.index(stripped)
            yield offset, offset + len(stripped)
        start += len(line)


def _sentences(document: Document, start: int, end: int) -> Iterator[Passage]:
    line = document.text[start:end]
    for first, last in _boundaries(line):
        piece = line[first:last]
        if piece.strip():
            first += start + len(piece) - len(piece.lstrip())
            yield _passage(document, first, first + len(piece.strip()))


def _boundaries(line: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a line begins and ends; the number of a list's line is of it."""
    found = [(b["start_index"], b["end_index"]) for b in get_sentence_boundaries("en", line)]
    numbered = bool(found) and _NUMBER.fullmatch(line[: found[0][1]]) is not None
    if numbered and found[1:]:
        found[:2] = [(found[0][0], found[1][1])]
    yield from found


def _cut(
    text: str, start: int, end: int, budget: int, count: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    """Spans of whole words within the budget; a single word over it is halved until it fits."""
    while count(text[start:end]) > budget:
        low, high = start + 1, end
        while low + 1 < high:  # the longest prefix that fits: the count grows with the length
            middle = (low + high) // 2
            low, high = (middle, high) if count(text[start:middle]) <= budget else (low, middle)
        space = text.rfind(" ", start + 1, low)
        stop = space if space > start else low
        yield start, stop
        start = stop + 1 if space > start else stop
    yield start, end


def _pack(
    text: str, pieces: list[tuple[int, int]], budget: int, count: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    """Neighbouring pieces joined for as long as they fit."""
    current: tuple[int, int] | None = None
    for start, end in pieces:
        if current and count(text[current[0] : end]) <= budget:
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _passage(document: Document, start: int, end: int) -> Passage:
    return Passage(document.id, start, end, document.text[start:end])
