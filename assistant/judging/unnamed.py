"""Names are asked for (`which councils?`), and texts only count them (`four other councils`)."""

import re
from collections.abc import Iterable
from functools import cache

from assistant.language.phrases import find_phrase, has_phrase
from assistant.language.words import language, listed_stems, stem, words
from assistant.reading.question import Question
from corpus.types import Passage

ASKED = 3  # words after `which` of which one says what is asked for
COUNTED = 4  # words after a number in which stands what it counts
_STOP = re.compile(r"[^\w\s'&-]")
GIVING = (":", "(", "including", "namely", "such as")  # what names follow


def only_counted(question: Question, quotes: Iterable[Passage]) -> bool:
    """Whether names of councils or the like are asked for, and the quotes count but name none."""
    asked = _asked(question.asking)
    numbered = len(asked) == 1 and asked <= set(language()["numbers"])  # `which four?`
    if not (has_phrase("naming_them", question.asking) or numbered or _bodies() & asked):
        return False
    texts = [quote.text for quote in quotes]
    return any(map(counts_bodies, texts)) and not any(_names(text, asked) for text in texts)


def _asked(text: str) -> set[str]:
    """The stems of the words right after `which` or `the names of`."""
    found = find_phrase("naming_of", text)
    if not found:
        return set()
    after = text[words(text)[found[1] - 1].end :]
    return {word.stem for word in words(_STOP.split(after)[0])[:ASKED]}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(stem, language()["bodies"]))


@cache
def _forms() -> frozenset[str]:
    """One or several of them as written; by its stem `provide` would be a provider."""
    bodies = [word.lower() for word in language()["bodies"]]
    return frozenset(f for w in bodies for f in (w, f"{w}s", f"{w.removesuffix('y')}ies"))


def counts_bodies(text: str) -> bool:
    """Whether a text counts councils, areas or the like (`seven areas`)."""
    told = words(text)
    return any(
        any(after.text.lower() in _forms() for after in told[place + 1 : place + 1 + COUNTED])
        for place, word in enumerate(told)
        if (word.text.isdigit() or word.text.lower() in language()["numbers"])
        and not (place and told[place - 1].stem == "the")  # `the two LAs`, named before
    )


def _names(text: str, asked: set[str]) -> bool:
    """Whether one is named: by a capital letter (`Wiltshire County Council`), or after a colon.

    A trust is none where places, or what governs them, are `asked` for.
    """
    placed = listed_stems("placed_bodies")
    named = placed if placed & asked else _bodies()
    written = any(w.text.istitle() and w.stem in named for w in words(text)[1:])
    return written or any(sign in text for sign in GIVING)
