"""Whether a question is on another subject than the collection, whatever sentence seems near."""

from assistant.finding.evidence import Evidence
from assistant.judging.regression import models, probability
from assistant.reading.question import Question

TOLD = ("wordings", "unsaid", "phrases")  # the levels of the index that are on its subject


def topic_signals(evidence: Evidence) -> dict[str, float]:
    """The greatest cosine of the question to each level of the index, `off_topic` among them."""
    return {
        level: float(evidence.cosines(level).max(initial=0.0)) for level in (*TOLD, "off_topic")
    }


def may_be_off_topic(question: Question) -> bool:
    """Whether it names no document, or by a place alone, where other things happen too."""
    named = [mention for mention in question.mentions if mention.names("document")]
    return all(any(target.facet == "place" for target in m.targets) for m in named)


def is_off_topic(evidence: Evidence) -> bool:
    """Whether it names nothing here but a place, and asks what people ask on other subjects.

    Never where no such questions were written down.
    """
    if not evidence.collection.off_topic or not may_be_off_topic(evidence.question):
        return False
    model = models("coverage")["on_topic"]
    return float(probability(model, topic_signals(evidence))) < float(model["threshold"])
