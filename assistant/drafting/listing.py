"""The members of a set in, the sections that list them out: those that surely belong come first."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.draft import READ_ON, Draft, Section, Statement
from assistant.drafting.facts import best_sentences, statements
from assistant.drafting.guidance import guidance_sentences, is_guidance, telling, wants_stories
from assistant.drafting.links import answered, labelled_links
from assistant.drafting.sets import CERTAIN, SURE, Member
from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.finding.kept import kept
from assistant.judging.coverage import is_covered, told_of
from assistant.judging.names import asks_of_strange_place
from assistant.judging.signals import read_signals
from assistant.language.phrases import any_as_written, has_phrase
from assistant.language.words import language
from assistant.reading.conditions import find_by_facts
from assistant.reading.narrowing import Narrowed
from assistant.reading.question import Question, outside_mentions
from assistant.types import Status
from corpus.types import Collection

FEW = 3  # members, of each of which a second sentence is quoted where it shows as well
AHEAD = 0.9  # in score, by which guidance is so much nearer than any story that none is meant


def is_untold(evidence: Evidence) -> bool:
    """Whether nothing is likely to have what is asked for, or guidance alone tells of it."""
    chosen = nearest_told(evidence)
    if not chosen:
        return False
    if asks_of_strange_place(evidence):
        return True
    if _is_told_by_facts(evidence):
        return False
    of_guidance = wants_stories(evidence) and is_of_guidance(evidence)
    return of_guidance or not told_or_doubtful(evidence)[0]


def _is_told_by_facts(evidence: Evidence) -> bool:
    """Whether facts tell of each word of the set that is asked for."""
    question = evidence.question
    of_facts = has_phrase("set", question.text) and not outside_mentions(question)
    return of_facts and bool(find_by_facts(question, evidence.collection))


@kept  # of one question, which asks it twice
def told_or_doubtful(evidence: Evidence) -> tuple[bool, bool]:
    """Whether the nearest sentences say that the set has members, and whether it is in doubt."""
    return told_of(evidence, nearest_told(evidence))


def is_of_guidance(evidence: Evidence) -> bool:
    """Whether guidance is so much nearer than any story that none is meant."""
    stories = (s for s in evidence.sentences if not is_guidance(s, evidence.collection))
    nearest = next(stories, None)
    return nearest is not None and evidence.sentences[0].score - nearest.score >= AHEAD


def nearest_told(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences nearest to what a set is asked for by; of stories where these are asked for."""
    if not wants_stories(evidence):
        return best_sentences(evidence)
    return [s for s in evidence.sentences if not is_guidance(s, evidence.collection)][:1]


def listed(
    members: Sequence[Member],
    total: int,
    narrowed: Narrowed,
    evidence: Evidence | None,
    collection: Collection,
) -> Draft:
    """The members, of `total` documents looked at, and what guidance says by the evidence, if any.

    Guidance comes first where it is nearest and no instances are asked for, and then of many that
    may belong none after it. Where a kind of link is what they must have, each one's is given.
    """
    in_doubt = (
        evidence is not None
        and not (narrowed.decides or evidence.telling)
        and any(member.probability < 1 for member in members)
        and not _is_told_by_facts(evidence)
        and (
            told_or_doubtful(evidence)[1]
            or all(member.probability < CERTAIN for member in members)
            or has_phrase("suiting", evidence.question.text)
        )
    ) or any(member.near for member in members)
    sections = list_sections(members, total, collection, in_doubt)
    if evidence is None:
        draft = answered(collection, *sections)
        kinds = [t.name for condition in narrowed.required for t in condition if t.kind == "link"]
        links = labelled_links([member.document for member in members], collection, kinds)
        return replace(draft, sections=(*sections, READ_ON), links=links) if links else draft
    guidance = _guidance_section(evidence)
    nearest = guidance.statements and is_guidance(evidence.sentences[0], collection)
    if nearest and not has_phrase("instances", evidence.question.asking):
        few = [part for part in sections[1:] if evidence.telling or len(part.statements) <= FEW]
        return answered(collection, guidance, *sections[:1], *few)
    return answered(collection, *sections, guidance)


def with_untold_by_links(told: Draft, question: Question, collection: Collection) -> Draft:
    """A set that links decide, and what else is asked of these that no link tells (`by whom`)."""
    asked = language()["beside_links"].items()
    parts = dict.fromkeys(how for phrase, how in asked if any_as_written([phrase], question.text))
    if not parts or not told.links:
        return told
    name = collection.settings.collection.name
    unsaid = Section(f"{name[0].upper()}{name[1:]} don't say {' or '.join(parts)}.")
    return replace(told, status=Status.PARTLY, sections=(unsaid, *told.sections))


def list_sections(
    members: Sequence[Member], total: int, collection: Collection, in_doubt: bool = False
) -> tuple[Section, ...]:
    """How many belong, of `total`, the likeliest first, with what shows why; then who may.

    `in_doubt`: whether nothing may be in the set, so that those found only come nearest to it.
    Those that were chosen by the links that stand after each one's text are said to be so.
    """
    sure = [member for member in members if member.probability >= SURE]
    sure.sort(key=lambda member: -round(member.probability, 1))  # nearly as likely: as they stand
    others = [member for member in members if member.probability < SURE]
    linked = any(s.start >= m.document.body_end for m in members for s in m.sentences[:1])
    checked = f"({total} of {total} checked{', by their links' if linked else ''}):"
    if not sure:
        return (_section(f"{_number(len(others), collection)} may belong {checked}", others),)
    quotes = 2 if len(sure) <= FEW else 1
    come = ("comes nearest " if len(sure) == 1 else "come nearest ") if in_doubt else ""
    found = _section(f"{_number(len(sure), collection)} {come}{checked}", sure, quotes)
    return (found, _section(f"{len(others)} more may belong:", others)) if others else (found,)


def _guidance_section(evidence: Evidence) -> Section:
    """What guidance says of it, in so many words or as the nearest; for stories alone nothing."""
    found: list[ScoredSentence] = []
    if not wants_stories(evidence):
        found = [s for s in telling(evidence) if is_guidance(s, evidence.collection)]
        if not evidence.telling and is_guidance(evidence.sentences[0], evidence.collection):
            nearest = guidance_sentences(evidence, evidence.sentences)
            found = nearest if is_covered(read_signals(evidence, nearest)) else []
    return Section("In the guidance:", statements(found), "bullets")


def _number(number: int, collection: Collection) -> str:
    """`1 project`, `3 projects`."""
    kinds = collection.settings.collection.counted
    names = (kinds[0].one, kinds[0].many) if len(kinds) == 1 else ("document", "documents")
    return f"{number} {names[number != 1]}"


def _section(opening: str, members: Sequence[Member], quotes: int = 1) -> Section:
    statements = (Statement(m.document.id, m.sentences[:quotes]) for m in members)
    return Section(opening, tuple(statements), "bullets")
