"""A follow-up that leans on what is spoken of in, the question with that put in out."""

from assistant.conversation.bare import carried_on
from assistant.conversation.subjects import (
    MANY,
    asked_topic,
    exemplified,
    subject,
    subjects,
    with_subject,
)
from assistant.conversation.talk import Talk
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import find_phrase, has_phrase, starts_with
from assistant.language.words import listed_stems, stems, words
from assistant.reading.asking import is_topic
from assistant.reading.follow_up import PLURAL, after

PERSONAL = ("he", "she", "him", "her", "his")


def of_subject(talk: Talk) -> str:
    """More of what is spoken of, or what is asked of it."""
    question, last, at = talk.question, talk.last, talk.pointing
    pointing = words(question)[at].text.lower() if at is not None else ""
    meant = subject(talk.turns, talk.lexicon, talk.collection, last_named=pointing == "that")
    if talk.bare:
        rest = after(question, starts_with("ellipsis", question))
        return carried_on(question, rest, meant, last.searched_for)
    if not pointing and not last.covered:
        return question
    if pointing not in PLURAL:
        meant = _topic_of_set(talk) or meant
    if pointing in PERSONAL and not talk.lexicon.mentions(meant):  # a topic is no person
        meant = ""
    each = at is None and (has_phrase("each", question) or has_phrase("either", question))
    sets = ("set", "set_alone", "compare")
    listed = talk.of_several or any(has_phrase(name, last.searched_for) for name in sets)
    on_topic = is_topic(last.searched_for, talk.lexicon)  # `projects on adoption`
    listed = listed or (on_topic and all(map(talk.is_story, last.documents[:2])))
    set_before = at is None and listed
    of_all = listed and not talk.named and _points_at_all(talk)
    if each or set_before or pointing in PLURAL or of_all:
        meant = subjects(talk.turns, talk.lexicon, talk.collection, each)
        if at is None and len(last.documents) > MANY:  # of so many none is meant
            return question
        of_stories = any(map(talk.is_story, last.documents))
        if (
            at is not None
            and (_advised(talk) or not of_stories)
            and starts_with("saying", after(question, at + 1))
        ):
            meant = talk.collection.settings.collection.name
        elif pointing in PLURAL and len(last.documents) > MANY and not talk.named:
            return question  # of all of these none is meant alone
        elif at is not None and last.documents and not of_stories:  # guidance does nothing itself
            advisers = talk.collection.settings.collection.name
            meant = advisers if pointing == "they" else ""
    if at is None and last.nearest and not talk.named:  # none of them was what was asked for
        told = talk.told
        meant = subject(told, talk.lexicon, talk.collection) if told else ""
    if _advised(talk) and _was_added(meant, talk):
        return question
    return with_subject(question, meant, last if meant else talk.whole, talk.lexicon)


def _points_at_all(talk: Talk) -> bool:
    """Whether `that` or `those` is all that was listed (`what did that cost`), not what to do."""
    at, sequence = talk.pointing, words(talk.question)
    if at is None or find_phrase("pointing", talk.question) or exemplified(talk.last.searched_for):
        return False
    of_those = sequence[at].text.lower() in ("that", "those", "these")
    return of_those and sequence[at - 1].stem != "do" and not _topic_of_set(talk)


def _advised(talk: Talk) -> bool:
    """Whether the last answer is advice, whatever stories stand beside it."""
    return bool(talk.last.documents) and not talk.is_story(talk.last.documents[0])


def _topic_of_set(talk: Talk) -> str:
    """The topic last asked about, where a set is asked for (`which projects had trouble with it?`).

    Empty where a story was named, which is spoken of instead.
    """
    of_set = question_form(talk.rest) == "choice" and not talk.named
    return asked_topic(talk.last.searched_for)[1] if of_set else ""


def _was_added(meant: str, talk: Talk) -> bool:
    """Whether what seems to be meant is but what an answer added itself, and no question named.

    For a question that speaks for us (`how do we keep it going?`) a heading is none either.
    """
    ids = {name for m in talk.lexicon.mentions(meant) for name in m.names("document")}
    stories = set(filter(talk.is_story, ids))
    for_us = set(stems(talk.question)) & (listed_stems("speaker") - listed_stems("asker"))
    plural = talk.pointing is not None and words(talk.question)[talk.pointing].text in PLURAL
    return bool(ids) and not stories & talk.spoken_of and bool(for_us or (stories and not plural))
