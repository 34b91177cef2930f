"""A question for a set in, what its members must have out, and which documents have it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from assistant.language.phrases import STOP, find_phrases, has_phrase
from assistant.language.words import language
from assistant.reading.mentions import Mention, Target
from assistant.reading.question import Question, masked
from corpus.types import Collection, Document
from index.types import Floats

LINKS = ("link", "no link")
LEAD = 3  # words before a kind of link that say whether it must be there
STRICT = ("part", *LINKS)  # what a document has or hasn't, whatever its words

_IN_A_ROW = re.compile(r"(?:,|,?\s+n?or)?\s+(?:an? |the )?", re.IGNORECASE)

Condition = list[Target]  # any of them will do


def counted(collection: Collection) -> list[Document]:
    """The documents that lists are about."""
    return list(collection.counted.values())


def find_conditions(
    question: Question, collection: Collection, apart: Sequence[Mention] = ()
) -> list[Condition]:
    """What a member must have: each condition is a list of targets, any of which will do.

    Values of one facet that follow each other widen a condition, and so does what `or` joins. What
    `and` joins is a condition of its own where any document has both. `apart`: mentions that are no
    conditions.
    """
    found: list[Condition] = []
    last_facets: set[str] = set()
    last_end = 0
    for mention in question.mentions:
        targets = [t for t in mention.targets if t.kind in ("facet", "lacking", "part")]
        if not targets or mention in apart:
            continue
        facets = {t.facet for t in targets}
        between = question.text[last_end : mention.start].lower().split()
        alike = found and facets & last_facets
        also = alike and "and" in between and _have_both(found[-1], targets, collection)
        if found and (alike or "or" in between) and not also:
            found[-1] = [*found[-1], *targets]
        else:
            found.append(targets)
        last_facets, last_end = facets, mention.end
    links = question.link_kinds
    return found + [[Target(_polarity(name, question, collection), name)] for name in links]


def _have_both(one: Condition, other: Condition, collection: Collection) -> bool:
    """Whether a document has what each of two conditions names."""
    documents = counted(collection)
    both = [d for d in documents if holds(d, one, collection) and holds(d, other, collection)]
    return 0 < len(both) < len([d for d in documents if holds(d, [*one, *other], collection)])


def _polarity(link_kind: str, question: Question, collection: Collection) -> str:
    """Whether that kind of link must be there (`link`) or not (`no link`).

    Where several kinds are named, the words right before each say so, or before the one that it
    follows in a row (`no storyboard, website or evaluation`).
    """
    text = masked(question.text, question.mentions)  # `No Wrong Door` is not without a door
    kinds = collection.settings.collection.link_kinds
    spans = sorted({s for k in question.link_kinds for s in find_phrases(kinds[k].words, text)})
    own = find_phrases(kinds[link_kind].words, text)
    lead = ""
    for (_, before), (start, end) in pairwise([(0, 0), *spans]):
        between = text[before:start]
        lead = (
            lead if before and _IN_A_ROW.fullmatch(between) else " ".join(between.split()[-LEAD:])
        )
        if (start, end) in own:
            break
    said = lead if len(question.link_kinds) > 1 else text
    without = has_phrase("without", said) or has_phrase("leaving_out", lead)
    return "no link" if without else "link"


def is_strict(condition: Condition) -> bool:
    """Whether a document has it or hasn't, whatever else is asked: a board, a kind of link."""
    return any(target.kind in STRICT for target in condition)


def is_exact(condition: Condition, collection: Collection) -> bool:
    """Whether it decides: a board, a kind of link, or a fact that no document has unsaid."""
    facets = collection.settings.vocabulary.facets
    exact = any(target.facet and facets[target.facet].exact for target in condition)
    return exact or is_strict(condition)


def holds(document: Document, condition: Condition, collection: Collection) -> bool:
    """Whether the document has any of the condition's targets."""
    return any(_is_true(document, target, collection) for target in condition)


def _is_true(document: Document, target: Target, collection: Collection) -> bool:
    if target.kind in LINKS:
        linked = any(link.kind == target.name for link in document.links)
        return linked == (target.kind == "link")
    if target.kind == "document":
        return document.id == target.name
    if target.kind == "part":
        return target.name in (document.board, document.section)
    return bool(_starts(document, target, collection)) != (target.kind == "lacking")


def fact_starts(
    document: Document, conditions: Sequence[Condition], collection: Collection
) -> list[int]:
    """Where the document's words show what the conditions name, or what is part of it."""
    targets = [target for condition in conditions for target in condition]
    return [start for target in targets for start in _starts(document, target, collection)]


def _starts(document: Document, target: Target, collection: Collection) -> Sequence[int]:
    return collection.told_at[document.id].get((target.facet, target.name), ())


def is_about(document: Document, targets: Sequence[Target], collection: Collection) -> bool:
    """Whether it is about any of those values, by its title or its places; not named in passing."""
    facets = collection.settings.vocabulary.facets
    about = " ".join([document.title, *document.where]).casefold()
    values = (v for t in targets for v in (t.name, *facets[t.facet].broader.get(t.name, [])))
    return any(value.casefold() in about for value in values)


def find_by_facts(question: Question, collection: Collection) -> list[Document]:
    """The counted documents that have every fact the question names; none where it names none."""
    conditions = find_conditions(question, collection)
    return [
        document
        for document in counted(collection)
        if conditions and all(holds(document, c, collection) for c in conditions)
    ]


def with_denials(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, the lack of a value as the value where it is denied (`weren't really part`)."""
    found = []
    for mention in mentions:
        before = STOP.split(text[: mention.start])[-1]
        denials = find_phrases(language()["leaving_out"], before)
        if denials and any(target.kind == "lacking" for target in mention.targets):
            start = mention.start - len(before) + denials[-1][0]
            targets = tuple(replace(target, kind="facet") for target in mention.targets)
            mention = Mention(start, mention.end, targets)
        found.append(mention)
    return found


def under_headings(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, one that stands after `under` or before `section` as that part alone."""
    found = []
    for mention in mentions:
        parts = tuple(target for target in mention.targets if target.kind == "part")
        if parts:
            before, after = text[: mention.start].split()[-1:], text[mention.end :].split()[:1]
            beside = {word.strip("'\"?.,").lower() for word in (*before, *after)}
            if beside & set(language()["headed"]):
                mention = replace(mention, targets=parts)
        found.append(mention)
    return found


def held_shares(
    documents: Sequence[Document], question: Question, collection: Collection
) -> Floats:
    """[documents]: the share that each has of the facts that the question names; 0 for none."""
    facts = [c for c in find_conditions(question, collection) if not is_strict(c)]
    if not facts:
        return np.zeros(len(documents), np.float32)
    held = [[holds(document, c, collection) for c in facts] for document in documents]
    return np.asarray(np.array(held, np.float32).mean(axis=1))
