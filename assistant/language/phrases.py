"""Phrases found in a text: those that are given, and those of a list of `language.yaml`."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from assistant.language.words import as_written, language, stem_set, stems, words

STOP = re.compile(r"[,.;:?!]")
Listed = dict[str, list[tuple[int, tuple[str, ...]]]]


def any_stands_in(phrases: Iterable[str], text: str) -> bool:
    """Whether the words of any phrase stand in the text one after another, inflected or not."""
    return _any_in(_spelt, phrases, text)


def find_phrases(phrases: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Where the words of each phrase stand in the text, inflected or not, as offsets."""
    phrases = tuple(phrases)
    if not any_stands_in(phrases, text):  # as is usual
        return []
    found, sequence, spelt, whole = [], words(text), stems(text), _spelt(text)
    for phrase in (stems(phrase) for phrase in phrases if _spelt(phrase) in whole):
        for first in range(len(spelt) - len(phrase) + 1):
            if spelt[first : first + len(phrase)] == phrase:
                found.append((sequence[first].start, sequence[first + len(phrase) - 1].end))
    return found


def any_as_written(phrases: Iterable[str], text: str) -> bool:
    """Whether those of any stand so in that very form, in any case: `adopted` is not `adoption`."""
    return _any_in(written, phrases, text)


@lru_cache(maxsize=64)
def in_any_case(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase as it stands between other words, in any case."""
    return re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)


def begins_as_written(phrases: Iterable[str], text: str) -> bool:
    """Whether the text begins with the words of any phrase, in that very form and any case."""
    words_of = written(text)
    by_first = _by_first(written, tuple(phrases))
    return any(map(words_of.startswith, by_first.get(words_of[1 : words_of.find(" ", 1)], ())))


def _any_in(form: Callable[[str], str], phrases: Iterable[str], text: str) -> bool:
    """Whether any phrase stands in the text, both in that form."""
    by_first = _by_first(form, tuple(phrases))
    opening = by_first.keys() & _words_in(form, text)
    return bool(opening) and any(p in form(text) for word in opening for p in by_first[word])


@lru_cache(maxsize=4096)
def _words_in(form: Callable[[str], str], text: str) -> frozenset[str]:
    """The words of a text in that form."""
    return frozenset(form(text).split())


@lru_cache(maxsize=1024)
def _by_first(form: Callable[[str], str], phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """By its first word each phrase in that form."""
    found: dict[str, list[str]] = {}
    for phrase in filter(str.strip, map(form, phrases)):
        found.setdefault(phrase.split()[0], []).append(phrase)
    return found


@lru_cache(maxsize=16384)
def written(text: str) -> str:
    """A text's words in lower case, with a blank before and after each."""
    return f" {' '.join(as_written(text)).lower()} "


@lru_cache(maxsize=16384)
def _spelt(text: str) -> str:
    """The stems of a text's words, with a blank before and after each."""
    return f" {' '.join(stems(text))} "


@cache
def _phrases(*names: str) -> Listed:
    """By its first stem each phrase of those lists after its length, the longest first."""
    found: Listed = {}
    every = {stems(phrase) for name in names for phrase in language()[name]}
    for phrase in sorted(every, key=len, reverse=True):
        found.setdefault(phrase[0], []).append((len(phrase), phrase))
    return found


def read_phrases() -> None:
    """Read every list of phrases, for which the first question that needs it would wait."""
    for name, listed in language().items():
        if isinstance(listed, list) and isinstance(listed[0], str):
            _phrases(name)


def _taken_up(listed: Listed, sequence: tuple[str, ...], first: int) -> int:
    """How many words the longest of the `listed` phrases takes up from there on; 0 if none."""
    for length, phrase in listed.get(sequence[first], ()):
        if sequence[first : first + length] == phrase:
            return length
    return 0


@lru_cache(maxsize=4096)
def find_phrase(name: str, text: str) -> tuple[int, int] | None:
    """The words (first, after last) where the first phrase of that list stands, longest first.

    None stands across a comma or another stop.
    """
    start, listed = 0, _phrases(name)
    if listed.keys().isdisjoint(stem_set(text)):
        return None
    for sequence in _between_stops(text):
        for first, stem in enumerate(sequence):
            length = _taken_up(listed, sequence, first) if stem in listed else 0
            if length:
                return start + first, start + first + length
        start += len(sequence)
    return None


@lru_cache(maxsize=4096)
def _between_stops(text: str) -> list[tuple[str, ...]]:
    """The stems of a text's words, parted where a comma or another stop stands between two."""
    spoken = words(text)
    if not spoken or not STOP.search(text, 0, spoken[-1].start):  # as is usual
        return [stems(text)]
    found: list[list[str]] = [[]]
    end = 0
    for word in spoken:
        if STOP.search(text, end, word.start):
            found.append([])
        found[-1].append(word.stem)
        end = word.end
    return [tuple(part) for part in found]


def has_phrase(name: str, text: str) -> bool:
    """Whether a phrase of that list stands anywhere in the text."""
    return find_phrase(name, text) is not None


def starts_with(name: str, text: str) -> int:
    """How many words the longest phrase of that list takes up at the text's start; 0 if none."""
    sequence = stems(text)
    return _taken_up(_phrases(name), sequence, 0) if sequence else 0


@lru_cache(maxsize=4096)
def consists_of(names: tuple[str, ...], text: str) -> bool:
    """Whether the text is made of phrases of those lists and nothing else."""
    sequence, listed, position = stems(text), _phrases(*names), 0
    while position < len(sequence):
        length = _taken_up(listed, sequence, position)
        if not length:
            return False
        position += length
    return bool(sequence)
