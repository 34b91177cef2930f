"""All values of a facet that are asked for (`which councils are named?`) in, who names them out."""

import re
from collections.abc import Sequence

from assistant.drafting.draft import Section, Statement
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import consists_of, find_phrases
from assistant.reading.narrowing import cut_out
from assistant.reading.question import Question
from corpus.schema import Facet
from corpus.types import Collection, Document, Passage

ASKING = ("whole_set", "of_values", "filler")
_EXAMPLES = re.compile(r"\s*\([^)]*\)")  # `theories (restorative, systemic etc.)`


def values(
    question: Question, sentences: Sequence[Passage], collection: Collection
) -> tuple[Section, ...]:
    """Each counted document with its values of the facet, by the sentences that name them.

    Empty where none is asked for, or anything beside.
    """
    text = _EXAMPLES.sub("", question.text)
    facets = collection.settings.vocabulary.facets
    asks = question_form(text) in ("choice", "thing", "") and not text.lower().startswith("how")
    if question.documents or not asks:
        return ()
    asked = next((name for name, facet in facets.items() if _asks_for(facet, text)), "")
    if not asked:
        return ()
    named = (_naming(d, asked, sentences) for d in collection.counted.values())
    found = tuple(statement for statement in named if statement.quotes)
    kind = collection.settings.collection.counted[0].many
    total = len(collection.counted)
    opening = f"{len(found)} {kind} ({total} of {total} checked), by {facets[asked].label}:"
    return (Section(opening, found, "bullets"),)


def _asks_for(facet: Facet, text: str) -> bool:
    """Whether a text that asks is for the values of a facet, and for nothing beside."""
    spans = find_phrases(facet.called, text)
    if not spans:
        return False
    beside = [*spans, *find_phrases(facet.asked, text)]
    return consists_of(ASKING, cut_out(text, beside) or "what")


def _naming(document: Document, facet: str, sentences: Sequence[Passage]) -> Statement:
    """A document with its values of a facet in its order, and the sentences that name them."""
    facts = [fact for fact in document.facts if fact.facet == facet]
    own = [s for s in sentences if s.document_id == document.id]
    shown = tuple(s for s in own if any(s.start <= fact.start < s.end for fact in facts))
    names = ", ".join(dict.fromkeys(fact.value for fact in facts))
    return Statement(document.id, shown, f"{names}.")
