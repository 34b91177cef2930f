"""Whether a question is on another subject than the collection, whatever sentence seems near."""

from dataclasses import replace

from assistant.finding.evidence import Evidence
from assistant.judging.regression import models, probability
from assistant.reading.question import Question, names_surely

TOLD = ("wordings", "unsaid", "phrases")  # the levels of the index that are on its subject


def topic_signals(evidence: Evidence) -> dict[str, float]:
    """The greatest cosine of the question to each level of the index, `off_topic` among them."""
    return {
        level: float(evidence.cosines(level).max(initial=0.0)) for level in (*TOLD, "off_topic")
    }


def may_be_off_topic(question: Question) -> bool:
    """Whether it has no name that nobody says by chance.

    `Stoke-on-Trent` is one: things happen there that the collection has nothing to do with.
    """
    own = [m for m in question.mentions if all(t.facet != "place" for t in m.targets)]
    return not names_surely(replace(question, mentions=tuple(own)))


def is_off_topic(evidence: Evidence) -> bool:
    """Whether it surely names nothing here, and asks what people ask on other subjects.

    Never where no such questions were written down.
    """
    if not evidence.collection.off_topic or not may_be_off_topic(evidence.question):
        return False
    model = models("coverage")["on_topic"]
    return float(probability(model, topic_signals(evidence))) < float(model["threshold"])
