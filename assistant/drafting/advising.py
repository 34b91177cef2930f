"""A question for advice in, the guidance and the stories that show it in practice out."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.contents import cards
from assistant.drafting.draft import Draft, Section, nearest_if
from assistant.drafting.facts import statements
from assistant.drafting.guidance import guidance_on, is_guidance, practice_statements, wants_stories
from assistant.drafting.links import answered
from assistant.drafting.refusals import partly
from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.judging.coverage import advises, is_in_doubt
from assistant.judging.signals import Signals, read_signals
from assistant.language.answer_kinds import lacks_judgement
from assistant.language.phrases import has_phrase
from assistant.reading.question import Kind, Question
from assistant.types import Status
from corpus.types import Collection

TIMES = ("often", "duration")  # kinds of answer that guidance gives only in so many words


def falls_short(evidence: Evidence, chosen: Sequence[ScoredSentence], signals: Signals) -> bool:
    """Whether all that is chosen is guidance, and stories are asked for or it doesn't advise.

    `signals`: those of what is chosen. Nor does it where it is asked how long, and no time is told.
    """
    if not all(is_guidance(sentence, evidence.collection) for sentence in chosen):
        return False
    advice = evidence.question.kind is Kind.GUIDANCE and not evidence.telling
    return (
        wants_stories(evidence)
        or _lacks_time(evidence, signals)
        or (advice and not advises(signals))
    )


def _lacks_time(evidence: Evidence, signals: Signals) -> bool:
    return evidence.question.wants in TIMES and not signals.kind


def answer_guidance(question: Question, evidence: Evidence) -> Draft | None:
    """What guidance says, and what shows it in practice; None where it says nothing of it."""
    guidance = guidance_on(evidence)
    if not guidance:
        return None
    signals = read_signals(evidence, guidance)
    said = " ".join(sentence.passage.text for sentence in guidance)
    if lacks_judgement(question.text, said):  # `what got in the way?`
        return None
    if _lacks_time(evidence, signals) or not (evidence.telling or advises(signals)):
        return None
    told = statements(guidance)
    shown = [statement.document_id for statement in told]
    more = cards(question, shown, evidence.index.sentences, evidence.collection)
    practice = Section("In practice:", practice_statements(evidence), "bullets")
    doubtful = not evidence.telling and is_in_doubt(signals, "advised")
    first = nearest_if(doubtful, Section("", told), evidence.collection)
    return answered(evidence.collection, first, more, practice)


def of_story(question: Question) -> bool:
    """Whether advice is asked for on what is named (`how do we fit Mockingbird to our area?`)."""
    asks = has_phrase("advice_for_us", question.text)
    return bool(question.documents) and question.kind is Kind.FACT and asks


def of_any(question: Question) -> str:
    """The question as one on any model like what it names."""
    text = question.text
    for mention in reversed([m for m in question.mentions if m.end and m.names("document")]):
        text = f"{text[: mention.start]}a model{text[mention.end :]}"
    return text


def on_any(question: Question, advice: Draft, collection: Collection) -> Draft:
    """The advice on any such model, where what is named has none of its own; that is said."""
    unsaid = partly([question.text], (), question, collection).sections[0]
    first, *others = advice.sections
    general = replace(first, opening=f"Their guidance on any {_one(collection)} says:")
    return Draft(Status.PARTLY, (unsaid, general, *others), advice.links)


def _one(collection: Collection) -> str:
    return next((kind.one for kind in collection.settings.collection.counted), "such thing")
