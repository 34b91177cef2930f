"""Meanings in, batches of pairs out: two texts of one meaning, among others that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import numpy.typing as npt

from tuning.texts import Meaning

SIZE = 32  # pairs in a batch, each of another meaning; the last ones may have half as many
QUOTED = 0.35  # the share of wordings that are paired with a document's own words
UNLIKE = 20  # texts at most that are near to a batch's meanings and not said by them
ALIKE = 0.6  # the Jaccard index of their documents from which two properties are not told apart


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one meaning; `document`: the id of the one whose words the second is, or ''."""

    meaning: Meaning
    text: str
    other: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Each of `texts` [n] belongs to the one of `others` [m] in its place, and to no one else.

    `left_out`: [n, m], True where two may mean the same all the same, and are not told apart.
    """

    texts: list[str]
    others: list[str]
    left_out: npt.NDArray[np.bool_]


def make_batches(meanings: Sequence[Meaning], random: Random) -> list[Batch]:
    """Each wording once at most, in random order and company.

    Left out are the last of too few meanings, and one that has no other text of its meaning.
    """
    waiting = [pair for meaning in meanings for pair in _pairs(meaning, random)]
    random.shuffle(waiting)
    batches = []
    while waiting:
        chosen: list[Pair] = []
        later: list[Pair] = []
        for pair in waiting:
            fits = len(chosen) < SIZE and all(pair.meaning is not c.meaning for c in chosen)
            (chosen if fits else later).append(pair)
        if len(chosen) < SIZE // 2:  # what is left over is of too few meanings to be told apart
            break
        batches.append(_batch(chosen, random))
        waiting = later
    return batches


def _pairs(meaning: Meaning, random: Random) -> Iterator[Pair]:
    """Each wording with another one, or with a document's own words."""
    left = random.sample(meaning.wordings, len(meaning.wordings))
    while left:
        text = left.pop()
        if left and (random.random() >= QUOTED or not meaning.quoted):
            yield Pair(meaning, text, left.pop())
        elif meaning.quoted:
            document, words = random.choice(meaning.quoted)
            yield Pair(meaning, text, words, document)


def _batch(pairs: Sequence[Pair], random: Random) -> Batch:
    near = [pair.meaning for pair in pairs if pair.meaning.unlike]
    unlike = [
        random.choice(meaning.unlike) for meaning in random.sample(near, min(UNLIKE, len(near)))
    ]
    left_out = np.zeros((len(pairs), len(pairs) + len(unlike)), np.bool_)
    for row, one in enumerate(pairs):
        for column, other in enumerate(pairs):
            left_out[row, column] = row != column and _may_be_same(one, other)
    return Batch([p.text for p in pairs], [*(p.other for p in pairs), *unlike], left_out)


def _may_be_same(one: Pair, other: Pair) -> bool:
    """Whether the other's second text may mean what the one's first does."""
    mine, theirs = one.meaning.documents, other.meaning.documents
    if other.other in one.meaning.wordings or one.text in other.meaning.wordings:
        return True
    if other.document:
        return other.document in mine
    return bool(mine) and len(mine & theirs) >= ALIKE * len(mine | theirs)
