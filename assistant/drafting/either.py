"""The members of a set in, with those of each of its alternatives (`adoption or fostering`) out."""

from collections.abc import Sequence

from assistant.drafting.sets import Member, find_members
from assistant.finding.finder import Finder
from assistant.reading.alternatives import alternatives
from assistant.reading.narrowing import narrow
from assistant.reading.question import Question


def with_alternatives(
    question: Question, members: Sequence[Member], finder: Finder
) -> list[Member]:
    """Every member of the whole or of an alternative, as likely as the likeliest of these says."""
    found = {member.document.id: member for member in members}
    for text in alternatives(question):
        read = finder.reread(text)
        evidence = finder.evidence(read)
        for member in find_members(read, narrow(read, finder.collection), evidence, evidence):
            known = found.get(member.document.id)
            if not known or known.probability < member.probability:
                found[member.document.id] = member
    return [found[name] for name in finder.collection.counted if name in found]
