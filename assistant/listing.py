"""The members of a set in, the sections that list them out: those that surely belong come first."""

from collections.abc import Sequence

from assistant.coverage import is_covered, is_told_of
from assistant.draft import Section, Statement
from assistant.evidence import Evidence, ScoredSentence
from assistant.facts import best_sentences, statements
from assistant.guidance import NEAR_BEST, guidance_sentences, is_guidance, wants_stories
from assistant.sets import Member
from assistant.signals import read_signals
from corpus.types import Collection

FEW = 3  # members, of each of which a second sentence is quoted where it shows as well
SURE = 0.5  # the probability from which a member needs no `may`


def is_untold(evidence: Evidence) -> bool:
    """Whether nothing is likely to have what is asked for."""
    chosen = nearest_told(evidence)
    return bool(chosen) and not is_told_of(evidence, chosen)


def nearest_told(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences nearest to what a set is asked for by; of stories where these are asked for."""
    if not wants_stories(evidence):
        return best_sentences(evidence)
    return [s for s in evidence.sentences if not is_guidance(s, evidence.collection)][:1]


def list_sections(
    members: Sequence[Member], total: int, collection: Collection
) -> tuple[Section, ...]:
    """How many belong, of `total`, with the sentence of each that shows why; then who may.

    Those that were chosen by the links that stand after each one's text are said to be so.
    """
    sure = [member for member in members if member.probability >= SURE]
    others = [member for member in members if member.probability < SURE]
    linked = all(s.start >= m.document.body_end for m in members for s in m.sentences[:1])
    checked = f"({total} of {total} checked{', by their links' if linked else ''}):"
    if not sure:
        return (_section(f"{_number(len(others), collection)} may belong {checked}", others),)
    quotes = 2 if len(sure) <= FEW else 1
    found = _section(f"{_number(len(sure), collection)} {checked}", sure, quotes)
    return (found, _section(f"{len(others)} more may belong:", others)) if others else (found,)


def guidance_section(evidence: Evidence) -> Section:
    """What the guidance says of it, where that is as near and not stories alone are asked for."""
    collection, best = evidence.collection, evidence.sentences[0]
    found = guidance_sentences(evidence.sentences, collection)
    near = bool(found) and found[0].score >= NEAR_BEST * best.score
    says = near and not wants_stories(evidence) and is_covered(read_signals(evidence, found))
    return Section("In the guidance:", statements(found) if says else (), "bullets")


def _number(number: int, collection: Collection) -> str:
    """`1 project`, `3 projects`."""
    kinds = [kind for kind in collection.settings.collection.kinds.values() if kind.counted]
    names = (kinds[0].one, kinds[0].many) if len(kinds) == 1 else ("document", "documents")
    return f"{number} {names[number != 1]}"


def _section(opening: str, members: Sequence[Member], quotes: int = 1) -> Section:
    statements = (Statement(m.document.id, m.sentences[:quotes]) for m in members)
    return Section(opening, tuple(statements), "bullets")
