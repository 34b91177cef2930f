"""Two things that documents share are named (`perpetrators of domestic abuse`): who lacks one."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from assistant.language.phrases import any_as_written
from assistant.language.words import language, words
from assistant.reading.question import SHARED, Question
from corpus.types import Collection, Document
from index.types import Floats

LONGEST = 3  # words of a name for what documents share
BROAD = 1 / 3  # of all documents; what more of them have narrows nothing (`young people`)
LIKELY, CERTAIN = 0.5, 0.9  # the probabilities of one that has all, and of one that stays all the same


def lacks_one(
    documents: Sequence[Document], likely: Floats, question: Question, collection: Collection
) -> npt.NDArray[np.bool_]:
    """[documents]: whether a document lacks one of the things named, where a likely one has all.

    Not one that is all but certain to belong: `likely`, each one's probability.
    """
    named = _named(question, collection)
    lacks = np.array([not all(d.id in having for having in named) for d in documents], np.bool_)
    told = len(named) > 1 and likely[~lacks].max(initial=0.0) >= LIKELY
    return lacks & (likely < CERTAIN) & told


def _named(question: Question, collection: Collection) -> list[set[str]]:
    """For each thing named the ids of the documents that have it; those in a row are one thing.

    None where one thing or another is asked for.
    """
    text, last = question.asking, 0
    found: list[set[str]] = []
    if any_as_written(language()["alternatives"], text):
        return found
    for start, end, having in _spans(question, text, collection):
        row = any(joint in text[last:start].split() for joint in ("and", ",")) if found else False
        if row:
            found[-1] |= having
        elif having:
            found.append(set(having))
        last = end
    most = BROAD * len(collection.counted)
    return [having for having in found if len(having) <= most]


def _spans(
    question: Question, text: str, collection: Collection
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where each thing that documents share is named, and which of them have it, but for names."""
    spoken, position = words(text), 0
    while position < len(spoken):
        for length in range(LONGEST, 0, -1):
            part = spoken[position : position + length]
            having = collection.named.get(" ".join(word.text.lower() for word in part))
            if having:
                yield part[0].start, part[-1].end, having
                position += length
                break
        else:
            position += 1
