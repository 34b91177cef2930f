"""A question and what is named after it in, the question asked of that out (`and Hampshire?`)."""

import re
from collections.abc import Sequence

from assistant.conversation.of_shown import anything_about
from assistant.conversation.subjects import (
    OTHER_THAN,
    Turn,
    asked_topic,
    subject,
    subjects,
    with_subject,
)
from assistant.language.answer_kinds import asks_for_attribute, question_form
from assistant.language.phrases import find_phrase, has_phrase, starts_with
from assistant.language.words import content, language, stems, words
from assistant.reading.asking import is_topic
from assistant.reading.follow_up import after, is_name, names_in
from assistant.reading.lexicon import Lexicon
from assistant.reading.mentions import Mention, Target
from assistant.reading.question import without
from corpus.types import Collection
from index.texts import PRONOUN

_POINTED = re.compile(r"^(?:that|this|those|these)\s+(?=\w+\s+\w+)", re.IGNORECASE)


def exchanged(rest: str, text: str, lexicon: Lexicon) -> str | None:
    """The text with one of its phrases exchanged for its like in `rest`; None where it has none.

    A place is put behind a name (`in London`), not in its stead.
    The phrase is rather a name than another word, and of several like kinds (a place, a council).
    """
    old = [*lexicon.mentions(text), *_unknown_places(text, lexicon)]
    for mention in (*lexicon.mentions(rest), *_unknown_places(rest, lexicon)):
        others = [m for m in old if m.targets != mention.targets]
        alike = [m for m in others if _kinds(m) & _kinds(mention)]
        of_place = ("facet", "place") in _kinds(mention)
        inside = not mention.names("document") and _opening(rest) == "in"
        if not alike and inside and any(map(is_name, others)):
            return f"{text.rstrip('?!. ')} {rest.rstrip('?!. ')}?"  # of the same, in that place
        if not alike and (is_name(mention) or of_place) and _opening(rest) in ("", "in"):
            alike = [m for m in others if is_name(m) or ("facet", "place") in _kinds(m)]
        if not alike and is_name(mention) and _opening(rest):
            alike = [m for m in others if is_name(m) and _before(m, text) == _opening(rest)]
        if alike:
            likest = min(
                alike,
                key=lambda other: (
                    text[other.start].islower(),
                    -len(_kinds(other) & _kinds(mention)),
                ),
            )
            return _put_in(rest[mention.start : mention.end], likest, old, text)
    return None


def opposed(rest: str, text: str, lexicon: Lexicon) -> str:
    """The text with `outside London` for its own `in London`; empty where it has none."""
    named = [mention.targets for mention in lexicon.mentions(rest)]
    for mention in lexicon.mentions(text):
        before = words(text[: mention.start])
        if mention.targets in named and before and _before(mention, text):
            rest = rest.rstrip("?!. ")
            return text[: before[-1].start] + rest + text[mention.end :]
    return ""


def swapped(rest: str, last: Turn, lexicon: Lexicon, collection: Collection) -> str:
    """The last question with its subject exchanged for the one that is named now, or with both."""
    asked = last.searched_for.partition(OTHER_THAN)[0]
    text = exchanged(rest, asked, lexicon)
    if text:
        return text
    meant = subject([last], lexicon, collection)
    if names_in(rest, lexicon):
        return f"{last.searched_for.rstrip('?!. ')} {rest.rstrip('?!. ')}?"
    asking, topic = asked_topic(last.searched_for)
    if topic and not names_in(last.searched_for, lexicon):
        return f"{asking} {rest.rstrip('?!. ')}?"
    of_story = any(
        mention.names("thing") or set(mention.names("document")) & set(collection.counted)
        for mention in lexicon.mentions(last.searched_for)
    )
    known = any(len(words(rest[m.start : m.end])) > 1 for m in lexicon.mentions(rest))
    rest = _POINTED.sub("", rest)  # `that video coaching`
    first = after(rest, starts_with("article", rest)) or rest
    tied = words(first)[0].stem in language()["ties"]
    attribute = asks_for_attribute(rest) and not question_form(rest)  # `and the savings?`
    alone = not tied and is_topic(rest, lexicon)
    if alone and not (of_story and (attribute or not known)):
        return anything_about(rest)
    overview = has_phrase("define", asked) or has_phrase("more", asked)
    other = "other" in stems(rest)  # `and the other strand?`
    if attribute or (alone and overview and not other):  # after `tell me about Pause`
        return f"What about {rest.rstrip('?!. ')} ({subjects([last], lexicon, collection)})?"
    untold = meant and meant.lower() not in last.searched_for.lower()
    about = f" ({meant})" if untold and not has_phrase("set", last.searched_for) else ""
    return f"{last.searched_for.rstrip('?!. ')}{about}, and {rest.rstrip('?!. ')}?"


def corrected(rest: str, last: Turn, lexicon: Lexicon, collection: Collection) -> str:
    """The last question with what is meant put in for what was not (`no, I meant Leeds`)."""
    rest = rest.lstrip(" ,.:;-")
    skipped = starts_with("correction", rest)
    while skipped:
        rest = after(rest, skipped).lstrip(" ,.:;-")
        skipped = starts_with("correction", rest)
    rest = rest.partition(", not ")[0]
    if not rest:
        return last.searched_for
    if question_form(rest) and lexicon.mentions(rest):
        return rest  # a name and a question of its own: it stands alone
    asks, _, _ = rest.partition(" not ")
    if question_form(asks) and len(content(asks)) > 0:  # `how many areas, not which`
        return with_subject(asks.rstrip(" ,"), subject([last], lexicon, collection), last, lexicon)
    text = last.searched_for
    named = [mention for mention in lexicon.mentions(text) if mention.names("document")]
    found = exchanged(rest, text, lexicon)
    if named and not found and not (rest.islower() and len(words(rest)) == 1):
        return text[: named[0].start] + rest.rstrip("?!. ") + text[named[0].end :]
    return found or _last_word(rest, text) or swapped(rest, last, lexicon, collection)


def _last_word(rest: str, text: str) -> str:
    """The text with a word for the one it ends with (`no, I meant results`); empty for more."""
    ending = content(text)[-1:]
    if not ending or len(words(rest)) > 1 or question_form(rest):
        return ""
    start, end = ending[0].start, ending[0].end
    ends = end == len(text.rstrip("?!. "))
    return text[:start] + rest.strip("?!. ") + text[end:] if ends else ""


def same_asked(text: str, asked: str, lexicon: Lexicon) -> str:
    """What was asked, of the name in `does Leeds too?`; empty where it asks anything else."""
    named = names_in(text, lexicon)
    beside = [word.text.lower() for word in words(without(text, named))]
    verbs = language()["asked_whether"]
    if len(named) != 1 or beside[:1] not in [[verb] for verb in verbs]:
        return ""
    if not {*verbs, *language()["too"]}.issuperset(beside):
        return ""
    name, asked = text[named[0].start : named[0].end], asked.rstrip("?!. ")
    of_all = find_phrase("set", asked)
    if of_all and not of_all[0]:  # `which projects involve the police`
        return f"{name} {after(asked, of_all[1])}?"
    return exchanged(name, asked, lexicon) or f"{asked} ({name})?"


def _unknown_places(text: str, lexicon: Lexicon) -> list[Mention]:
    """The places of a text that the collection gives no meaning, as mentions of a place."""
    known = lexicon.mentions(text)
    return [
        Mention(word.start, word.end, (Target("facet", word.text.lower(), "place"),))
        for word in words(text)
        if word.text.lower() in language()["places"]
        and not any(m.start <= word.start < m.end for m in known)
    ]


def _kinds(mention: Mention) -> set[tuple[str, str]]:
    return {(target.kind, target.facet) for target in mention.targets}


def _put_in(name: str, other: Mention, mentions: Sequence[Mention], text: str) -> str:
    """The text with a name for the other mention, and `it` for others of that one's document.

    Nothing stands for these where they only say where (`in it`).
    """
    documents = set(other.names("document"))
    for mention in sorted(mentions, key=lambda mention: -mention.start):
        again = documents.intersection(mention.names("document"))
        if mention is other or again:
            put = name if mention is other else PRONOUN
            before = text[: mention.start]
            if mention is not other and _before(mention, text) == "in":  # `work in Leeds`: in it
                before, put = before[: words(before)[-1].start].rstrip(), ""
            text = before + put + text[mention.end :]
    return text


def _opening(text: str) -> str:
    """The text's first word, if it is one that stands before names (`from`, `in`)."""
    first = words(text)[0].stem if words(text) else ""
    return first if first in ("from", "in", "at", "with", "for", "to", "by") else ""


def _before(mention: Mention, text: str) -> str:
    """The word before a mention in its text, as `_opening` gives it."""
    earlier = words(text[: mention.start])
    return _opening(earlier[-1].text) if earlier else ""
