"""A follow-up in its conversation in, a question that stands alone out."""

import re
from collections.abc import Sequence

from assistant.conversation.bare import with_counted
from assistant.conversation.definite import definite
from assistant.conversation.examples import examples
from assistant.conversation.exchange import corrected, exchanged, opposed, swapped
from assistant.conversation.of_shown import anything_about, doubts
from assistant.conversation.of_subject import of_subject
from assistant.conversation.of_topic import one_of_topic
from assistant.conversation.pointing import (
    among_those,
    chosen,
    compared,
    doubted,
    narrowed,
    others,
    returned,
    same,
)
from assistant.conversation.subjects import Turn, subject, with_subject
from assistant.conversation.talk import Talk
from assistant.drafting.contents import asks_of_each
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import (
    STOP,
    any_as_written,
    any_stands_in,
    consists_of,
    find_phrase,
    has_phrase,
    starts_with,
)
from assistant.language.words import language, words
from assistant.reading.asking import is_topic
from assistant.reading.follow_up import (
    PLURAL,
    after,
    is_fragment,
    leans,
    names_a_place,
    names_in,
    pronoun,
)
from assistant.reading.lexicon import Lexicon
from assistant.reading.question import is_small_talk
from corpus.chunk import sentences_of
from corpus.types import Collection

_APART = re.compile(r"\s+[-\u2013\u2014]\s+|[?:]\s+(?=\w)")  # before what is asked of a name


def resolve(question: str, turns: Sequence[Turn], lexicon: Lexicon, collection: Collection) -> str:
    """The question as it stands alone, after the conversation is taken into account.

    A complete question comes back as it is; so does small talk, and a first question. Else the
    first step that applies says what is meant.
    """
    turns = [turn for turn in turns if not is_small_talk(turn.searched_for)]
    of_last = consists_of(("shown_apart",), question) or doubts(question)  # `is that all?`
    if not turns or (is_small_talk(question) and not of_last):
        return question
    thanked, question = question, _without_thanks(question)
    topic = after(question, starts_with("ellipsis", question))
    if question != thanked and is_topic(topic, lexicon):
        return anything_about(topic)  # `Thanks. And foster carers?`
    question = with_counted(question, turns[-1].searched_for, lexicon)
    talk = Talk(question, turns, lexicon, collection)
    return next(meant for step in STEPS if (meant := step(talk)))


def _corrected(talk: Talk) -> str:
    """`No, I meant Leeds.`"""
    question = talk.question
    skipped = starts_with("correction", question)
    if not skipped:
        meant = find_phrase("meant", question)
        skipped = meant[1] if meant and starts_with("denial", question) else 0
    if not skipped:
        return ""
    return corrected(after(question, skipped), talk.last, talk.lexicon, talk.collection)


def _likewise(talk: Talk) -> str:
    """`And is it the same for Leeds?`."""
    if not has_phrase("likewise", talk.question):
        return ""
    return exchanged(talk.question, talk.last.searched_for, talk.lexicon) or ""


def _without_thanks(question: str) -> str:
    """A question without the thanks before it (`Thanks. And foster carers?`)."""
    thanked = starts_with("thanks", question)
    stops = thanked and STOP.match(question, words(question)[thanked - 1].end)
    return (after(question, thanked) if stops else "") or question


def _left_out(talk: Talk) -> str:
    """`And not in London?`."""
    rest, asked = sentences_of(talk.rest)[0], talk.last.searched_for
    if (
        not starts_with("leaving_out", rest)
        or pronoun(rest, talk.lexicon.mentions(rest)) is not None
    ):
        return ""
    of_list = len(talk.last.documents) > 1 and not question_form(rest)
    if not of_list and not is_fragment(rest, talk.lexicon):
        return ""
    but = " but" if words(rest)[0].stem == "not" else ""
    added = f"{asked.rstrip('?!. ')}{but} {rest.rstrip('?!. ')}?"
    return opposed(rest, asked, talk.lexicon) or added


def _named_first(talk: Talk) -> str:
    """`And Daybreak, how many?`; `what about sexual abuse, is there one on that?`."""
    front, comma, asked = _APART.sub(", ", talk.rest).partition(",")
    lexicon = talk.lexicon
    if not talk.goes_on or not comma:
        return ""
    several = next((word for word in words(asked) if word.text.lower() in PLURAL[:1]), None)
    of_several = front.rstrip().endswith("s") or any_as_written(language()["definite"], front)
    if several and starts_with("article", front) and of_several and not names_in(front, lexicon):
        told = asked[: several.start].strip() + f" {front.strip()}{asked[several.end :]}"
        meant = subject(talk.turns, lexicon, talk.collection)
        return with_subject(told, meant, talk.last, lexicon)  # `the families, do they like it`
    ending = words(asked)[-1:]
    points = bool(ending) and ending[0].text.lower() in ("that", "it", "this")
    if points and is_topic(front, lexicon):
        return asked[: ending[0].start].strip() + f" {front.strip()}?"
    own = returned(f"{front},{asked}", talk)
    return own if own and question_form(asked) else ""


def _swapped(talk: Talk) -> str:
    """`And in Leeds?`."""
    if not talk.goes_on or talk.bare or not is_fragment(talk.rest, talk.lexicon):
        return ""
    return swapped(talk.rest, talk.last, talk.lexicon, talk.collection)


def _complete(talk: Talk) -> str:
    """A question of its own, or on the collection as a whole."""
    speaker = talk.collection.settings.collection.name
    spoken = any_as_written([speaker], talk.question)
    of_whole = spoken or asks_of_each(talk.question, speaker.split()[-1])
    alone = (of_whole and talk.pointing is None) or not leans(talk.question, talk.lexicon)
    alone = alone or _asks_of_any(talk)
    return talk.question if alone and not _goes_on_about_it(talk) else ""


def _asks_of_any(talk: Talk) -> bool:
    """Whether guidance is asked for on `the model`, whichever that is, or after one story of all.

    `Who were the projects funded by?` is of those listed, where several were.
    """
    kinds = talk.collection.settings.collection.kinds.values()
    of_guidance = [word for kind in kinds if not kind.counted for word in kind.words]
    first, last = find_phrase("pointing", talk.question) or (0, 0)
    pointing = words(talk.question)[first:last]
    if not pointing or pointing[0].stem != "the":
        return False
    alone = len(list(filter(talk.is_story, talk.last.documents))) < 2
    of_all = alone and any(pointing[-1].text.lower() in kind.many.split() for kind in kinds)
    return of_all or any_stands_in(of_guidance, talk.question)


def _goes_on_about_it(talk: Talk) -> bool:
    """Whether a question is led up to (`So did arrests go down?`) after talk of one story alone."""
    question, told = talk.question, [n for n in talk.last.documents if talk.is_story(n)]
    of_one = len(talk.named) == 1 and talk.is_story(talk.named[0]) and told[1:] == []
    aside = ("set", "set_alone", "guidance", "obligation")  # `and how long should a pilot last?`
    elsewhere = any(has_phrase(name, question) for name in aside)
    asks = talk.goes_on and question_form(talk.rest) != ""
    other = names_in(question, talk.lexicon) or names_a_place(question, talk.lexicon)
    return of_one and asks and not elsewhere and not other


STEPS = (
    doubted,
    _corrected,
    narrowed,
    _left_out,
    chosen,
    compared,
    among_those,
    _likewise,
    same,
    examples,
    _named_first,
    _swapped,
    others,
    one_of_topic,
    definite,
    _complete,
    of_subject,
)
