"""Two or more named things in, what the texts say of each, side by side, out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.draft import Draft, Section, Statement
from assistant.drafting.links import answered
from assistant.drafting.refusals import partly
from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.judging.coverage import is_named, is_silent
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import has_phrase
from assistant.language.words import content, language, stem
from assistant.reading.conditions import counted, find_by_facts, holds, is_exact
from assistant.reading.question import Question, outside_names, without
from assistant.reading.side_by_side import asks_of_each, asks_to_compare
from assistant.types import Status
from corpus.types import Collection, Document

# what follows a name: `... on training`
_ASPECT = re.compile(
    r"\W*\b(?:on|about|regarding|in terms of|in their|when it comes to|with regard to)\s+"
    r"(?:the\s+|their\s+)?(?P<aspect>[^?.!]+)",
    re.IGNORECASE,
)
_APART = re.compile(r":\s+|\s+[-\u2013\u2014]\s+|[.?]\s+")  # before what is asked of them
MOST = 4
FEW = 2  # words of what is compared
SENTENCES = 3
WHOLE = 5  # where nothing but names is asked about
ALONGSIDE = 0.9  # how far below a row's best a sentence may lie that is shown as well
NEAR = 0.8  # how far below the best a document's sentence may lie that is compared unnamed


def compared(question: Question, evidence: Evidence) -> list[Document]:
    """The documents that the question compares.

    Those it names, those that a name inside them stands for, and those that a thing it names stands
    in relation with; else those its facts select; else those whose best sentences are about as near
    to it.
    """
    collection = evidence.collection
    named = question.documents[:]
    for thing in question.things:
        if thing not in collection.by_id:
            tied = [r.document_id for r in collection.relations if thing in (r.who, r.what)]
            named += tied[:1]
    inside = [evidence.index.sentences[n].document_id for n in evidence.naming]
    named += inside
    for mention in question.mentions if named else ():
        joined = question.text[: mention.start].rstrip().endswith((",", " and", " or"))
        if joined and not mention.names("document") and is_exact([*mention.targets], collection):
            named += [d.id for d in counted(collection) if holds(d, [*mention.targets], collection)]
    if len(named) < 2:
        named += [document.id for document in find_by_facts(question, collection)]
    if len(set(named)) == 1:
        near = evidence.sentences[0].score - NEAR
        found = [s.passage.document_id for s in evidence.sentences if s.score >= near]
        named += found[:2]
    shown = list(dict.fromkeys(named))[: max(MOST, len(question.documents))]
    return [collection.by_id[name] for name in shown]


def aspect(question: Question) -> str:
    """What the things named before are compared in (`... on training`); empty where nothing is."""
    ends = [mention.end for mention in question.mentions]
    matches = (_ASPECT.match(question.text[end:]) for end in reversed(ends))
    return next((match["aspect"] for match in matches if match), "")


def asked_beside(question: Question) -> str:
    """What is asked of what is to be compared, after that order (`Compare A and B: who ...?`)."""
    end = max((mention.end for mention in question.mentions), default=0)
    order = without(question.text[:end], question.mentions)
    apart = _APART.match(question.text, end)
    asked = question.text[apart.end() :] if apart and has_phrase("compare", order) else ""
    return asked if question_form(asked) and not question_form(order) else ""


def comparison_statements(
    documents: list[Document], parts: Sequence[Evidence], on: str = ""
) -> tuple[Statement, ...]:
    """For each document its best sentences on each part of the question, and on the whole of it.

    `on`: what they are compared in. Where that is a word or two, the sentences name it.

    `parts` holds the evidence of the whole question and then of its clauses. Where nothing but
    names is asked about, a document's first sentences stand for it. A row whose sentences don't say
    what was asked notes it.
    """
    result = []
    question = parts[0].question
    asked = _asked(question)
    wanted = question_form(question.text) not in ("", "thing", "manner")  # `who is each for?`
    most = SENTENCES if asked or wanted else WHOLE
    each = asks_of_each(question) and not asks_to_compare(question, question.text)
    few = 0 < len(content(on)) <= FEW
    for document in documents:
        ranked = [part.by_document.get(document.id, []) for part in (parts if asked else parts[:1])]
        ranked = [[s for s in found if not _is_shown(s, document, parts[0])] for found in ranked]
        if asked:
            near = [s for s in ranked[0][1:SENTENCES] if ranked[0][0].score - s.score <= ALONGSIDE]
            near = [s for s in near if not few or is_named(parts[0], s)]
            chosen = [*(sentences[0] for sentences in ranked), *near]
        else:
            chosen = sorted(ranked[0], key=lambda s: s.passage.start)
        distinct = list({s.number: s for s in chosen}.values())[:most]
        silent = asked and is_silent(parts[0], distinct, each)
        silent = silent or (few and not any(is_named(parts[0], s) for s in distinct))
        note = f"{parts[0].collection.settings.collection.name} don't say; nearest:"
        note = note[0].upper() + note[1:] if silent else ""
        kept = distinct[:1] if silent else distinct
        result.append(Statement(document.id, tuple(s.passage for s in kept), note))
    return tuple(result)


def table(rows: tuple[Statement, ...], question: Question, collection: Collection) -> Draft:
    """The rows side by side; partly, where any is silent, and as the nearest, where all are."""
    if all(row.note for row in rows):
        nearest = tuple(replace(row, note="") for row in rows)
        return partly([question.text], nearest, question, collection)
    draft = answered(collection, Section("", rows, "table"))
    silent = any(row.note for row in rows)
    return replace(draft, status=Status.PARTLY) if silent else draft


def _asked(question: Question) -> bool:
    """Whether something is asked about the things compared, beside the words of comparing."""
    comparing = {stem(part) for phrase in language()["compare"] for part in phrase.split()}
    return any(word.stem not in comparing for word in outside_names(question))


def _is_shown(sentence: ScoredSentence, document: Document, evidence: Evidence) -> bool:
    """Whether a sentence says only what stands beside the document's name in every answer."""
    shown = evidence.collection.settings.collection.shown_facets
    passage = sentence.passage
    return any(
        fact.facet in shown and (fact.start, fact.end) == (passage.start, passage.end)
        for fact in document.facts
    )
