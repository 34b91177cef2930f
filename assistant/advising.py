"""A question for advice in, the guidance and the stories that show it in practice out."""

from assistant.contents import cards
from assistant.coverage import advises
from assistant.draft import Draft, Section
from assistant.evidence import Evidence
from assistant.facts import statements
from assistant.guidance import guidance_on, practice_statements
from assistant.links import answered
from assistant.question import Question


def answer_guidance(question: Question, evidence: Evidence) -> Draft | None:
    """What guidance says, and what shows it in practice; None where it says nothing of it."""
    guidance = guidance_on(evidence)
    if not guidance or not (evidence.telling or advises(evidence, guidance)):
        return None
    told = statements(guidance)
    shown = [statement.document_id for statement in told]
    more = cards(question, shown, evidence.index.sentences, evidence.collection)
    practice = Section("In practice:", practice_statements(evidence), "bullets")
    return answered(evidence.collection, Section("", told), more, practice)
