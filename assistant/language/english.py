"""The one door to wordfreq: how common a word is in English.

The library takes longer to import and load than all else that a question needs, so its list is read
without it. The list has the form that `wordfreq.read_cBpack` documents, gzipped msgpack: a header,
then for each hundredth of a Zipf frequency (log10 of occurrences in a billion words), from 9 down,
the words that are so frequent.
"""

import gzip
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import distribution
from itertools import islice
from pathlib import Path
from threading import Lock

import msgpack

LIST = "wordfreq/data/large_en.msgpack.gz"
HEADER = {"format": "cB", "version": 1}
STEPS = 900  # from a Zipf frequency of 9 to none
REAL_WORD = 1.9  # the Zipf frequency of a word that is real
FIGURE = 4.5  # about that of a number of two digits, or a year
_DIGIT, _NUMBER = re.compile(r"\d"), re.compile(r"\d[\d.,]")


def is_real(word: str) -> bool:
    """Whether a word, letters in lower case, is as frequent as a real one is."""
    least = REAL_WORD if word.isascii() else 0.0
    return commonness(word, least) >= REAL_WORD


def commonness(word: str, least: float = 0.0) -> float:
    """The Zipf frequency of a word in lower case, 0 where it is not listed; `FIGURE` with a digit.

    One below `least` may come out as 0 too, which takes less reading.
    """
    return FIGURE if _DIGIT.search(word) else _list().frequency(word, least)


def commonest(count: int) -> list[str]:
    """That many of the commonest English words, the commonest first; long numbers are none."""
    return list(islice((w for w in _list().words(REAL_WORD) if not _NUMBER.match(w)), count))


class _List:
    """The list, read from its commonest words on, no further than was asked for."""

    def __init__(self) -> None:
        self._found: dict[str, float] = {}
        self._left, self._lowest, self._reading = _steps(), STEPS / 100, Lock()

    def frequency(self, word: str, least: float) -> float:
        """The Zipf frequency of a word, 0 where none down to `least` was it."""
        found = self._found.get(word, 0.0)
        if found or self._lowest <= least:
            return found
        with self._reading:
            while word not in self._found and self._lowest > least:
                words, self._lowest = next(self._left, ((), 0.0))
                self._found |= dict.fromkeys(words, self._lowest)
        return self._found.get(word, 0.0)

    def words(self, least: float) -> list[str]:
        """The words down to `least` and perhaps rarer ones, the commonest first."""
        self.frequency("", least)  # which stands nowhere
        return list(self._found)


@cache
def _list() -> _List:
    return _List()


def _steps() -> Iterator[tuple[Sequence[str], float]]:
    """Each step's words and their Zipf frequency."""
    path = Path(str(distribution("wordfreq").locate_file(LIST)))
    with gzip.open(path) as file:
        unpacker = msgpack.Unpacker(file, raw=False)
        held = unpacker.read_array_header() - 1
        header = unpacker.unpack()
        if header != HEADER:
            raise ValueError(f"{path}: a word list of form {header}, not {HEADER}")
        for step in range(min(held, STEPS)):
            yield unpacker.unpack(), (STEPS - step) / 100
