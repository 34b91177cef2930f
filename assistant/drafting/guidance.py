"""A question on how to do something in, the guidance and stories that show it in practice out."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

import numpy as np

from assistant.drafting.draft import Statement
from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.judging.bearing import SHORT, likely_to_advise, likely_to_show
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import any_stands_in, starts_with
from assistant.language.words import language, words
from assistant.reading.question import Kind
from corpus.types import Collection

SENTENCES = 8
SPELT = 10  # numbers that a sentence may begin with, in words
STORIES = 2


def is_guidance(sentence: ScoredSentence, collection: Collection) -> bool:
    """Whether a sentence is of a document that tells no story."""
    return sentence.passage.document_id not in collection.counted


def is_short(evidence: Evidence) -> bool:
    """Whether one text is named, so short that it is about one thing."""
    named = evidence.question.documents
    return len(named) == 1 and evidence.collection.by_id[named[0]].body_end <= SHORT


def wants_stories(evidence: Evidence) -> bool:
    """Whether it asks for a set of people or places (`who`), or of what lists count."""
    question, kinds = evidence.question, evidence.collection.settings.collection.counted
    counted = [name for kind in kinds for name in (kind.one, kind.many)]
    asks = question_form(question.asking) == "person" or any_stands_in(counted, question.asking)
    return asks and question.kind is Kind.LIST and not question.link_kinds


def guidance_sentences(
    evidence: Evidence, ranked: Sequence[ScoredSentence]
) -> list[ScoredSentence]:
    """Of sentences, best first, those of guidance that are likely to advise, likeliest first.

    Each with those that it brings, and the likeliest short text whole. None where the collection
    counts every document, and so has no guidance.
    """
    told = {s.number: s for s in ranked if is_guidance(s, evidence.collection)}
    numbers = evidence.scores.numbers.tolist()
    places = [place for place, number in enumerate(numbers) if number in told]
    if not places:
        return []
    likely, least = likely_to_advise(evidence, places)
    order = np.argsort(-likely, kind="stable")[:SENTENCES]
    chosen = [told[numbers[places[i]]] for i in order if likely[i] >= least * likely.max()]
    documents = (evidence.collection.by_id[s.passage.document_id] for s in chosen)
    whole = next((d.id for d in documents if d.body_end <= SHORT), "")
    brings = {sentence: list(_brings(sentence, evidence)) for sentence in chosen}
    brought = [
        s
        for sentence in chosen
        for first in [*(c for c in chosen if sentence in brings[c]), sentence]
        for s in (first, *brings[first])
    ]
    of_whole = (s for s in told.values() if s.passage.document_id == whole)
    return list(dict.fromkeys([*brought, *of_whole]))


def guidance_on(evidence: Evidence) -> list[ScoredSentence]:
    """The guidance that tells of the topic asked about in so many words; else the best."""
    out = {name for m in evidence.question.left_out for name in m.names("document")}
    told = [s for s in telling(evidence) if is_guidance(s, evidence.collection)]
    ranked = [s for s in evidence.sentences if s.passage.document_id not in out]
    return told or guidance_sentences(evidence, ranked)


def telling(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences that tell of the topic asked about in so many words, best first."""
    numbers = set(evidence.telling)
    return [s for s in evidence.sentences if s.number in numbers] if numbers else []


def _brings(sentence: ScoredSentence, evidence: Evidence) -> Iterable[ScoredSentence]:
    """The sentences after one in its text without which it says little.

    `Three methods ...` brings the three, a list's heading the list, and any sentence the next one
    where that goes on from it (`These include ...`).
    """
    passage = sentence.passage
    own = evidence.by_document[passage.document_id]
    after = sorted((s for s in own if s.passage.start > passage.start), key=_start)
    if not passage.text.endswith((".", "?", "!")):
        return takewhile(lambda s: s.passage.text[0].isdigit(), after)
    going_on = bool(after) and starts_with("going_on", after[0].passage.text)
    return after[: max(_announces(passage.text), going_on)]


def _start(sentence: ScoredSentence) -> int:
    return sentence.passage.start


def _announces(sentence: str) -> int:
    """How many things a sentence announces that begins with their number."""
    numbers = list(language()["numbers"])[:SPELT]
    first = [word.text.lower() for word in words(sentence)[:1]]
    return numbers.index(first[0]) + 1 if first and first[0] in numbers else 0


def practice_statements(evidence: Evidence) -> tuple[Statement, ...]:
    """Up to two stories that show it in practice, each by the sentence that is likeliest to.

    First those that tell of it in so many words.
    """
    stories = [s for s in evidence.sentences if not is_guidance(s, evidence.collection)]
    shown = [s for s in telling(evidence) if not is_guidance(s, evidence.collection)]
    rows = {number: place for place, number in enumerate(evidence.scores.numbers.tolist())}
    if stories:
        likely, least = likely_to_show(evidence, [rows[s.number] for s in stories])
        order = np.argsort(-likely, kind="stable")
        shown += [stories[i] for i in order if likely[i] >= least]
    best: dict[str, ScoredSentence] = {}
    for sentence in shown:
        best.setdefault(sentence.passage.document_id, sentence)
    return tuple(Statement(name, (s.passage,)) for name, s in list(best.items())[:STORIES])
