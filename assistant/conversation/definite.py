"""A question that only the story told before answers in, the question asked of that story out."""

import re

from assistant.conversation.subjects import MANY, subject, subjects, with_subject
from assistant.conversation.talk import Talk
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import any_as_written, any_stands_in, has_phrase, starts_with
from assistant.language.words import language, listed_stems, stems, words
from assistant.reading.follow_up import names_a_thing, names_in
from assistant.reading.kinds import asks_for_contact

_PAST = re.compile(r"\b(?:was|were|did|had|has been|have been)\b", re.IGNORECASE)


def definite(talk: Talk) -> str:
    """`How were the young people involved?`, `send me the evaluation` after talk of one story.

    Who they are, and what it is of, only what came before tells.
    """
    question, last = talk.question, talk.last
    took_part = any_as_written(language()["taking_part"], question)  # `who else was involved?`
    named = names_in if took_part else names_a_thing
    if not (took_part or _speaks_of_it(talk)) or named(question, talk.lexicon):
        return ""
    told = [name for name in last.documents if talk.is_story(name)]
    if not told or last.documents[0] != told[0] or (last.nearest and not talk.named):
        return ""
    linked = len(told) == len(last.documents) <= MANY and _asks_for_links(talk)
    if len(told) > 1 and not talk.named and not linked:
        return ""
    spoken_of = subjects if talk.of_several or linked else subject
    meant = spoken_of(talk.turns, talk.lexicon, talk.collection)
    asked = question.replace(" else", "", 1) if took_part else question  # others than it has named
    return with_subject(asked, meant, last, talk.lexicon)


def _speaks_of_it(talk: Talk) -> bool:
    """Whether it asks of `the young people` or for a link, and not for us; or whom to contact."""
    question, kinds = talk.question, talk.collection.settings.collection.link_kinds.values()
    words_of_links = [word for kind in kinds for word in kind.words]
    own = [] if talk.lexicon.mentions(question) else language()["belongings"]
    there = starts_with("is_there", talk.rest) > 0
    linked = there and any_stands_in([*words_of_links, *own], question)
    spoken = any_as_written(language()["definite"], question)
    spoken = spoken or _asks_what_was_done(talk) or _has_definite_subject(talk)
    asks = question_form(question) != "" or has_phrase("link", question)
    for_us = set(stems(question)) & (listed_stems("speaker") - listed_stems("asker"))
    spoken = spoken or linked or _asks_for_links(talk)
    return asks_for_contact(question) or (spoken and asks and not for_us)


def _asks_for_links(talk: Talk) -> bool:
    """Whether links are asked for, and no topic after that (`send`, which opens it, is none)."""
    asks = any_as_written(language()["link_strong"], talk.question)
    return asks and not any(m.start for m in talk.lexicon.mentions(talk.question))


def _asks_what_was_done(talk: Talk) -> bool:
    """Whether it asks of the past (`who trained the staff?`), by whom only what was told before."""
    first, second, *_ = [*(word.text.lower() for word in words(talk.rest)), "", ""]
    done = second.endswith("ed") or second in language()["past"].values()
    past = _PAST.search(talk.rest) is not None or (first in ("who", "what") and done)
    alone = talk.pointing is None and not has_phrase("obligation", talk.question)
    return past and alone and not _asks_elsewhere(talk)


def _has_definite_subject(talk: Talk) -> bool:
    """Whether it asks what `the investors` do or are, for no set and not of the collection."""
    verbs = "|".join(language()["asked_whether"])
    found = re.search(rf"\b(?:{verbs}) the \w", talk.question, re.IGNORECASE)
    alone = not has_phrase("set_alone", talk.question)
    return found is not None and alone and not _asks_elsewhere(talk)


def _asks_elsewhere(talk: Talk) -> bool:
    """Whether it asks of the collection, or of any of what is counted in it."""
    settings = talk.collection.settings.collection
    kinds = [name for kind in settings.kinds.values() for name in (kind.one, kind.many)]
    named = any_as_written([settings.name, *kinds], talk.question)
    return named or has_phrase("set", talk.question)
