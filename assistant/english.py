"""The one door to wordfreq: how common a word is in English.

The library takes longer to import and load than all else that a question needs, so its list is read
without it. The list has the form that `wordfreq.read_cBpack` documents, gzipped msgpack: a header,
then for each hundredth of a Zipf frequency (log10 of occurrences in a billion words), from 9 down,
the words that are so frequent.
"""

import gzip
import re
from functools import cache
from importlib.metadata import distribution
from itertools import islice
from pathlib import Path

import msgpack

LIST = "wordfreq/data/large_en.msgpack.gz"
HEADER = {"format": "cB", "version": 1}
STEPS = 900  # from a Zipf frequency of 9 to none
REAL_WORD = 1.9  # the Zipf frequency of a word that is real
REAL_STEPS = STEPS - round(REAL_WORD * 100) + 1
_NUMBER = re.compile(r"\d[\d.,]")


def is_real(word: str) -> bool:
    """Whether a word, letters in lower case, is as frequent as a real one is."""
    return word in _listed(REAL_STEPS) if word.isascii() else commonness(word) >= REAL_WORD


def commonness(word: str) -> float:
    """The Zipf frequency of a word in lower case, 0 where it is not listed."""
    if not (word.isascii() and word.isalpha()):
        from wordfreq import zipf_frequency  # figures and accents are taken apart before the list

        return float(zipf_frequency(word, "en"))
    found = _listed(REAL_STEPS).get(word)
    return _listed(STEPS).get(word, 0.0) if found is None else found


def commonest(count: int) -> list[str]:
    """That many of the commonest English words, the commonest first; long numbers are none."""
    return list(islice((w for w in _listed(REAL_STEPS) if not _NUMBER.match(w)), count))


@cache
def _listed(steps: int) -> dict[str, float]:
    """The words of the list's first steps, the commonest first, with their Zipf frequencies."""
    path = Path(str(distribution("wordfreq").locate_file(LIST)))
    found: dict[str, float] = {}
    with gzip.open(path) as file:
        unpacker = msgpack.Unpacker(file, raw=False)
        held = unpacker.read_array_header() - 1
        header = unpacker.unpack()
        if header != HEADER:
            raise ValueError(f"{path}: a word list of form {header}, not {HEADER}")
        for step in range(min(held, steps)):
            found |= dict.fromkeys(unpacker.unpack(), (STEPS - step) / 100)
    return found
