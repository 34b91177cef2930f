"""What a conversation is about: a name, those that were listed, or a topic."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.clauses import asked_and_told
from assistant.language.ordinals import joined
from assistant.language.phrases import any_as_written, consists_of, find_phrase, has_phrase
from assistant.language.words import Word, content, language, words
from assistant.reading.follow_up import PLURAL, bound_to, is_name, pronoun
from assistant.reading.lexicon import Lexicon
from assistant.reading.mentions import Mention
from corpus.types import Collection

OTHER_THAN = ", other than "  # before those that were shown already
ASKED = 2  # content words from which what asks is understood without what is told beside it
NAMING = 7  # words up to which names are asked for of those spoken of, and nothing else
MANY = 8  # of those that were listed, the most that `they` stands for
# `what is a theory of change`, `... about culture`: a topic of a few words at the end
_TOPIC = re.compile(
    r"(?P<asked>what(?:'s| is)(?: meant by| said (?:on|about))?|explain|describe"
    r"|.*\b(?:about|(?:anything|advice|guidance|say|recommend|advise) on))"
    r" (?!in |on |there |here )(?P<topic>(?:an? |the )?(?:[\w'-]+ ?){1,5})"
    r"|what do(?:es)? (?P<term>(?:[\w'-]+ ){1,3}?)(?:\w+ly )?mean\b.*"
    r"|(?P<many>what are) (?P<topics>(?:the )?(?:(?!of|for)[\w'-]+ ?){1,3})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question as it was understood, and the documents its answer cites, in order.

    Not `covered`: the collection has nothing on its subject. `nearest`: what is cited but comes
    nearest to what was asked.
    """

    searched_for: str
    documents: tuple[str, ...]
    covered: bool = True
    nearest: bool = False


def asked_topic(text: str) -> tuple[str, str]:
    """Of a text that asks about a topic, what stands before that (`what is`), and the topic.

    Two empty texts where it asks anything else.
    """
    found = _TOPIC.fullmatch(text.rstrip("?!. "))
    topic = (found["topic"] or found["topics"] or found["term"] or "").strip() if found else ""
    if not content(topic) or words(topic)[0].text.lower() in language()["sentence_words"]:
        return "", ""
    return (found["asked"] or found["many"] or "what is", topic) if found else ("", "")


def root(text: str) -> str:
    """The question that a text carries on (`How do I scale it: who helps?`), or all that asks."""
    text = _spoken_of(text)
    asked = asked_and_told(text)[0]
    alone = len(content(asked)) >= ASKED and pronoun(asked) is None
    return (asked if alone else text).split(": ")[0].rstrip("?!. ")


def exemplified(text: str) -> bool:
    """Whether examples were asked for."""
    return _spoken_of(text) != text


def _spoken_of(text: str) -> str:
    """What examples were asked of, where they were; else the text."""
    return text.removeprefix(str(language()["exemplified"]).partition("{}")[0])


def subject(
    turns: Sequence[Turn], lexicon: Lexicon, collection: Collection, last_named: bool = False
) -> str:
    """What the conversation is about: the name last used, else the document last cited.

    Else the topic last asked about; empty where there is none. Of several names in one question the
    first, or what that one has to do with (`last_named`).
    """
    last = turns[-1]
    if last.documents and has_phrase("among", last.searched_for) and not last.nearest:
        return collection.by_id[last.documents[0]].name  # the one chosen
    mentions = lexicon.mentions(last.searched_for.partition(OTHER_THAN)[0])
    for mention in reversed(mentions) if last_named else mentions:
        named = mention.names("document")
        if not named and _is_defined(mention, last.searched_for):
            defined = last.searched_for[mention.start : mention.end]
            of = [] if is_name(mention) else last.documents[:1]
            return " in ".join([defined, *(collection.by_id[name].name for name in of)])
        if named:
            return collection.by_id[named[0]].name
    listed = [name for name in last.documents if name in collection.counted]
    things = [mention for mention in mentions if is_name(mention)] if len(listed) > 1 else []
    asked = root(last.searched_for)
    shown = exemplified(last.searched_for)
    several = len(listed) > 1 and (shown or asked_topic(asked)[1])
    if listed[:1] == list(last.documents[:1]) and listed and not things and not several:
        return collection.by_id[listed[0]].name
    for mention in lexicon.mentions(last.searched_for):
        if is_name(mention):
            return last.searched_for[mention.start : mention.end]
    topic = asked_topic(asked)[1] if shown else asked_topic(last.searched_for)[1]
    if topic or len(turns) == 1:
        return topic
    return subject(turns[:-1], lexicon, collection)


def subjects(
    turns: Sequence[Turn], lexicon: Lexicon, collection: Collection, each: bool = False
) -> str:
    """The names of all that the last answer lists; of the one subject where they are none.

    Of several that its question named those it chose among them, or `each`.
    """
    last = turns[-1]
    listed = [name for name in last.documents if name in collection.counted]
    mentions = lexicon.mentions(last.searched_for)
    named = list(dict.fromkeys(n for m in mentions for n in m.names("document")[:1]))
    among = has_phrase("among", last.searched_for) and not last.nearest
    chosen = listed if among and not each else []
    if len(named) > 1 and len(chosen) != 1:
        return joined([collection.by_id[name].name for name in chosen or named])
    if not named and len(listed) == 1 < len(last.documents):  # shown beside guidance
        return collection.by_id[listed[0]].name
    if named or not 1 < len(listed) <= MANY:
        return subject(turns, lexicon, collection)
    return joined([collection.by_id[name].name for name in listed])


def _is_defined(mention: Mention, text: str) -> bool:
    """Whether a thing, or a part of one, is what was asked about (`what is the Pause Board?`)."""
    facets = {target.facet for target in mention.targets}
    lead = text[: mention.start].strip()
    if "place" in facets or not (is_name(mention) or "organisation" in facets):
        return False
    return bool(lead) and consists_of(("define", "filler", "article"), lead)


def with_subject(question: str, meant: str, last: Turn, lexicon: Lexicon) -> str:
    """The question with its subject put in for the pronoun, or after it where there is none."""
    if not meant or _asks_for_names(question, meant, last):
        return f"{root(last.searched_for)}: {question}"
    pointing = find_phrase("pointing", question)
    sequence = words(question)
    at = pronoun(question, lexicon.mentions(question))
    if at is not None and _is_of_those_before(sequence[at], question):
        at = None
    if at is not None and sequence[at].stem in ("those", "these"):
        counted = any(word.stem in language()["numbers"] for word in sequence[at + 1 : at + 2])
        if counted or (pointing and at == pointing[0]):  # `why those two`
            return f"{question.rstrip('?!. ')} ({meant})?"
    if pointing and at == pointing[0]:
        start, end = sequence[at].start, sequence[pointing[1] - 1].end
        return question[:start] + meant + question[end:]
    if at is not None:
        word = sequence[at]
        place = (
            f"{meant}'s"
            if word.text.lower() in ("its", "their", "his") or _owned(at, question)
            else f"in {meant}"
            if word.stem == "there"
            else meant
        )
        return question[: word.start] + place + question[word.end :]
    front = bound_to(question)
    if front:  # `who are the partners (Pause) and what do they do?`
        return f"{front} ({meant}){question[len(front) :]}"
    return f"{question.rstrip('?!. ')} ({meant})?"


def _owned(at: int, question: str) -> bool:
    """Whether `these` or `those` points to what something has (`these results`)."""
    pointing, *following = words(question)[at : at + 2]
    known = [f"the {word.text}" for word in following]
    has = bool(known) and any_as_written(language()["definite"], *known)
    return pointing.stem in ("these", "those") and has


def _is_of_those_before(pronoun: Word, question: str) -> bool:
    """Whether a pronoun stands for people before it (`what did the young people say they want`)."""
    plural = pronoun.text.lower() in PLURAL
    return plural and any_as_written(language()["definite"], question[: pronoun.start])


def _asks_for_names(question: str, meant: str, last: Turn) -> bool:
    """Whether names are asked for of those that the last answer spoke of (`which councils?`)."""
    at = pronoun(question)
    if at is not None and words(question)[at].stem == "it":  # `which councils have it?`
        return False
    overview = has_phrase("define", last.searched_for) or has_phrase("more", last.searched_for)
    asks = has_phrase("naming_of", question) or has_phrase("naming_them", question)
    named = meant.lower() in last.searched_for.partition(" (")[0].lower()
    return asks and named and not overview and len(words(question)) <= NAMING
