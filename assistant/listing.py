"""The members of a set in, the sections that list them out: those that surely belong come first."""

from collections.abc import Sequence

from assistant.answer_kinds import lacks_attribute
from assistant.conditions import find_by_facts
from assistant.coverage import is_covered, is_unlikely
from assistant.draft import Section, Statement
from assistant.evidence import Evidence
from assistant.facts import best_sentences
from assistant.sets import Member
from assistant.signals import read_signals
from corpus.types import Collection

FEW = 3  # members, of each of which a second sentence is quoted where it shows as well
SURE = 0.5  # the probability from which a member needs no `may`


def is_doubtful(members: Sequence[Member], evidence: Evidence) -> bool:
    """Whether the set that is asked for is most likely not told of.

    So it is where what is asked for by name (a cost, an age) is neither in the names of those that
    have every known fact nor in the sentence of any; and where no fact is known, where the best
    sentences lack it, or most likely say nothing (of a set of one: do not say it), or a name is
    asked for that stands nowhere.
    """
    chosen = best_sentences(evidence)
    if not chosen:
        return False
    if find_by_facts(evidence.question, evidence.collection):
        names = ", ".join(member.document.name for member in members)
        shown = [member.sentences[0].text for member in members if member.sentences]
        return lacks_attribute(evidence.question.asking, " ".join([names, *shown]))
    signals = read_signals(evidence, chosen)
    alone = len(members) == 1 and not is_covered(signals)
    missing = bool(signals.stranger) or not signals.attribute
    return alone or missing or is_unlikely(signals)


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


def _number(number: int, collection: Collection) -> str:
    """`1 project`, `3 projects`."""
    kinds = [kind for kind in collection.settings.collection.kinds.values() if kind.counted]
    names = (kinds[0].one, kinds[0].many) if len(kinds) == 1 else ("document", "documents")
    return f"{number} {names[number != 1]}"


def _section(opening: str, members: Sequence[Member], quotes: int = 1) -> Section:
    statements = (Statement(m.document.id, m.sentences[:quotes]) for m in members)
    return Section(opening, tuple(statements), "bullets")
