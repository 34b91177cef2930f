"""A question for a set in (`which projects ...`), every document that belongs to it out."""

from dataclasses import dataclass

import numpy as np

from assistant.evidence import Evidence, ScoredSentence
from assistant.lexicon import Target
from assistant.membership import least_share, membership, shown_shares
from assistant.phrases import has_phrase
from assistant.question import Question, asks_for_others, chooses_among, outside_names
from assistant.words import stems
from corpus.types import Collection, Document, Passage

FACT = 0.7  # what a sentence gains by holding the words of a fact that is asked for
CLOSE = 0.6  # a sentence whose value lies so little below the best's shows it as well
PROPERTY = 2.0  # and those of a property, for all of the nearness of all
OUTSTANDING = 0.3  # how far the best sentence's score lies above any other document's
STRICT = ("part", "link", "no link")  # what a document has or hasn't, whatever its words


Condition = list[Target]  # any of them will do


@dataclass(frozen=True, slots=True)
class Member:
    """A document of the set, the sentences that show why it is in it, and how likely it is.

    `sentences`: the best first, then those that show it nearly as well.
    """

    document: Document
    sentences: tuple[Passage, ...]
    probability: float = 1.0


def counted(collection: Collection) -> list[Document]:
    """The documents that lists are about."""
    return list(collection.counted.values())


def looked_through(question: Question, collection: Collection) -> list[Document]:
    """The documents that members are looked for among: all, or those named (`which of ...`)."""
    documents = counted(collection)
    if chooses_among(question):
        return [document for document in documents if document.id in question.documents]
    return documents


def find_members(question: Question, evidence: Evidence) -> list[Member]:
    """Every document that is likely to have what is asked for, in the collection's order.

    A board, a section or a kind of link that the question names decides; where more is asked than
    these, so does the probability of membership. The likeliest are kept even where none is likely;
    there are none where no document has the part or link that is named.
    """
    collection = evidence.collection
    pool = looked_through(question, collection)
    if asks_for_others(question.text):
        pool = [d for d in pool if d.id not in question.documents]
    conditions = _conditions(question, collection)
    strict = [c for c in conditions if any(t.kind in STRICT for t in c)]
    pool = [d for d in pool if all(_holds(d, c, collection) for c in strict)]
    if not pool:
        return []
    likely = np.ones(len(pool), np.float32)
    more = not strict or _asks_more(question, strict, collection)
    if more:
        facts = [c for c in conditions if c not in strict]
        having = {d.id for d in pool if facts and all(_holds(d, c, collection) for c in facts)}
        likely = membership(pool, evidence, having)
        least = least_share(collection) * likely.max()
        pool = [d for d, p in zip(pool, likely, strict=True) if p >= least]
        likely = likely[likely >= least]
    linked = any(t.kind == "link" for c in conditions for t in c) and not more
    return [
        Member(d, _pointer(d) if linked else _shown_by(d, conditions, evidence), float(p))
        for d, p in zip(pool, likely, strict=True)
    ]


def stands_out(question: Question, evidence: Evidence, members: list[Member]) -> bool:
    """Whether `is there anyone who ...` has one answer that is plainly nearer than any other.

    None stands out where a likelier member is of another document.
    """
    if has_phrase("set", question.text) or _conditions(question, evidence.collection):
        return False
    best, *others = evidence.sentences
    likeliest = max(members, key=lambda member: member.probability, default=None)
    counts = best.passage.document_id in evidence.collection.counted
    if counts and likeliest and likeliest.document.id != best.passage.document_id:
        return False
    rest = [s for s in others if s.passage.document_id != best.passage.document_id]
    return bool(rest) and best.score - rest[0].score >= OUTSTANDING


def _asks_more(question: Question, conditions: list[Condition], collection: Collection) -> bool:
    """Whether content words are left beside those that name the conditions."""
    named = [m for m in question.mentions if any(list(m.targets) == c for c in conditions)]
    kinds = collection.settings.collection.link_kinds
    said = {s for kind in question.link_kinds for words in kinds[kind].words for s in stems(words)}
    said |= {s for condition in conditions for target in condition for s in stems(target.name)}
    asked = outside_names(question) if chooses_among(question) else question.subjects
    return any(
        word.stem not in said and not any(m.start <= word.start < m.end for m in named)
        for word in asked
    )


def find_by_facts(question: Question, collection: Collection) -> list[Document]:
    """The counted documents that have every fact the question names; none where it names none."""
    conditions = _conditions(question, collection)
    return [
        document
        for document in counted(collection)
        if conditions and all(_holds(document, c, collection) for c in conditions)
    ]


def _conditions(question: Question, collection: Collection) -> list[Condition]:
    """What a member must have: each condition is a list of targets, any of which will do.

    Values of one facet that follow each other widen a condition, and so does what `or` joins.
    """
    found: list[Condition] = []
    last_facets: set[str] = set()
    last_end = 0
    for mention in question.mentions:
        targets = [t for t in mention.targets if t.kind in ("facet", "part")]
        if not targets:
            continue
        facets = {t.facet for t in targets}
        between = question.text[last_end : mention.start].lower().split()
        if found and (facets & last_facets or "or" in between):
            found[-1] = [*found[-1], *targets]
        else:
            found.append(targets)
        last_facets, last_end = facets, mention.end
    kind = "no link" if has_phrase("without", question.text) else "link"
    found += [[Target(kind, name)] for name in question.link_kinds if name != "website"]
    return found


def _holds(document: Document, condition: Condition, collection: Collection) -> bool:
    return any(_is_true(document, target, collection) for target in condition)


def _is_true(document: Document, target: Target, collection: Collection) -> bool:
    if target.kind in ("link", "no link"):
        linked = any(link.kind == target.name for link in document.links)
        return linked == (target.kind == "link")
    if target.kind == "part":
        return target.name in (document.board, document.section)
    return _fact_spans(document, target, collection) != []


def _fact_spans(
    document: Document, target: Target, collection: Collection
) -> list[tuple[int, int]]:
    facet = collection.settings.vocabulary.facets.get(target.facet)
    values = {target.name, *(facet.broader.get(target.name, []) if facet else [])}
    return [
        (fact.start, fact.end)
        for fact in document.facts
        if fact.facet == target.facet and fact.value in values
    ]


def _pointer(document: Document) -> tuple[Passage, ...]:
    """What follows a document's body: the source's own pointer to further reading."""
    start = document.body_end + 2
    text = document.text[start:]
    return (Passage(document.id, start, len(document.text), text),) if text else ()


def _shown_by(
    document: Document, conditions: list[Condition], evidence: Evidence
) -> tuple[Passage, ...]:
    """The document's best sentence, if one was looked at, and those that are nearly as good.

    One that holds the words of a fact asked for is better for it, and one that holds a property's,
    by that property's share of the nearness of all.
    """
    ranked = evidence.sentences_of({document.id})
    facts = [
        start
        for condition in conditions
        for target in condition
        for start, _ in _fact_spans(document, target, evidence.collection)
    ]
    shares = shown_shares(document, evidence)

    def showing(sentence: ScoredSentence) -> float:
        start, end = sentence.passage.start, sentence.passage.end
        share = sum(share for at, share in shares if start <= at < end)
        return sentence.score + FACT * any(start <= at < end for at in facts) + PROPERTY * share

    ranked.sort(key=showing, reverse=True)
    return tuple(s.passage for s in ranked if showing(ranked[0]) - showing(s) <= CLOSE)
