"""Who learned from whom: the relations that bear on a question, with the words that show them."""

from collections.abc import Sequence

from assistant.drafting.draft import Statement
from assistant.drafting.reach import own_reach
from assistant.drafting.ways import ways
from assistant.finding.evidence import Evidence
from assistant.judging.names import names_another
from assistant.judging.unnamed import only_counted
from assistant.language.answer_kinds import holds_kind, lacks_attribute, question_form
from assistant.language.clauses import clauses
from assistant.language.phrases import any_as_written
from assistant.language.words import language, stems
from assistant.reading.follow_up import is_name
from assistant.reading.mentions import Mention
from assistant.reading.question import SHARED, Question, asks_for_others, outside_mentions
from corpus.schema import RelationKind
from corpus.types import Collection, Relation

MEASURED = ("number", "time", "duration", "often")  # kinds of thing that a text has to hold


def find_relations(question: Question, collection: Collection) -> list[Relation]:
    """The relations that bear on what is named, in the collection's order.

    Where two named things are linked by steps from one to the other, these steps. Else those of the
    kinds asked for; a kind of which no named thing has any is looked for at what it adapts or uses,
    and at what that does in turn; of what is only learned from (a place, a country), what comes
    from there and who took that up. Where others are asked for, what they have to do with the
    named, if anything.
    """
    named = set(question.things)
    kinds, arrows = set(question.relation_kinds), collection.settings.vocabulary.relations
    out = {name for mention in question.left_out for name in mention.names("document")}
    inward = [r for r in collection.relations if r.what in named and r.who not in named | out]
    if inward and asks_for_others(question.text):
        those = {r.who for r in inward if r.kind in kinds}
        return [r for r in inward if r.who in those] or inward
    steps = ways(question.things, lambda start, r: r.what in named and r.what != start, collection)
    if steps:
        return sorted(steps, key=collection.relations.index)
    found = [r for r in collection.relations if r.kind in kinds and named & {r.who, r.what}]
    if asks_who_took_it(question):
        kinds, found = set(), [r for r in inward if arrows[r.kind].arrow]
    if len(kinds) > 1 and not _one_word_asks(question, collection):
        reached = {r.who for r in found} & set(collection.by_id) - named
        found += [r for r in collection.relations if r.kind in kinds and r.what in reached]
    direct = {kind for kind in kinds if _asks_directly(question, arrows[kind])}
    missing = kinds - direct - {r.kind for r in found if named & {r.who, r.what}}
    found += ways(question.things, lambda start, relation: relation.kind in missing, collection)
    if not found and _asks_who_learned(set(question.relation_kinds), collection):
        ends = [r for r in collection.relations if r.what in named]  # and who took that up
        starts = {relation.who for relation in ends}
        found = [*ends, *(r for r in collection.relations if r.what in starts)]
    found = sorted(set(found), key=collection.relations.index)
    return _of_all(named, found, collection) or found


def asks_who_took_it(question: Question) -> bool:
    """Whether it is asked who has something from what is named (`who learned from Bradford?`)."""
    asked = question_form(question.asking) in ("person", "choice")
    named = question.mentions
    alone = len(named) == 1 and is_name(named[0])
    return asked and alone and stems(question.text[: named[0].start])[-1:] == ("from",)


def _asks_who_learned(kinds: set[str], collection: Collection) -> bool:
    """Whether a kind is asked for that leads from one to another, and is no mere property."""
    known = collection.settings.vocabulary.relations
    return any(known[kind].arrow and not known[kind].by_facet for kind in kinds)


def _asks_directly(question: Question, kind: RelationKind) -> bool:
    """Whether each word that asks for the kind asks of the thing itself (`how did it start?`)."""
    others = [word for word in kind.words if word not in kind.direct]
    return any_as_written(kind.direct, question.text) and not any_as_written(others, question.text)


def _one_word_asks(question: Question, collection: Collection) -> bool:
    """Whether one word asks for each of the kinds (`uses` for what is adapted too)."""
    kinds = collection.settings.vocabulary.relations
    asked = [
        {word for word in kinds[kind].words if any_as_written([word], question.text)}
        for kind in question.relation_kinds
    ]
    return bool(asked) and bool(set.intersection(*asked))


def _of_all(
    named: set[str], relations: Sequence[Relation], collection: Collection
) -> list[Relation]:
    """Of several relations those of the texts that have to do with each of several named things."""
    touched = {
        name: {t for r in collection.relations if r.document_id == name for t in (r.who, r.what)}
        for name in {relation.document_id for relation in relations}
    }
    return [r for r in relations if len(named) > 1 and named <= touched[r.document_id]]


def asks_for_ties(question: Question) -> bool:
    """Whether it asks how named things are tied to each other, and so for any relation."""
    return any_as_written(language()["tied"], question.text)


def _find_ties(question: Question, collection: Collection) -> list[tuple[str, int]]:
    """Where named documents hold a fact that is named too: `Is Firstline tied to Frontline?`."""
    named = {(t.facet, t.name) for m in question.mentions for t in m.targets if t.facet in SHARED}
    return [
        (name, fact.start)
        for name in question.documents
        for fact in collection.by_id[name].facts
        if (fact.facet, fact.value) in named
    ]


def relation_statements(relations: Sequence[Relation], evidence: Evidence) -> tuple[Statement, ...]:
    """One statement for each document that shows a relation, with the sentences that show it.

    The one whose sentence answers best comes first. Where things are asked to be tied and none of
    the relations says so, what a named document says of another name.
    """
    places = [(r.document_id, r.start) for r in relations]
    if not places and asks_for_ties(evidence.question):
        places = _find_ties(evidence.question, evidence.collection)
    found = []
    for name in dict.fromkeys(document for document, _ in places):
        starts = [start for document, start in places if document == name]
        own = (evidence.index.sentences[n] for n in evidence.index.sentences_of([name]).tolist())
        quotes = tuple(s for s in own if any(s.start <= start < s.end for start in starts))
        found.append(Statement(name, quotes))
    text = evidence.question.text
    which = question_form(text) in ("choice", "person") and len(clauses(text)) == 1
    if which and asks_for_others(text):  # `which other projects use it?`, not the one named
        named = set(evidence.question.documents)
        found = [s for s in found if s.document_id not in named] or found
    if len(found) > 1:
        scores = {s.passage: s.score for s in evidence.sentences}
        found.sort(key=lambda statement: -max(scores.get(s, 0.0) for s in statement.quotes))
        found.sort(key=lambda s: s.document_id not in evidence.question.documents)
    one = which and len(evidence.question.documents) == 1
    return (*found, *own_reach(found, evidence)) if found and one else tuple(found)


def say_all(
    relations: Sequence[Relation], shown: Sequence[Statement], parts: Sequence[Evidence]
) -> bool:
    """Whether the relations, by the statements that show them, say all that is asked.

    `parts`: the evidence of the whole question and then of its clauses.
    """
    evidence, question = parts[0], parts[0].question
    quotes = [quote for statement in shown for quote in statement.quotes]
    text = " ".join(quote.text for quote in quotes)
    documents = [statement.document_id for statement in shown]
    if lacks_attribute(question.asking, text) or names_another(evidence, documents):
        return False
    if only_counted(question, quotes):
        return False
    counts = question.wants == "number"
    wanted = [part.question.wants for part in parts if part.question.wants in MEASURED]
    if not all(holds_kind(text, kind) for kind in wanted):
        return False
    open_ended = not counts and question_form(question.asking) != "whether"
    steps = open_ended and _is_chain(relations)
    return steps or not _says_more(question, evidence.collection)


def _is_chain(relations: Sequence[Relation]) -> bool:
    """Whether each relation leads on from another: steps from one thing to the next."""
    ends = {relation.what for relation in relations}
    return len(relations) > 1 and any(relation.who in ends for relation in relations)


def _says_more(question: Question, collection: Collection) -> bool:
    """Whether content words are left beside names and the words that ask for a relation.

    Of others that have to do with what is named, the relations say all that they are asked for,
    but for how they do it.
    """
    if asks_for_others(question.text) and question_form(question.asking) != "manner":
        return False
    kinds = collection.settings.vocabulary.relations
    asking = {s for k in question.relation_kinds for words in kinds[k].words for s in stems(words)}
    for kind in collection.settings.collection.kinds.values():
        asking.update(s for word in kind.words if kind.counted for s in stems(word))
    said = [m for m in question.mentions if not _is_named(m, question)]
    inside = [w for w in question.subjects if any(m.start <= w.start < m.end for m in said)]
    return any(word.stem not in asking for word in (*outside_mentions(question), *inside))


def _is_named(mention: Mention, question: Question) -> bool:
    """Whether a phrase names something, and does not merely say of what kind it is (`women`)."""
    shared = any(target.facet in SHARED for target in mention.targets)
    small = question.text.islower()
    return is_name(mention) or (shared and (small or not question.text[mention.start].islower()))
