"""Which sentences advise on what is asked, and which show it done: signals for each, weighed.

Logistic regressions weigh them; `benchmarks/calibrate.py` fits these to questions for which people
said of every sentence whether it advises or shows it, and writes `membership.yaml`.
"""

from collections.abc import Sequence

import numpy as np

from assistant.finding.evidence import Evidence
from assistant.finding.kept import kept
from assistant.judging.properties import (
    greatest_of_pairs,
    nearest_properties,
    shares_of_documents,
)
from assistant.judging.regression import models, probability
from assistant.judging.similarities import mean_by_rarity, word_similarities
from index.types import Floats, Ints

BEARS = 0.35  # the probability to advise from which a sentence is of use to who asks for advice
SHORT = 600  # characters up to which a text of guidance is about one thing


def likely_to_advise(evidence: Evidence, places: Sequence[int]) -> tuple[Floats, float]:
    """[places]: the probability that each sentence of guidance advises on what is asked.

    And the share of the likeliest one's from which another is shown. `places`: in what was looked
    at; at least one.
    """
    model = models("membership")["guidance"]
    return probability(model, advising_signals(evidence, places)), float(model["least"])


def bearing(evidence: Evidence, document_id: str) -> set[int]:
    """The numbers of the sentences of that text of guidance that may advise on what is asked.

    Those at least half as likely as its likeliest; none where that is not likely enough.
    """
    numbers, counted = evidence.scores.numbers.tolist(), evidence.collection.counted
    texts = [evidence.index.sentences[number].document_id for number in numbers]
    places = [place for place, name in enumerate(texts) if name not in counted]
    likely, _ = likely_to_advise(evidence, places)
    own = {numbers[p]: x for p, x in zip(places, likely, strict=True) if texts[p] == document_id}
    best = max(own.values())
    return {number for number, x in own.items() if x >= best / 2} if best >= BEARS else set()


def likely_to_show(evidence: Evidence, places: Sequence[int]) -> tuple[Floats, float]:
    """[places]: the probability that each sentence of a story shows it done; the least to be shown.

    `places`: as above.
    """
    name = "practice" if evidence.collection.properties else "practice_bare"
    model = models("membership")[name]
    return probability(model, showing_signals(evidence, places)), float(model["least"])


def advising_signals(evidence: Evidence, places: Sequence[int]) -> dict[str, Floats]:
    """What speaks for each sentence of guidance advising on what is asked: [places] each.

    `score`; `rarity`, the mean over the question's content words of the greatest cosine to each,
    weighted by how rare the word is; `score_gap`, how far it lies below the best of them. Of all of
    these in its text: `text_score` and `text_rarity`, the greatest; `text_dense_gap`, how far the
    greatest cosine lies below that of the best text. `short`: 1 where the text is short.
    """
    signals = _signals(evidence, places)
    chosen = np.array(places)
    of_texts = evidence.written.documents[evidence.scores.numbers[chosen]]
    dense = _greatest(evidence.scores.dense[chosen], of_texts)
    ends = [evidence.collection.documents[number].body_end for number in of_texts.tolist()]
    return signals | {
        "text_score": _greatest(signals["score"], of_texts),
        "text_rarity": _greatest(signals["rarity"], of_texts),
        "text_dense_gap": dense.max() - dense,
        "short": np.array([end <= SHORT for end in ends], np.float32),
    }


def showing_signals(evidence: Evidence, places: Sequence[int]) -> dict[str, Floats]:
    """What speaks for each sentence of a story showing it done: [places] each.

    `score`, `rarity`, `score_gap`: as above. `shared_dense`: the cosine of the nearest of the
    properties that the sentence shows. `shared`: what all of its document's properties have of the
    nearness of all.
    """
    nearest, written = nearest_properties(evidence), evidence.written
    numbers = evidence.scores.numbers[np.array(places)]
    shown = greatest_of_pairs(nearest.dense, written.shown, len(evidence.index.sentences))
    shares = shares_of_documents(evidence)[written.documents[numbers]]
    own = {"shared_dense": shown[numbers], "shared": shares}
    return _signals(evidence, places) | own


def _signals(evidence: Evidence, places: Sequence[int]) -> dict[str, Floats]:
    chosen = np.array(places)
    score = evidence.scores.scores[chosen]
    return {"score": score, "score_gap": score.max() - score, "rarity": _rarity(evidence)[chosen]}


@kept  # of one question, which asks it of guidance and of stories
def _rarity(evidence: Evidence) -> Floats:
    """[n]: `rarity`, as above, of each sentence looked at."""
    tokens, asked = evidence.scores.greatest.T, evidence.asked.subjects
    similar = word_similarities(tokens, evidence.query.spans, asked)
    return np.asarray(mean_by_rarity(similar, asked))


def _greatest(values: Floats, groups: Ints) -> Floats:
    """For each value the greatest of its group."""
    best = np.full(groups.max() + 1, -np.inf)
    np.maximum.at(best, groups, values)
    return np.asarray(best[groups])
