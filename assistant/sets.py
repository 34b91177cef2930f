"""A question for a set in (`which projects ...`), every document that belongs to it out."""

from dataclasses import dataclass

from assistant.draft import Statement
from assistant.evidence import Evidence, ScoredSentence
from assistant.lexicon import Target
from assistant.question import Question, asks_for_others
from assistant.words import has_phrase, stems
from corpus.types import Collection, Document, Passage
from index.search import embedded_text

NEAR_BEST = 0.06  # by meaning: how far below the best a member's mean MaxSim may lie


@dataclass(frozen=True, slots=True)
class Member:
    """A document of the set and the sentence that shows why it is in it."""

    document: Document
    sentence: Passage | None


def counted(collection: Collection) -> list[Document]:
    """The documents that lists are about: those of a counted kind, or all where no kind is."""
    kinds = collection.settings.collection.kinds
    chosen = [d for d in collection.documents if d.kind in kinds and kinds[d.kind].counted]
    return chosen or list(collection.documents)


def counted_name(number: int, collection: Collection) -> str:
    """What that many counted documents are called."""
    kinds = [kind for kind in collection.settings.collection.kinds.values() if kind.counted]
    if len(kinds) != 1:
        return "document" if number == 1 else "documents"
    return kinds[0].one if number == 1 else kinds[0].many


def find_members(question: Question, evidence: Evidence) -> list[Member]:
    """Every document that has what is asked for, in the collection's order.

    By the collection's facts where the question names a value of a facet or a kind of link: values
    of one facet widen the set, different facets narrow it. By meaning where no field fits.
    """
    collection = evidence.collection
    pool = counted(collection)
    if asks_for_others(question.text):
        pool = [d for d in pool if d.id not in question.documents]
    chosen = [d for d in find_by_facts(question, collection) if d in pool]
    if chosen:
        conditions = _conditions(question, collection)
        return [Member(d, _shown_by(d, conditions, evidence)) for d in chosen]
    return _by_meaning(pool, evidence)


def find_by_facts(question: Question, collection: Collection) -> list[Document]:
    """The counted documents that have every fact the question names; none where it names none."""
    conditions = _conditions(question, collection)
    return [
        document
        for document in counted(collection)
        if conditions and all(_holds(document, c, collection) for c in conditions)
    ]


Condition = list[Target]


def _conditions(question: Question, collection: Collection) -> list[Condition]:
    """What a member must have: each condition is a list of targets, any of which will do."""
    found: list[Condition] = []
    last_facets: set[str] = set()
    for mention in question.mentions:
        targets = [t for t in mention.targets if t.kind in ("facet", "part")]
        if not targets:
            continue
        facets = {t.facet for t in targets}
        if found and facets & last_facets:
            found[-1] = [*found[-1], *targets]
        else:
            found.append(targets)
        last_facets = facets
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


def _shown_by(
    document: Document, conditions: list[Condition], evidence: Evidence
) -> Passage | None:
    """The best sentence that holds the words of a fact asked for; else the document's best."""
    ranked = evidence.sentences_of({document.id})
    links = any(target.kind == "link" for condition in conditions for target in condition)
    if links and document.body_end < len(document.text):
        start = document.body_end + 2
        return Passage(document.id, start, len(document.text), document.text[start:])
    spans = [
        span
        for condition in conditions
        for target in condition
        for span in _fact_spans(document, target, evidence.collection)
    ]
    showing = [s for s in ranked if any(s.passage.start <= a < s.passage.end for a, _ in spans)]
    chosen = showing or ranked
    return chosen[0].passage if chosen else None


def _by_meaning(pool: list[Document], evidence: Evidence) -> list[Member]:
    """The documents with a sentence that matches the content words nearly as well as the best.

    So does a sentence in which every content word stands that the collection knows.
    """
    asked = {word.stem for word in evidence.question.subjects if evidence.knows(word)}
    best: dict[str, ScoredSentence] = {}
    whole: dict[str, ScoredSentence] = {}
    for sentence in evidence.sentences_of(document.id for document in pool):
        name = sentence.passage.document_id
        if name not in best or sentence.content > best[name].content:
            best[name] = sentence
        text = embedded_text(evidence.collection.by_id[name], sentence.passage.text)
        if len(asked) > 1 and asked <= set(stems(text)):
            whole.setdefault(name, sentence)
    if not best:
        return []
    least = max(sentence.content for sentence in best.values()) - NEAR_BEST
    near = {name: s for name, s in best.items() if s.content >= least} | whole
    return [Member(d, near[d.id].passage) for d in pool if d.id in near]


def member_statements(members: list[Member]) -> tuple[Statement, ...]:
    """One statement for each member, with its sentence."""
    return tuple(Statement(m.document.id, (m.sentence,) if m.sentence else ()) for m in members)
