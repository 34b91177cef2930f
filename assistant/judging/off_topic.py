"""Whether a question is on another subject than the collection, whatever sentence seems near.

A message about the assistant itself (`how does this work?`) is on another subject too.
"""

import numpy as np

from assistant.finding.evidence import Evidence
from assistant.judging.regression import models, probability
from assistant.language.phrases import any_stands_in
from assistant.language.words import content
from index.texts import NOBODY
from index.types import Floats

TOLD = ("wordings", "unsaid", "phrases")  # the levels of the index that are on its subject
OUTSIDE = "outside"  # the one that is not
LIKE = 0.75  # the cosine from which one is like what is asked of the assistant itself
SAME = 0.95  # and from which it is as good as the same


def topic_signals(evidence: Evidence) -> dict[str, float]:
    """The greatest cosine of the question to each level on the subject, and to the one that is not.

    `known`: how many of its content words stand in a text of the collection.
    """
    found = {level: float(evidence.cosines(level).max(initial=0.0)) for level in TOLD}
    found[OUTSIDE] = float(outside(evidence).max(initial=0.0))
    found["known"] = float(sum(map(evidence.knows, content(evidence.question.text))))
    return found


def outside(evidence: Evidence) -> Floats:
    """[n]: the cosine of the question to each text that is not on the subject.

    Those about the assistant itself count where they are like it.
    """
    cosines, owners = evidence.cosines(OUTSIDE), evidence.index.owners[OUTSIDE]
    return np.where((owners == NOBODY) | (cosines >= LIKE), cosines, 0.0)


def may_be_off_topic(evidence: Evidence) -> bool:
    """Whether it names no document but by a place, where other things happen too.

    Nor speaks of those that are counted (`which projects ...?`).
    """
    question = evidence.question
    counted = evidence.collection.settings.collection.counted
    if any(any_stands_in((kind.one, kind.many), question.text) for kind in counted):
        return False
    named = [mention for mention in question.mentions if mention.names("document")]
    return all(any(target.facet == "place" for target in m.targets) for m in named)


def is_off_topic(evidence: Evidence) -> bool:
    """Whether it asks what people ask on other subjects, and names nothing here but a place.

    Or all but the same as what is asked of the assistant itself. Never where no such questions were
    written down.
    """
    if not may_be_off_topic(evidence) or not len(evidence.cosines(OUTSIDE)):
        return False
    model, signals = models("coverage")["on_topic"], topic_signals(evidence)
    unlikely = float(probability(model, signals)) < float(model["threshold"])
    return unlikely or (signals[OUTSIDE] >= SAME and bool(reply_about_itself(evidence)))


def reply_about_itself(evidence: Evidence) -> str:
    """The collection's reply to what is asked of the assistant itself; empty for all else.

    That is what comes as near to such a message as to anything else in the index.
    """
    cosines = outside(evidence)
    row = int(np.argmax(cosines))
    number = int(evidence.index.owners[OUTSIDE][row])
    told = max(float(evidence.cosines(level).max(initial=0.0)) for level in TOLD)
    if number == NOBODY or cosines[row] < min(told, SAME):
        return ""
    return evidence.collection.itself[number - 1].reply
