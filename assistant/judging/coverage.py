"""Whether a collection covers what is asked: signals, and their calibrated sum.

Logistic regressions weigh the signals. `benchmarks/calibrate.py` fits them and writes
`coverage.yaml`, which holds their weights, thresholds and how they were made.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.judging.membership import named_share
from assistant.judging.properties import nearest_properties
from assistant.judging.regression import models, probability
from assistant.judging.signals import Signals, read_signals
from assistant.judging.similarities import mean_by_rarity, word_similarities
from assistant.language.answer_kinds import lacks_attribute
from assistant.language.words import words
from assistant.reading.conditions import counted, held_shares
from assistant.reading.question import SHARED, outside_names
from index.ranker import Ranking

IN_DOUBT = (0.15, 0.85)  # the probabilities between which it may be told, and may not be
NAMED = 0.8  # mean cosine of the words asked about, from which a sentence names that
COUNTED = 0.6  # cosine of what is counted, under which nothing like it is told
PLAINLY = 0.1  # in mean MaxSim, from which what is unsaid is plainly nearer
LIKE = (
    0.7  # mean cosine of the words asked about, or cosine, beyond which a sentence is on the topic
)
LIKE_FEW = 0.77  # the same where a set is asked for in few words


def is_covered(signals: Signals) -> bool:
    """Whether the sentences say what was asked.

    They don't where no figure asked about is told, or their documents are of another name.
    """
    told = signals.figures > 0 and not signals.elsewhere
    return told and _passes("covered", signals._asdict())


def is_in_doubt(signals: Signals, model: str = "covered") -> bool:
    """Whether the sentences may say what was asked, and may not; for guidance, by `advised`.

    A property that is asked for by name and that none of them holds is plainly not told.
    """
    likely, (least, most) = _probability(model, signals._asdict()), IN_DOUBT
    return least <= likely < most and (bool(signals.attribute) or _passes(model, signals._asdict()))


def told_of(evidence: Evidence, chosen: Sequence[ScoredSentence]) -> tuple[bool, bool]:
    """Whether the set that is asked for has members, and whether that is in doubt.

    `chosen`: the sentences that answer best.
    """
    signals = list_signals(evidence, chosen)
    likely = _probability("told", signals)
    return _passes("told", signals), IN_DOUBT[0] <= likely < IN_DOUBT[1]


def list_signals(evidence: Evidence, chosen: Sequence[ScoredSentence]) -> dict[str, float]:
    """What speaks for and against a set having members: a question's signals and three more.

    `held`: 1 where the nearest of all properties is one that a document has. `held_share`: what
    such properties have of the nearness of all. `fact`: the share of the question's content words
    that name facts, times the greatest share of these that a document has. Names (`which councils`)
    are no property that lacks where nobody is named, as documents bring theirs.
    """
    question, collection = evidence.question, evidence.collection
    shares = nearest_properties(evidence).shares
    held = evidence.written.held
    facts = held_shares(counted(collection), question, collection).max(initial=0.0)
    text, asking = " ".join(s.passage.text for s in chosen), evidence.asked.asking
    shared = (target.facet in SHARED for m in question.mentions for target in m.targets)
    named = bool(question.documents) or any(shared)
    own = {
        "attribute": float(not lacks_attribute(asking, text, "" if named else "names")),
        "held": float(shares.argmax() in held) if len(shares) else 1.0,
        "held_share": float(shares[held].sum()) if len(shares) else 1.0,
        "fact": float(facts) * named_share(question),
    }
    return read_signals(evidence, chosen)._asdict() | own


def is_silent(evidence: Evidence, chosen: Sequence[ScoredSentence], each: bool = False) -> bool:
    """Whether they plainly don't say it: what is asked for or counted is missing, or unsaid.

    Stricter than not to be covered: of one row in a comparison, which is shown all the same. Of
    `each` of several that something is asked of, whether they are not covered.
    """
    signals = read_signals(evidence, chosen)
    if each:
        return not is_covered(signals)
    farther = signals.unsaid_late - signals.late >= PLAINLY
    missing = not signals.attribute or signals.counted < COUNTED
    return missing or (farther and not is_covered(signals))


def is_named(evidence: Evidence, sentence: ScoredSentence) -> bool:
    """Whether a sentence, or a wording of it, names what little is asked about, in like words."""
    asked = outside_names(evidence.asked)
    here = evidence.nearness("wordings", evidence.written.said([sentence.number]))
    similar = word_similarities(here.tokens, evidence.query.spans, asked)
    return float(mean_by_rarity(similar, asked)) >= NAMED


def advises(signals: Signals) -> bool:
    """Whether the sentences, of guidance, say what to do about what is asked."""
    return _passes("advised", signals._asdict())


def is_near(signals: Signals) -> bool:
    """Whether the collection holds something on the subject."""
    return _passes("subject", signals._asdict())


def is_worth_showing(signals: Signals, least: float = LIKE) -> bool:
    """Whether sentences that don't tell what is asked are still of use: of what is named, or like.

    Another topic's sentence under `the nearest` helps nobody. `least`: how like.
    """
    return bool(signals.named) or max(signals.rarity, signals.dense) > least


def is_unheard_of(signals: Signals) -> bool:
    """Whether no word asked about stands in any text, nor in what is written down of the sentences.

    `How do I get a mortgage?` has only the words of asking in common with what is nearest. Of texts
    of which nothing is written down, it can't be said.
    """
    return bool(signals.unsaid_dense) and not (signals.known or signals.worded)


def _passes(name: str, signals: Mapping[str, float]) -> bool:
    """By the threshold of the model of that name, the `bare` one where nothing is known unsaid."""
    return _probability(name, signals) >= float(_model(name, signals)["threshold"])


def _probability(name: str, signals: Mapping[str, float]) -> float:
    return float(probability(_model(name, signals), signals))


def _model(name: str, signals: Mapping[str, float]) -> dict[str, Any]:
    return dict(models("coverage")[name if signals["unsaid_dense"] else f"{name}_bare"])


def coverage_score(question: str, ranking: Ranking, spans: Sequence[tuple[int, int]]) -> float:
    """How likely passages alone cover a question; higher is likelier. For collections of passages.

    The mean of the best passage's mean MaxSim and of its least matched word.
    """
    if not len(ranking.ids):
        return 0.0
    best = int(np.argmax(ranking.late))
    similarities = word_similarities(ranking.tokens[:, best], spans, words(question))
    return (float(ranking.late[best]) + min(similarities.tolist(), default=0.0)) / 2
