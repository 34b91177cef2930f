"""Who learned from whom: the relations that bear on a question, with the words that show them."""

from assistant.draft import Statement
from assistant.question import Question, asks_for_others
from corpus.types import Collection, Passage, Relation


def find_relations(question: Question, collection: Collection) -> list[Relation]:
    """The relations of the kinds asked for that touch what is named, in the collection's order.

    Where a named thing has none of the kind asked for, the relation is looked for one step on: at
    what it adapts or uses.
    """
    named = set(question.things)
    kinds = set(question.relation_kinds)
    found = [r for r in collection.relations if r.kind in kinds and named & {r.who, r.what}]
    if len(kinds) > 1:
        reached = {r.who for r in found} - named
        found += [r for r in collection.relations if r.kind in kinds and r.what in reached]
    missing = kinds - {r.kind for r in found}
    if missing and named:
        steps = [r for r in collection.relations if r.who in named and r.kind not in kinds]
        beyond = {r.what for r in steps}
        further = [r for r in collection.relations if r.kind in missing and r.who in beyond]
        reached = {r.who for r in further}
        found += [r for r in steps if r.what in reached] + further
    if asks_for_others(question.text) and any(r.what in named for r in found):
        found = [r for r in found if r.what in named]
    return sorted(set(found), key=collection.relations.index)


def relation_statements(
    relations: list[Relation], sentences: list[Passage]
) -> tuple[Statement, ...]:
    """One statement for each document that shows a relation, with the sentences that show it."""
    order = list(dict.fromkeys(r.document_id for r in relations))
    statements = []
    for name in order:
        spans = [(r.start, r.end) for r in relations if r.document_id == name]
        quotes = tuple(
            s
            for s in sentences
            if s.document_id == name and any(s.start <= a < s.end for a, _ in spans)
        )
        statements.append(Statement(name, quotes))
    return tuple(statements)
