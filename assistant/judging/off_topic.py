"""Whether a question is on another subject than the collection, whatever sentence seems near."""

from assistant.finding.evidence import Evidence
from assistant.judging.regression import models, probability

TOLD = ("wordings", "unsaid", "phrases")  # the levels of the index that are on its subject


def topic_signals(evidence: Evidence) -> dict[str, float]:
    """The greatest cosine of the question to each level of the index, `off_topic` among them."""
    return {
        level: float(evidence.cosines(level).max(initial=0.0)) for level in (*TOLD, "off_topic")
    }


def is_off_topic(evidence: Evidence) -> bool:
    """Whether it names nothing of the collection, and asks what people ask on other subjects.

    Never where no such questions were written down.
    """
    question = evidence.question
    if not evidence.collection.off_topic or question.documents or question.things:
        return False
    model = models("coverage")["on_topic"]
    return float(probability(model, topic_signals(evidence))) < float(model["threshold"])
