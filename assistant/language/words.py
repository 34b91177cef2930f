"""Words with their places in a text, their stems, and the lists of `language.yaml`."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import Stemmer
import yaml

from corpus.yaml_file import FAST

_PART = r"[^\W_]+(?:'(?!s(?![^\W_]|'[^\W_]))[^\W_]+)*"
_WORD = re.compile(rf"({_PART}|&)(?:(?<!&)'s)?")  # hyphens part words, a possessive is left off
_FIGURE = re.compile(r"(?<![^\W_])\d[^\W_]*")
_STEMMER = Stemmer.Stemmer("english")


class Word(NamedTuple):
    """One word of a text: as written, its stem in lower case, and where it stands."""

    text: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; a possessive 's is left off, hyphens part words."""
    plain = text.replace("\u2019", "'")
    spans = [found.span(1) for found in _WORD.finditer(plain)]
    return tuple([Word(plain[a:b], stem(plain[a:b]), a, b) for a, b in spans])


def as_written(text: str) -> list[str]:
    """Each word as it stands in the text, and nothing else of it."""
    return _WORD.findall(text.replace("\u2019", "'"))


def bare_words(text: str) -> list[tuple[str, int]]:
    """Each word as it stands in the text, and where it begins; no stems are found."""
    return [(found[1], found.start(1)) for found in _WORD.finditer(text.replace("\u2019", "'"))]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The English stem of a word, in lower case."""
    return str(_STEMMER.stemWord(word.lower()))


def stems_of(lower: Sequence[str]) -> list[str]:
    """The stem of each word, all in lower case; nothing of them is remembered."""
    return list(_STEMMER.stemWords(lower))


@lru_cache(maxsize=16384)
def figures(text: str) -> frozenset[str]:
    """The numbers and years of a text that are written in digits."""
    return frozenset(_FIGURE.findall(text))


@lru_cache(maxsize=16384)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(map(stem, as_written(text)))


@lru_cache(maxsize=4096)
def stem_set(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stems(text))


@cache
def language() -> dict[str, Any]:
    """The word lists of `language.yaml`, by name."""
    text = (files("assistant.language") / "language.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=FAST))


@cache
def listed_stems(name: str) -> frozenset[str]:
    """The stems of the words in that list of `language.yaml`."""
    return frozenset(map(stem, language()[name]))


def is_proper(word: Word, text: str) -> bool:
    """Whether a word of a text has a capital letter and no sentence begins with it."""
    return word.text[0].isupper() and text[: word.start].rstrip()[-1:] not in ("", ".", "?", "!")


@cache
def filler_stems() -> frozenset[str]:
    """Stems that carry no subject: question words, auxiliaries, `project`, and their like."""
    listed = {stem(word) for word in language()["filler_words"]}
    english = "a an the of in on at to for from by with and or but not no as into onto per it its "
    english += "they them their this that these those he she him her his will may might"
    return frozenset(listed | {stem(word) for word in english.split()})


@cache
def adverb_stems() -> frozenset[str]:
    """Stems that may stand inside a phrase without changing what it names."""
    return frozenset(stem(word) for word in language()["adverbs"])


@lru_cache(maxsize=4096)
def content(text: str) -> tuple[Word, ...]:
    """The words that carry a subject."""
    kept, filler = language()["no_filler"], filler_stems()
    return tuple([w for w in words(text) if w.stem not in filler or w.text.lower() in kept])
