"""The members of a set in, with those of each of its alternatives (`adoption or fostering`) out."""

from collections.abc import Sequence

from assistant.drafting.sets import Member, find_members
from assistant.finding.finder import Finder
from assistant.judging.membership import TOLD_IN_PART
from assistant.reading.alternatives import alternatives
from assistant.reading.narrowing import narrow
from assistant.reading.question import Question


def with_alternatives(
    question: Question, members: Sequence[Member], finder: Finder
) -> list[Member]:
    """The members of the whole and those of an alternative that are likely enough."""
    found = {member.document.id: member for member in members}
    for text in alternatives(question):
        read = finder.reread(text)
        evidence = finder.evidence(read)
        for member in find_members(read, narrow(read, finder.collection), evidence, evidence):
            known = found.get(member.document.id)
            if member.probability >= max(TOLD_IN_PART, known.probability if known else 0.0):
                found[member.document.id] = member
    return [found[name] for name in finder.collection.counted if name in found]
