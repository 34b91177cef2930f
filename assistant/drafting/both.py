"""The members of a set in, those of them that have each of two things that are asked for out."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.either import with_alternatives
from assistant.drafting.sets import SURE, Member, find_members
from assistant.finding.finder import Finder
from assistant.reading.jointly import both_asked
from assistant.reading.narrowing import narrow
from assistant.reading.question import Question


def with_both(question: Question, members: Sequence[Member], finder: Finder) -> list[Member]:
    """The members of the whole that surely have both; where none has, all, as the nearest.

    Where one thing or another is asked for, with those of each.
    """
    asked = both_asked(question, finder.collection.settings.collection.counted)
    if not asked:
        return with_alternatives(question, members, finder)
    sure = [_sure(text, finder) for text in asked]
    both = [m for m in members if all(m.document.id in names for names in sure)]
    return both or [replace(member, near=True) for member in members]


def _sure(text: str, finder: Finder) -> set[str]:
    """The ids of the documents that surely belong to the set that a text asks for."""
    read = finder.reread(text)
    evidence = finder.evidence(read)
    found = find_members(read, narrow(read, finder.collection), evidence, evidence)
    return {member.document.id for member in found if member.probability >= SURE}
