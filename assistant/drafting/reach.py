"""Who has to do with one that is named, and how many: what it says, and whether some are told."""

from collections.abc import Sequence

from assistant.drafting.draft import Statement
from assistant.finding.evidence import Evidence
from assistant.judging.places import asks_for_places
from assistant.judging.unnamed import only_counted
from assistant.language.amounts import told_numbers
from assistant.language.words import listed_stems, stem
from assistant.reading.question import Question
from corpus.types import Collection


def own_reach(shown: Sequence[Statement], evidence: Evidence) -> list[Statement]:
    """The first sentence of the one named that tells a number of councils or their like, if any.

    Not where that one is among those shown already.
    """
    (name,) = evidence.question.documents
    groups, bodies = evidence.collection.settings.vocabulary.alike, listed_stems("bodies")
    of_bodies = (group for group in groups if any(stem(word) in bodies for word in group))
    names = tuple(word.lower() for group in of_bodies for word in group)
    own = [s for s in evidence.index.sentences if s.document_id == name]
    told = [s for s in own if told_numbers(s.text, names, frozenset())]
    new = all(statement.document_id != name for statement in shown)
    return [Statement(name, tuple(told[:1]))] if told and new else []


def names_some(question: Question, shown: Sequence[Statement], collection: Collection) -> bool:
    """Whether councils or the like are asked for, and counted, and one is named by its own story.

    `Which councils use Signs of Safety?` tells of ten, and North Yorkshire of itself.
    """
    quotes = [quote for statement in shown for quote in statement.quotes]
    others = {s.document_id for s in shown} - set(question.documents)
    placed = any(collection.by_id[name].where for name in others)
    return placed and asks_for_places(question) and only_counted(question, quotes)
