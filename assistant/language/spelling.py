"""A slip of the pen in, the word that was meant out. A real word, however rare, is left alone."""

from collections.abc import Mapping
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.language.english import REAL_WORD, commonest, commonness, is_real
from assistant.language.words import stem, stems_of

SHORTEST_SLIP = 4
SHORTEST_COMMON = 5  # letters of a slip of a word that no text here holds
LONG = 10  # letters from which what only looks like an inflection (`constelations`) is a slip
COMMON = 30_000


def nearest_word(word: str, spellings: Mapping[str, str], is_name: bool = False) -> str | None:
    """The word that `word` is a slip of, or None where it is none or nothing is near.

    `spellings` maps the collection's words, in lower case, to how it writes them. A word is near
    within one edit, or two from ten letters on (optimal string alignment), when its first letter is
    the same; of several as near, the collection's comes first, then the commonest in English. Where
    it is written as a name is, only the collection's is, and two edits are near from eight letters.
    One all in capitals (`TUPE`) is a slip of no word in small letters.
    """
    plain = word.lower()
    if len(plain) < SHORTEST_SLIP or not plain.isalpha():
        return None
    if spellings.get(plain, "").lower() == plain:
        return None
    if is_real(plain) or (plain.endswith("s") and is_real(plain[:-1])):  # `locums`
        return None
    if len(plain) < LONG and stem(plain) in common_stems():
        return None
    common = {} if is_name or len(plain) < SHORTEST_COMMON else common_by_letter()
    allowed = 1 if len(plain) < (8 if is_name else 10) else 2
    candidates = [
        (distance, spelling not in spellings, -commonness(spelling, REAL_WORD), spelling)
        for known in (spellings.keys(), common.get(plain[0], ()))
        for spelling, distance, _ in process.extract(
            plain, known, scorer=OSA.distance, score_cutoff=allowed, limit=3
        )
        if spelling[0] == plain[0]
    ]
    best = min(candidates, default=None)
    meant = spellings.get(best[3], best[3]) if best else None
    return None if meant and meant.islower() and word.isupper() else meant


@cache
def common_words() -> tuple[str, ...]:
    """The commonest English words: what a slip may stand for beside the collection's own words."""
    return tuple(w for w in commonest(COMMON) if w.isalpha() and len(w) >= SHORTEST_SLIP)


@cache
def common_by_letter() -> dict[str, list[str]]:
    """The same, by their first letter, which a slip has too."""
    found: dict[str, list[str]] = {}
    for word in common_words():
        found.setdefault(word[0], []).append(word)
    return found


@cache
def common_stems() -> frozenset[str]:
    """The stems of the commonest English words: an inflection of one is no slip."""
    return frozenset(stems_of(common_words()))
