"""A question for advice in, the guidance and the stories that show it in practice out."""

from collections.abc import Sequence

from assistant.contents import cards
from assistant.coverage import advises
from assistant.draft import Draft, Section
from assistant.evidence import Evidence, ScoredSentence
from assistant.facts import statements
from assistant.guidance import guidance_on, is_guidance, practice_statements, wants_stories
from assistant.links import answered
from assistant.question import Kind, Question
from assistant.signals import Signals, read_signals


def falls_short(evidence: Evidence, chosen: Sequence[ScoredSentence], signals: Signals) -> bool:
    """Whether all that is chosen is guidance, and stories are asked for or it doesn't advise.

    `signals`: those of what is chosen.
    """
    if not all(is_guidance(sentence, evidence.collection) for sentence in chosen):
        return False
    advice = evidence.question.kind is Kind.GUIDANCE and not evidence.telling
    return wants_stories(evidence) or (advice and not advises(signals))


def answer_guidance(question: Question, evidence: Evidence) -> Draft | None:
    """What guidance says, and what shows it in practice; None where it says nothing of it."""
    guidance = guidance_on(evidence)
    if not guidance or not (evidence.telling or advises(read_signals(evidence, guidance))):
        return None
    told = statements(guidance)
    shown = [statement.document_id for statement in told]
    more = cards(question, shown, evidence.index.sentences, evidence.collection)
    practice = Section("In practice:", practice_statements(evidence), "bullets")
    return answered(evidence.collection, Section("", told), more, practice)
