"""`Ten or more councils` in a question, and where a text tells of so many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from math import inf

from assistant.language.words import adverb_stems, filler_stems, language, stem_set, stems, words

FEWEST = 3  # less is no amount: `two or more` is said of whatever is not alone
NEAR = 4  # words after a number in which what it counts is named
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """From `least` to `most` of what is counted: by any of these sets of stems; by none: of all."""

    least: float
    most: float
    counted: tuple[frozenset[str], ...]


@lru_cache(maxsize=1024)
def asked_amount(
    text: str, alike: tuple[tuple[str, ...], ...] = (), exact: bool = False
) -> Amount | None:
    """The amount that a set must have (`over 1,000 staff`, `five or more areas`); None without.

    `alike`: words for the same thing. `exact`: a bare number (`five councils`) is one too.
    """
    for found in _asked().finditer(text):
        value, rest = _value(found["number"]), found["counted"] or text[found.end() :]
        kind = found["before"] or found["after"]
        beyond = _is_over(found) and _group(rest, alike)  # `more than one council`
        few = value < FEWEST and not beyond
        if few or _is_year(found["number"]) or not _names_a_count(rest):
            continue
        if not kind and exact and _counted(rest, alike):
            return Amount(value, value, _counted(rest, alike))
        if not kind:
            continue
        bounds = language()["amounts"]
        kind = next(name for name, phrases in bounds.items() if kind.lower() in phrases)
        least, most = {
            "more_than": (value + 0.5, inf),
            "at_least": (value, inf),
            "fewer_than": (0.0, value - 0.5),
            "at_most": (0.0, value),
        }[kind]
        return Amount(least, most, _counted(rest, alike))
    return None


@lru_cache(maxsize=16384)
def told_at(text: str, amount: Amount) -> tuple[int, ...]:
    """Where a text tells of such an amount: the starts of the numbers. `Over 5` is more than 5."""
    places = []
    for found in _asked().finditer(text):
        value, rest = _value(found["number"]), text[found.end("number") :]
        value += _is_over(found) / 2
        if amount.least <= value <= amount.most and not _is_year(found["number"]):
            near = set(stems(rest)[:NEAR])
            counted = not amount.counted or any(one <= near for one in amount.counted)
            places += [found.start("number")] if counted and _names_a_count(rest) else []
    return tuple(places)


@lru_cache(maxsize=4096)
def numbers_in(text: str, spelt: bool = True) -> frozenset[float]:
    """The values of a text's numbers, years among them: in digits, and `spelt` in words too."""
    found = (match[0] for match in _number().finditer(text))
    return frozenset(_value(number) for number in found if spelt or number[0].isdigit())


def counted_things(text: str, alike: tuple[tuple[str, ...], ...] = ()) -> tuple[str, ...]:
    """What a text begins with, as written, and words for the same; empty where that is anything."""
    named = " ".join(w.text.lower() for w in words(text)[:2] if w.stem not in filler_stems())
    group = next((g for g in alike if any(named.endswith(name.lower()) for name in g)), (named,))
    return tuple(name.lower() for name in group if name)


def told_numbers(text: str, counted: tuple[str, ...], beside: frozenset[str]) -> list[float]:
    """The numbers of those things that a text tells, if it holds the stems `beside`; no years."""
    if not beside <= stem_set(text):
        return []
    values = []
    for found in _number().finditer(text):
        rest = text[found.end() :]
        near = " ".join(word.text.lower() for word in words(rest)[:NEAR])
        held = (name for name in counted if name in near)
        fits = not counted or any(re.search(rf"\b{re.escape(name)}\b", near) for name in held)
        if fits and _names_a_count(rest) and not _is_year(found[0]):
            values.append(_value(found[0]))
    return values


def _is_over(found: re.Match[str]) -> bool:
    """Whether more than the number is said before it."""
    return (found["before"] or "").lower() in language()["amounts"]["more_than"]


def _names_a_count(rest: str) -> bool:
    """Whether what follows a number is what it counts; no share, and no time."""
    first = stems(rest)[:1]
    return bool(first) and not rest.startswith("%") and first[0] not in language()["units"]


def _counted(rest: str, alike: Sequence[Sequence[str]]) -> tuple[frozenset[str], ...]:
    """What is counted, by the content words that come first in the rest of the question."""
    return _group(rest, alike) or tuple(frozenset([stem]) for stem in _first(rest))


def _first(rest: str) -> frozenset[str]:
    """The stems of the content words, two at most, that the rest of the question begins with."""
    following = [w.stem for w in words(rest)[:NEAR] if w.stem not in adverb_stems()]
    return frozenset(list(takewhile(lambda stem: stem not in filler_stems(), following))[:2])


def _group(rest: str, alike: Sequence[Sequence[str]]) -> tuple[frozenset[str], ...]:
    """All the words for what is counted, where it has several; else none."""
    first = _first(rest)
    named = ([frozenset(stems(name)) for name in group] for group in alike)
    return next((tuple(group) for group in named if any(one <= first for one in group)), ())


def _is_year(number: str) -> bool:
    return YEAR.fullmatch(number) is not None


def _value(number: str) -> float:
    """A number's value, in digits or in words (`five hundred`)."""
    first, *more = number.lower().split()
    value = float(first.replace(",", "")) if first[0].isdigit() else language()["numbers"][first]
    for word in more:
        value *= language()["numbers"][word]
    return float(value)


@cache
def _number() -> re.Pattern[str]:
    """A number in digits or words, and the hundred, thousand or million that it is of."""
    spelt = "|".join(language()["numbers"])
    return re.compile(
        rf"(?<![\w.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{spelt})(?:\s+(?:hundred|thousand|million))?\b",
        re.IGNORECASE,
    )


@cache
def _asked() -> re.Pattern[str]:
    """A number with what is said of it before, right after it, or after what it counts."""
    bounds = language()["amounts"]
    before, after = (
        "|".join(
            sorted(
                (phrase for phrases in bounds.values() for phrase in phrases
                 if phrase.startswith("or ") == behind),
                key=len, reverse=True,
            )
        )
        for behind in (False, True)
    )  # fmt: skip
    return re.compile(
        rf"(?:\b(?P<before>{before})\s+(?:an?\s+)?)?(?P<number>{_number().pattern})"
        rf"(?:(?P<counted>(?:\s+[\w-]+){{0,3}}?)\s+(?P<after>{after})\b)?",
        re.IGNORECASE,
    )
