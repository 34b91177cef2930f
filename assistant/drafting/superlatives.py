"""`Which project works with the most councils?` in, what tells the greatest numbers out."""

import re

from assistant.drafting.draft import Draft, Section, Statement
from assistant.drafting.links import answered
from assistant.finding.evidence import Evidence
from assistant.language.amounts import counted_things, told_numbers
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import begins_as_written
from assistant.language.words import content, language
from corpus.types import Passage

NAMED = 2  # words that name what is counted
SHOWN = 3  # documents, the greatest number first
_MOST = re.compile(
    r"\bthe (?P<which>most|fewest|(?:largest|biggest|highest|greatest|smallest|lowest) number of)"
    r" (?P<counted>[^?.,;]+)",
    re.IGNORECASE,
)
LEAST = ("fewest", "smallest", "lowest")


def answer_superlative(evidence: Evidence) -> Draft | None:
    """The documents that tell the greatest numbers of what is counted; None where none is asked.

    Or where nothing tells a number of that. Sentences hold the other words of the question too.
    """
    found = _MOST.search(evidence.question.text)
    of_set = question_form(evidence.question.text) in ("person", "choice")
    if not found or not of_set or not _is_counted(found["counted"]):
        return None
    collection = evidence.collection
    alike = tuple(map(tuple, collection.settings.vocabulary.alike))
    counted = counted_things(found["counted"], alike)
    beside = {word.stem for word in content(evidence.question.text[: found.start()])}
    greatest: dict[str, tuple[float, Passage]] = {}
    for sentence in evidence.index.sentences:
        if sentence.document_id not in collection.counted:
            continue
        for value in told_numbers(sentence.text, counted, frozenset(beside)):
            best = greatest.get(sentence.document_id)
            if best is None or value > best[0]:
                greatest[sentence.document_id] = (value, sentence)
    least = found["which"].lower().startswith(LEAST)
    ranked = sorted(greatest.items(), key=lambda item: item[1][0], reverse=not least)[:SHOWN]
    if not ranked:
        return None
    name = collection.settings.collection.name
    first = "the fewest" if least else "the most"
    opening = f"By the numbers that {name} tell, {first} first:"
    statements = tuple(Statement(document, (told,)) for document, (_, told) in ranked)
    return answered(collection, Section(opening, statements, "bullets"))


def _is_counted(text: str) -> bool:
    """Whether a text begins with what can be counted (`most councils`, not `most important`)."""
    first = [word.lower() for word in text.split()[:NAMED]]
    plural = any(word.endswith("s") and not word.endswith("ss") for word in first)
    return plural or begins_as_written(language()["people"], text)
