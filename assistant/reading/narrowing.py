"""A question for a set in, what decides by itself (a place, a link, what is left out) cut off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.language.clauses import asked_and_told
from assistant.language.phrases import any_as_written, find_phrases
from assistant.language.words import (
    adverb_stems,
    content,
    language,
    listed_stems,
    stem,
    stems,
    words,
)
from assistant.reading.conditions import LINKS, Condition, find_conditions, holds, is_exact
from assistant.reading.mentions import Mention, Target
from assistant.reading.question import Question, asks_for_others, chooses_among
from assistant.reading.whole_set import asks_for_all
from corpus.types import Collection, Document

Span = tuple[int, int]

# what the person wants with them (`... I could look at`)
_OF_SPEAKER = re.compile(
    r",?\s+(?:that |which )?(?:i|we|i'm|we're|i'd|we'd)\b[^.?!]*", re.IGNORECASE
)
_IN_A_ROW = re.compile(r"\s*(?:,|,?\s(?:and|n?or))\s+(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A question for a set, taken apart.

    `required`: conditions that a member has, each of them; `excluded`: those of which it has none.
    `rest`: what else is asked, empty where nothing is.
    """

    required: tuple[Condition, ...]
    excluded: tuple[Condition, ...]
    rest: str

    @property
    def decides(self) -> bool:
        """Whether anything is required or excluded."""
        return bool(self.required or self.excluded)

    def admits(self, document: Document, collection: Collection) -> bool:
        """Whether a document has what is required, and nothing that is excluded."""
        return all(holds(document, c, collection) for c in self.required) and not any(
            holds(document, c, collection) for c in self.excluded
        )


def narrow(question: Question, collection: Collection) -> Narrowed:
    """What decides by itself in a question for a set, and what is asked beside it.

    Where a value of an exact facet is left out and nothing else is asked, a member has another.
    """
    named = [m for m in question.mentions if m.names("document")]
    among = named if chooses_among(question) else []
    others = among or asks_for_others(question.text)  # `Leeds does. Who else?`
    apart = [m for m in named if not is_where(m, question.text)] if others else []
    found = find_conditions(question, collection, apart)
    required = [c for c in found if is_exact(c, collection)]
    excluded = [c for m in question.left_out if (c := _left_out(m, question, collection))]
    deciding = [m for m in question.mentions if m not in apart and _is_in(m, required)]
    spans = [(m.start, m.end) for m in (*deciding, *question.left_out, *among)]
    spans += _link_spans(question, required, collection)
    rest = cut_out(question.text, [_with_lead(question.text, span) for span in spans])
    if required:  # what else is said of them, and not asked, plays no part
        rest = _OF_SPEAKER.sub("", rest)
        rest = asked_and_told(rest)[0] or rest
    more = _asks_more(rest, [*required, *excluded], collection)
    if not more and not required:
        required = _other_values(excluded, collection)
    whole = asks_for_all(question, collection)
    more = not whole and (more or not (required or excluded))
    return Narrowed(tuple(required), tuple(excluded), rest if more else "")


def _is_in(mention: Mention, conditions: Sequence[Condition]) -> bool:
    return any(target in condition for target in mention.targets for condition in conditions)


def _link_spans(
    question: Question, conditions: Sequence[Condition], collection: Collection
) -> list[Span]:
    """Where the kinds of link stand in the question that the conditions are about."""
    kinds = collection.settings.collection.link_kinds
    linked = [t.name for condition in conditions for t in condition if t.kind in LINKS]
    return find_phrases([w for name in linked for w in kinds[name].words], question.text)


def _asks_more(rest: str, conditions: Sequence[Condition], collection: Collection) -> bool:
    """Whether content words are left beside those that ask for what the conditions name."""
    facets = collection.settings.vocabulary.facets
    targets = [target for condition in conditions for target in condition]
    asking = {s for target in targets for s in stems(target.name)}
    asking |= {stem(w) for t in targets if t.facet for w in facets[t.facet].asked}
    if any(target.kind in LINKS for target in targets):
        asking |= {stem("link"), *listed_stems("of_links")}
    said = asking | adverb_stems() | listed_stems("all_of_it")
    return any(w.stem not in said and w.text.lower() not in _ties() for w in content(rest))


def _other_values(conditions: Sequence[Condition], collection: Collection) -> list[Condition]:
    """For each value of an exact facet among the conditions, all the others of that facet."""
    facets = collection.settings.vocabulary.facets
    return [
        [Target("facet", value, t.facet) for value in facets[t.facet].values if value != t.name]
        for condition in conditions
        for t in condition
        if t.facet and facets[t.facet].exact
    ]


def _left_out(mention: Mention, question: Question, collection: Collection) -> Condition:
    """What no member may be or have: the documents named, or else the facts.

    Nothing, where it only says what is not meant (`beds, not fostering`).
    """
    documents = [target for target in mention.targets if target.kind == "document"]
    condition = documents or list(mention.targets)
    start, _ = _with_lead(question.text, (mention.start, mention.end))
    said = [word.text.lower() for word in words(question.text[start : mention.start])] != ["not"]
    but = question.text[:start].rstrip().lower().endswith(" but")
    decides = documents or said or but or is_exact(condition, collection)
    return condition if decides else []


def in_a_row(between: str) -> bool:
    """Whether what stands between two names sets them in one row (`, `, ` and the `)."""
    return _IN_A_ROW.fullmatch(between) is not None


def left_out(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Those of the mentions that a text leaves out (`not in London`, `but Pause and KEEP`)."""
    found: list[Mention] = []
    if not any_as_written(language()["leaving_out"], text):
        return found
    for mention in mentions:
        start, _ = _with_lead(text, (mention.start, mention.end))
        row = found and in_a_row(text[found[-1].end : mention.start])
        if row or any_as_written(language()["leaving_out"], text[start : mention.start]):
            found.append(mention)
    kept = [t for m in mentions if m not in found and not is_where(m, text) for t in m.targets]
    return [m for m in found if not any(t in kept for t in m.targets)]


def without_left_out(question: Question) -> Question:
    """The question without the words that leave something out; what they leave out stays known."""
    spans = [_with_lead(question.text, (m.start, m.end)) for m in question.left_out]
    text = re.sub(r"\W+\?$", "?", cut_out(question.text, spans))
    kept = tuple(m for m in question.mentions if m.end <= min(start for start, _ in spans))
    return replace(question, text=text, mentions=kept, subjects=tuple(content(text)))


def is_where(mention: Mention, text: str) -> bool:
    """Whether it says where, in a place whose name is a document's too (`in Leeds`)."""
    before = [word for word in words(text[: mention.start]) if word.text.lower() != "the"]
    place = any(target.facet == "place" for target in mention.targets)
    inside = bool(before) and before[-1].text.lower() == "in"
    return place and inside


@cache
def _ties() -> frozenset[str]:
    """The words that tie a name to its sentence, or leave it out of it."""
    return frozenset([*language()["ties"], *" ".join(language()["leaving_out"]).split()])


def _with_lead(text: str, span: Span) -> Span:
    """The span and the words before it that tie it to its sentence (`are not in the`)."""
    start = span[0]
    for word in reversed(words(text[: span[0]])):
        if word.text.lower() not in _ties() or text[word.end : start].strip():
            break
        start = word.start
    return start, span[1]


def cut_out(text: str, spans: Sequence[Span]) -> str:
    """The text without those spans, which may overlap."""
    kept, read = "", 0
    for start, end in sorted(spans):
        kept += f"{text[read:start].rstrip()} " if start > read else ""
        read = max(read, end)
    return (kept + text[read:].lstrip()).strip(" ,;-")
