"""The cosines of a question's tokens in, those of its words out, and their mean."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assistant.language.english import commonness
from assistant.language.words import Word
from index.types import Floats

COMMONEST = 7.0  # the Zipf frequency at which a word is no rarer than `the`
RAREST = 2.0  # that under which one is no rarer than another: little of the list is read


def word_similarities(
    tokens: Floats, spans: Sequence[tuple[int, int]], asked: Sequence[Word]
) -> npt.NDArray[np.float64]:
    """[..., words]: the mean of `tokens` ([..., t], cosines) over each word's pieces.

    0 where a word has none.
    """
    weights = np.zeros((len(spans), len(asked)))
    for number, word in enumerate(asked):
        pieces = [i for i, (start, _) in enumerate(spans) if word.start <= start < word.end]
        if pieces:
            weights[pieces, number] = 1 / len(pieces)
    return np.asarray(tokens @ weights)


def mean_by_rarity(
    similar: npt.NDArray[np.float64], asked: Sequence[Word]
) -> npt.NDArray[np.float64]:
    """[...]: the mean of the words' similarities ([..., words]), weighted by how rare each is.

    1 where there are none.
    """
    if not asked:
        return np.ones(similar.shape[:-1])
    common = [max(RAREST, commonness(word.text.lower(), RAREST)) for word in asked]
    rarities = [max(0.5, COMMONEST - found) for found in common]
    return np.asarray(similar @ np.array(rarities) / sum(rarities))
