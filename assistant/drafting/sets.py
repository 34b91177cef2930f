"""A question for a set in (`which projects ...`), every document that belongs to it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from assistant.drafting.guidance import telling
from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.judging.membership import TOLD_IN_PART, least_share, membership
from assistant.judging.properties import nearest_properties, shown_shares
from assistant.language.amounts import asked_amount, told_at
from assistant.language.answer_kinds import lacks_attribute, lacks_judgement
from assistant.language.phrases import any_as_written, any_stands_in, find_phrase, has_phrase
from assistant.language.words import language
from assistant.reading.conditions import (
    LINKS,
    counted,
    fact_starts,
    find_conditions,
    held_shares,
    is_about,
)
from assistant.reading.follow_up import after
from assistant.reading.narrowing import Narrowed, is_where
from assistant.reading.question import Question, asks_for_others, chooses_among
from corpus.types import Collection, Document, Passage
from index.types import Floats

SURE = 0.5  # the probability from which a member needs no `may`
CERTAIN = 0.9  # and one of few named no other sign
VAGUE = 6  # documents that may belong, none surely, beyond which nothing much is asked for
NEARER = 0.2  # of the likeliest's probability, the least where so many may beside what does
FACT = 0.7  # what a sentence gains by holding the words of a fact or amount that is asked for
PROPERTY = 2.0  # and those of a property, for all of the nearness of all
CLOSE = 0.6  # a sentence whose value lies so little below the best's shows it as well
OUTSTANDING = 0.3  # how far the best sentence's score lies above any other document's


@dataclass(frozen=True, slots=True)
class Member:
    """A document of the set, the sentences that show why it is in it, and how likely it is.

    `sentences`: the best first, then those that show it nearly as well. `near`: whether it has but
    a part of what is asked for.
    """

    document: Document
    sentences: tuple[Passage, ...]
    probability: float = 1.0
    near: bool = False


def looked_through(question: Question, collection: Collection) -> list[Document]:
    """The documents that members are looked for among: all, or those named (`which of ...`)."""
    documents = counted(collection)
    if chooses_among(question):
        return [document for document in documents if document.id in question.documents]
    return documents


def find_members(
    question: Question, narrowed: Narrowed, evidence: Evidence, rest: Evidence
) -> list[Member]:
    """Every document that is likely to have what is asked for, in the collection's order.

    What narrows the set decides, and an amount that is asked for, where any document tells of it;
    where more is asked than these, so does the probability of membership. The likeliest are kept
    even where none is likely, if they are few; there are none where no document has what narrows
    it. Those that tell of a topic in so many words are members; where a judgement or result is
    asked for, only those whose sentence holds one. `evidence`: on the whole question; `rest`: on
    what is asked beside what narrows it.
    """
    collection = evidence.collection
    pool = looked_through(question, collection)
    if asks_for_others(question.text):
        pool = [d for d in pool if d.id not in question.documents]
    alike = tuple(map(tuple, collection.settings.vocabulary.alike))
    amount = asked_amount(question.text, alike, exact=True)
    amounting = [d for d in pool if amount and told_at(d.text, amount)]
    pool = amounting or pool
    likely = np.ones(len(pool), np.float32)
    if narrowed.rest and pool:
        held = held_shares(pool, rest.question, collection)
        likely = membership(pool, rest, held)
        if held.max() == 1:  # others that have but one of two facts asked for may belong at most
            likely = np.where((held > 0) & (held < 1), held * likely, likely)
        if amounting and amount:
            likely = np.where(bool(amount.counted) | (likely >= SURE), 1.0, likely)
        likely = _in_words(question.text, pool, likely)
    told: dict[str, list[int]] = {}
    for sentence in telling(evidence):
        told.setdefault(sentence.passage.document_id, []).append(sentence.passage.start)
    conditions = find_conditions(question, collection)
    least = least_share(collection) * likely.max(initial=0.0)
    least = SURE if told and not conditions else least
    linked = not narrowed.rest and any(t.kind in LINKS for c in narrowed.required for t in c)
    there = any(is_where(mention, question.text) for mention in question.mentions)
    places = [t for m in question.mentions for t in m.targets if there and t.facet == "place"]
    if places:  # told of, but not there
        about = [is_about(document, places, collection) for document in pool]
        likely = np.where(about, likely, likely.clip(max=TOLD_IN_PART))
    members = []
    for document, probability in zip(pool, likely, strict=True):
        if probability < least or not narrowed.admits(document, collection):
            continue
        wanted = [*fact_starts(document, [*conditions, *narrowed.required], collection)]
        wanted += told_at(document.text, amount) if amount else ()
        wanted += told.get(document.id, ())
        shown = _pointer(document) if linked else ()
        shown = shown or _shown_by(document, wanted, evidence)
        if told or not _lacks(question, " ".join(s.text for s in shown)):
            members.append(Member(document, shown, float(probability)))
    vague = not narrowed.decides and all(member.probability < SURE for member in members)
    return [] if vague and len(members) > VAGUE else _nearer(members)


def _in_words(text: str, pool: Sequence[Document], likely: Floats) -> Floats:
    """How likely each is, by what its text holds where the words are asked for (`who mention X`).

    As it is where none is asked for, or no text holds them.
    """
    asked = find_phrase("mentioning", text)
    phrase = after(text, asked[1]).strip(" ?.!") if asked else ""
    if not phrase:
        return likely
    held = np.array([any_stands_in([phrase], document.text) for document in pool])
    by_words = np.where(held, likely.clip(SURE), likely.clip(max=TOLD_IN_PART))
    return by_words if held.any() else likely


def _lacks(question: Question, text: str) -> bool:
    """Whether what shows a member holds no judgement or result that is asked for.

    Of those that are named, no property at all that is.
    """
    lacking = chooses_among(question) and lacks_attribute(question.asking, text)
    return lacking or lacks_judgement(question.asking, text)


def _nearer(members: list[Member]) -> list[Member]:
    """Those that surely belong, and of many that may beside them those that are nearer."""
    likeliest = max((member.probability for member in members), default=0.0)
    others = sum(member.probability < SURE for member in members)
    least = NEARER * likeliest if likeliest >= SURE and others > VAGUE else 0.0
    return [member for member in members if member.probability >= least]


def is_negative(evidence: Evidence) -> bool:
    """Whether the nearest of all properties is one of not being something (`not evaluated`)."""
    properties = evidence.collection.properties
    if not properties:
        return False
    nearest = properties[int(nearest_properties(evidence).shares.argmax())]
    return any_as_written(language()["leaving_out"], " ".join([nearest.name, *nearest.asked]))


def stands_out(question: Question, evidence: Evidence, members: Sequence[Member]) -> bool:
    """Whether `is there anyone who ...` has one answer that is plainly nearer than any other.

    None stands out where a likelier member is of another document.
    """
    if has_phrase("set", question.text) or find_conditions(question, evidence.collection):
        return False
    best, *others = evidence.sentences
    likeliest = max(members, key=lambda member: member.probability, default=None)
    counts = best.passage.document_id in evidence.collection.counted
    if counts and likeliest and likeliest.document.id != best.passage.document_id:
        return False
    rest = [s for s in others if s.passage.document_id != best.passage.document_id]
    return bool(rest) and best.score - rest[0].score >= OUTSTANDING


def _pointer(document: Document) -> tuple[Passage, ...]:
    """What follows a document's body: the source's own pointer to further reading."""
    start = document.body_end + 2
    text = document.text[start:]
    return (Passage(document.id, start, len(document.text), text),) if text else ()


def _shown_by(document: Document, wanted: Sequence[int], evidence: Evidence) -> tuple[Passage, ...]:
    """The document's best sentence, if one was looked at, and those that are nearly as good.

    One that holds what is `wanted`, the words of a fact or amount asked for, is better for it, and
    one that holds a property's, by that property's share of the nearness of all.
    """
    shares = shown_shares(evidence)

    def showing(sentence: ScoredSentence) -> float:
        start, end = sentence.passage.start, sentence.passage.end
        held = wanted and any(start <= at < end for at in wanted)
        return sentence.score + FACT * bool(held) + PROPERTY * shares[sentence.number]

    values = [(showing(s), s.passage) for s in evidence.by_document.get(document.id, ())]
    values.sort(key=itemgetter(0), reverse=True)
    return tuple(passage for value, passage in values if values[0][0] - value <= CLOSE)
