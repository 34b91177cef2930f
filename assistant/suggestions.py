"""What to ask next: questions that this collection answers by its own data."""

from collections.abc import Iterator, Sequence

from assistant.language.words import stems
from assistant.reading.conditions import counted
from assistant.types import Status
from corpus.types import Collection, Document

MOST = 3
FEWEST_MEMBERS = 2
SHARED = ("theme", "population", "method")  # facets by which stories are shown side by side


def suggest(
    status: Status, cited: Sequence[str], asked: Sequence[str], collection: Collection
) -> tuple[str, ...]:
    """Up to three questions, none of them asked before.

    After an answer they follow from the documents it cites: a list by a value that other stories
    share, where to read more, another story of the same section. Else they are the collection's
    examples. Each is answered by facts or links that stand in the collection's files.
    """
    before = {stems(question) for question in asked}
    if status in (Status.SMALL_TALK, Status.NOT_COVERED) or not cited:
        found: Iterator[str] = iter(collection.settings.collection.examples)
    else:
        found = _following(collection.by_id[cited[0]], set(cited), before, collection)
    chosen: dict[tuple[str, ...], str] = {}
    for question in found:
        key = stems(question)
        if key not in before and len(chosen) < MOST:
            chosen.setdefault(key, question)
    return tuple(chosen.values())


def _following(
    document: Document, cited: set[str], before: set[tuple[str, ...]], collection: Collection
) -> Iterator[str]:
    shared = next(_shared_values(document, collection), None)
    if shared:
        yield f"Which projects are about {shared}?"
    kinds = collection.settings.collection.kinds
    about_all = document.kind in kinds and kinds[document.kind].about
    if document.links and not about_all:
        yield f"Where can I read more about {document.name}?"
    for other in counted(collection):
        if other.section == document.section and other.id not in cited and document.section:
            yield f"What is {other.name}?"
            break
    named = any(set(stems(document.name)) <= set(question) for question in before)
    if document.links and document.relations and not named:
        yield f"What is {document.name}?"


def _shared_values(document: Document, collection: Collection) -> Iterator[str]:
    """The facet values of a document that at least one other counted document has."""
    for facet in SHARED:
        for fact in document.facts:
            if fact.facet == facet and collection.having[fact.facet, fact.value] >= FEWEST_MEMBERS:
                yield fact.value
