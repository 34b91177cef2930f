"""A follow-up in its conversation in, a question that stands alone out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer_kinds import question_form
from assistant.asking import is_topic
from assistant.bare import carried_on
from assistant.exchange import exchanged
from assistant.follow_up import after, is_fragment, is_name, leans, names_in, pronoun
from assistant.lexicon import Lexicon, Mention
from assistant.ordinals import among, last_listed, with_chosen, with_described
from assistant.phrases import consists_of, find_phrase, has_phrase, starts_with
from assistant.question import is_small_talk
from assistant.words import language, words
from corpus.types import Collection

# `what is a theory of change`, `... about culture`: a topic of a few words at the end
_TOPIC = re.compile(
    r"(?P<asked>what(?:'s| is)|.*\babout|explain|describe)(?: an?| the)?(?: [\w'-]+){1,3}"
    r"|(?P<many>what are)(?: the)?(?: (?!of|for)[\w'-]+){1,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question as it was understood, and the documents its answer cites, in order."""

    searched_for: str
    documents: tuple[str, ...]


def resolve(question: str, turns: Sequence[Turn], lexicon: Lexicon, collection: Collection) -> str:
    """The question as it stands alone, after the conversation is taken into account.

    A complete question comes back as it is; so does small talk, and a first question.
    """
    turns = [turn for turn in turns if not is_small_talk(turn.searched_for)]
    if not turns or is_small_talk(question):
        return question
    last = turns[-1]
    skipped = starts_with("correction", question) or _taken_back(question)
    if skipped:
        return _corrected(after(question, skipped), last, lexicon, collection)
    asked = lexicon.mentions(last.searched_for)
    named = list(dict.fromkeys(n for m in asked for n in m.names("document")[:1]))
    cited = [turn.documents for turn in turns]
    skipped = starts_with("fresh", question)
    rest = after(question, skipped) if skipped else question
    chosen = with_chosen(rest, named, cited, collection)
    chosen = chosen or with_described(rest, cited, lexicon, collection)
    chosen = chosen or (_returned(rest, lexicon, last) if skipped else "")
    if chosen:
        return chosen
    bare = consists_of(("bare", "more", "ellipsis", "filler"), question)
    those = find_phrase("those", question)
    listed = last_listed(cited)
    if those and len(listed) > 1 and not bare:
        return among(question, those, [collection.by_id[name].name for name in listed])
    if has_phrase("likewise", question):
        likewise = exchanged(question, last.searched_for, lexicon)
        if likewise:
            return likewise
    stories = [name for name in named if name in collection.counted]
    if not stories and consists_of(("examples", "ellipsis", "filler"), question):
        return str(language()["exemplified"]).format(last.searched_for)
    skipped = starts_with("ellipsis", question)
    rest = after(question, skipped) if skipped else question
    if starts_with("leaving_out", rest) and is_fragment(rest, lexicon):
        but = " but" if words(rest)[0].stem == "not" else ""
        return f"{last.searched_for.rstrip('?!. ')}{but} {rest.rstrip('?!. ')}?"
    if skipped and not bare and is_fragment(rest, lexicon):
        return _swapped(rest, last, lexicon, collection)
    if not leans(question, lexicon):
        return question
    subject = _subject(turns, lexicon, collection)
    if bare:
        return carried_on(question, after(question, skipped), subject, last.searched_for)
    return _with_subject(question, subject, last, lexicon)


def _swapped(rest: str, last: Turn, lexicon: Lexicon, collection: Collection) -> str:
    """The last question with its subject exchanged for the one that is named now, or with both."""
    text = exchanged(rest, last.searched_for, lexicon)
    if text:
        return text
    subject = _subject([last], lexicon, collection)
    if names_in(rest, lexicon):
        return f"{last.searched_for.rstrip('?!. ')} {rest.rstrip('?!. ')}?"
    topic = _TOPIC.fullmatch(last.searched_for.rstrip("?!. "))
    if topic and not names_in(last.searched_for, lexicon):
        return f"{topic['asked'] or topic['many']} {rest.rstrip('?!. ')}?"
    of_story = any(
        mention.names("thing") or set(mention.names("document")) & set(collection.counted)
        for mention in lexicon.mentions(last.searched_for)
    )
    tied = words(rest)[0].stem in language()["ties"]
    if not of_story and not tied and is_topic(rest, lexicon):
        return str(language()["topic"]).format(rest.rstrip("?!. "))
    about = f" ({subject})" if subject and subject.lower() not in last.searched_for.lower() else ""
    return f"{last.searched_for.rstrip('?!. ')}{about}, and {rest.rstrip('?!. ')}?"


def _returned(rest: str, lexicon: Lexicon, last: Turn) -> str:
    """What is asked of the name in front (`going back to Pause, who runs it?`).

    The text itself where it stands alone; empty where it doesn't.
    """
    front, comma, asked = rest.partition(",")
    named = names_in(front, lexicon)
    if comma and named and not names_in(asked, lexicon):
        subject = front[named[0].start : named[0].end]
        return _with_subject(asked.strip(), subject, last, lexicon)
    return "" if leans(rest, lexicon) else rest


def _taken_back(question: str) -> int:
    """The words up to what is meant instead (`no, not the first, I meant ...`); 0 where none is."""
    meant = find_phrase("meant", question)
    return meant[1] if meant and starts_with("denial", question) else 0


def _corrected(rest: str, last: Turn, lexicon: Lexicon, collection: Collection) -> str:
    rest = rest.lstrip(" ,.:;-")
    skipped = starts_with("correction", rest)
    while skipped:
        rest = after(rest, skipped).lstrip(" ,.:;-")
        skipped = starts_with("correction", rest)
    if not rest:
        return last.searched_for
    if question_form(rest) and lexicon.mentions(rest):
        return rest  # a name and a question of its own: it stands alone
    text = last.searched_for
    named = [mention for mention in lexicon.mentions(text) if mention.names("document")]
    found = exchanged(rest, text, lexicon)
    if named and not found:
        return text[: named[0].start] + rest.rstrip("?!. ") + text[named[0].end :]
    return found or _swapped(rest, last, lexicon, collection)


def _subject(turns: Sequence[Turn], lexicon: Lexicon, collection: Collection) -> str:
    """What the conversation is about: the name last used, else the document last cited."""
    last = turns[-1]
    if last.documents and has_phrase("among", last.searched_for):
        return collection.by_id[last.documents[0]].name  # the one chosen
    for mention in lexicon.mentions(last.searched_for):
        named = mention.names("document")
        if not named and _is_defined(mention, last.searched_for):
            defined = last.searched_for[mention.start : mention.end]
            of = [] if is_name(mention) else last.documents[:1]
            return " in ".join([defined, *(collection.by_id[name].name for name in of)])
        if named:
            return collection.by_id[named[0]].name
    if last.documents:
        first = last.documents[0]
        return collection.by_id[first].name if first in collection.counted else ""
    for mention in lexicon.mentions(last.searched_for):
        if is_name(mention):
            return last.searched_for[mention.start : mention.end]
    return _subject(turns[:-1], lexicon, collection) if len(turns) > 1 else ""


def _is_defined(mention: Mention, text: str) -> bool:
    """Whether a thing, or a part of one, is what was asked about (`what is the Pause Board?`)."""
    facets = {target.facet for target in mention.targets}
    lead = text[: mention.start].strip()
    if "place" in facets or not (is_name(mention) or "organisation" in facets):
        return False
    return bool(lead) and consists_of(("define", "filler", "article"), lead)


def _with_subject(question: str, subject: str, last: Turn, lexicon: Lexicon) -> str:
    """The question with its subject put in for the pronoun, or after it where there is none."""
    if not subject:
        return f"{last.searched_for.rstrip('?!. ')}: {question}"
    pointing = find_phrase("pointing", question)
    sequence = words(question)
    if pointing and sequence[pointing[0]].stem in ("those", "these"):
        return f"{question.rstrip('?!. ')} ({subject})?"
    if pointing:
        start, end = sequence[pointing[0]].start, sequence[pointing[1] - 1].end
        return question[:start] + subject + question[end:]
    at = pronoun(question, lexicon.mentions(question))
    if at is not None:
        word = sequence[at]
        place = (
            f"{subject}'s"
            if word.text.lower() in ("its", "their", "his")
            else f"in {subject}"
            if word.stem == "there"
            else subject
        )
        return question[: word.start] + place + question[word.end :]
    return f"{question.rstrip('?!. ')} ({subject})?"
