"""A set in, of which nothing is told; what is said instead, and the nearest that is told, out."""

from assistant.drafting.draft import Draft, Section
from assistant.drafting.facts import best_sentences, statements
from assistant.drafting.guidance import is_guidance
from assistant.drafting.listing import told_or_doubtful
from assistant.drafting.refusals import partly
from assistant.drafting.sets import looked_through
from assistant.drafting.short_replies import no_others, not_covered
from assistant.drafting.unsaid import unsaid
from assistant.finding.evidence import Evidence
from assistant.judging.coverage import LIKE, LIKE_FEW, is_near, is_worth_showing
from assistant.judging.names import deciding
from assistant.judging.signals import read_signals
from assistant.language.words import content
from assistant.reading.question import Question
from assistant.types import Status

FEW_WORDS = 3  # asked about, all of which the nearest must come near


def declined(question: Question, evidence: Evidence) -> Draft:
    """Nothing is told of it; the nearest that is, where that is on the subject.

    Of others than are left out none is the nearest, nor to a topic of which no word is known.
    """
    if leaves_out(question):
        return no_others(question, evidence.collection)
    chosen = best_sentences(evidence)[:1]
    signals = read_signals(evidence, chosen) if chosen else None
    if not signals or not is_near(signals):
        return not_covered(evidence.collection)
    topic = content(question.topic)
    known = not topic or any(map(evidence.knows, topic))
    least = LIKE_FEW if len(question.subjects) <= FEW_WORDS else LIKE
    shown = known and is_worth_showing(signals, least)
    found = statements(chosen if shown else [])
    of_story = shown and not is_guidance(chosen[0], evidence.collection)
    decided = any(deciding(question, evidence.collection))
    doubtful = of_story and not decided and told_or_doubtful(evidence)[1]
    return partly([question.text], found, question, evidence.collection, in_doubt=doubtful)


def none_of_those(question: Question, evidence: Evidence) -> Draft:
    """None of those that were looked through has what facts or links decide."""
    settings = evidence.collection.settings.collection
    speaker = settings.name[0].upper() + settings.name[1:]
    total = len(looked_through(question, evidence.collection))
    kinds = " or ".join(settings.link_kinds[kind].label for kind in question.link_kinds)
    unlinked = f"link to no {kinds} for any of those"
    said = unlinked if kinds else f"don't say {unsaid(question.text, question)}: none of those"
    opening = f"{speaker} {said} ({total} of {total} checked)."
    return Draft(Status.PARTLY, (Section(opening),))


def leaves_out(question: Question) -> bool:
    """Whether documents are left out of the set that is asked for (`others than Pause`)."""
    return any(mention.names("document") for mention in question.left_out)
