"""A follow-up in its conversation in, a question that stands alone out."""

from collections.abc import Sequence

from assistant.answer_kinds import question_form
from assistant.asking import is_topic
from assistant.bare import carried_on
from assistant.contents import asks_of_each
from assistant.exchange import corrected, exchanged, opposed, swapped
from assistant.follow_up import after, is_fragment, leans, names_in, pronoun
from assistant.lexicon import Lexicon
from assistant.of_shown import OTHER_THAN, anything_about, asks_for_more, both_shown, examples_of
from assistant.ordinals import among, joined, last_listed, with_chosen, with_described
from assistant.phrases import (
    STOP,
    any_as_written,
    consists_of,
    find_phrase,
    has_phrase,
    starts_with,
)
from assistant.question import is_small_talk
from assistant.subjects import Turn, root, subject, subjects
from assistant.words import words
from corpus.types import Collection

PLURAL = ("they", "them", "their", "theirs")
NAMING = 7  # words up to which names are asked for of those spoken of, and nothing else


def resolve(question: str, turns: Sequence[Turn], lexicon: Lexicon, collection: Collection) -> str:
    """The question as it stands alone, after the conversation is taken into account.

    A complete question comes back as it is; so does small talk, and a first question.
    """
    turns = [turn for turn in turns if not is_small_talk(turn.searched_for)]
    more = consists_of(("shown_apart",), question)  # `is that all?`
    if not turns or (is_small_talk(question) and not more):
        return question
    last = turns[-1]
    skipped = starts_with("correction", question) or _taken_back(question)
    if skipped:
        return corrected(after(question, skipped), last, lexicon, collection)
    asked = lexicon.mentions(last.searched_for)
    named = list(dict.fromkeys(n for m in asked for n in m.names("document")[:1]))
    named = [] if has_phrase("among", last.searched_for) and last.documents else named
    cited = [turn.documents for turn in turns]
    opened = after(question, starts_with("ellipsis", question))  # `ok, something else: ...`
    skipped = starts_with("fresh", opened)
    rest = after(opened, skipped) if skipped else question
    chosen = with_chosen(rest, named, cited, collection)
    chosen = chosen or with_described(rest, cited, lexicon, collection)
    chosen = chosen or (_returned(rest, lexicon, last) if skipped else "")
    if chosen:
        return chosen
    both = both_shown(question, turns, lexicon, collection)
    if both:
        return both
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
    asked_for = starts_with("examples", question)
    place = after(question, asked_for) if asked_for else ""
    place = place if starts_with("within", place) and is_fragment(place, lexicon) else ""
    mere = consists_of(("examples", "ellipsis", "filler"), question)
    if not stories and (place or (mere and has_phrase("examples", question))):
        return examples_of(last, place)
    thanked = starts_with("thanks", question)
    if thanked and STOP.match(question, words(question)[thanked - 1].end):
        following = after(question, thanked)
        topic = after(following, starts_with("ellipsis", following))
        if is_topic(topic, lexicon):
            return anything_about(topic)
    skipped = starts_with("ellipsis", question)
    rest = after(question, skipped) if skipped else question
    if starts_with("leaving_out", rest) and pronoun(rest) is None and is_fragment(rest, lexicon):
        but = " but" if words(rest)[0].stem == "not" else ""
        added = f"{last.searched_for.rstrip('?!. ')}{but} {rest.rstrip('?!. ')}?"
        return opposed(rest, last.searched_for, lexicon) or added
    own = _returned(rest, lexicon, last) if skipped and "," in rest else ""
    if own and question_form(rest.partition(",")[2]):
        return own
    if skipped and not bare and is_fragment(rest, lexicon):
        return swapped(rest, last, lexicon, collection)
    shown = [collection.by_id[name].name for name in last.documents if name in collection.counted]
    if asks_for_more(question, bare, last, lexicon):
        advised = last.documents and last.documents[0] not in collection.counted
        text = (examples_of(last) if advised else last.searched_for) if bare else question
        if shown:
            return f"{text.rstrip('?!. ')}{OTHER_THAN}{joined(shown)}?"
        if OTHER_THAN in text:  # there were none
            return text
    speaker = collection.settings.collection.name
    spoken = any_as_written([speaker], question) or asks_of_each(question, speaker.split()[-1])
    of_whole = spoken and pronoun(question, lexicon.mentions(question)) is None
    if of_whole or not leans(question, lexicon):
        return question
    meant = subject(turns, lexicon, collection)
    if bare:
        return carried_on(question, after(question, skipped), meant, last.searched_for)
    at = pronoun(question, lexicon.mentions(question))
    set_before = at is None and any(has_phrase(n, last.searched_for) for n in ("set", "set_alone"))
    if set_before or (at is not None and words(question)[at].text.lower() in PLURAL):
        meant = subjects(turns, lexicon, collection)
        of_stories = last.documents[:1] and last.documents[0] in collection.counted
        if at is not None and not of_stories and starts_with("saying", after(question, at + 1)):
            meant = speaker
    return _with_subject(question, meant, last, lexicon)


def _returned(rest: str, lexicon: Lexicon, last: Turn) -> str:
    """What is asked of the name in front (`going back to Pause, who runs it?`).

    The text itself where it stands alone; empty where it doesn't.
    """
    front, comma, asked = rest.partition(",")
    named = names_in(front, lexicon)
    if comma and named and not names_in(asked, lexicon):
        name = front[named[0].start : named[0].end]
        return _with_subject(asked.strip(), name, last, lexicon)
    return "" if leans(rest, lexicon) else rest


def _taken_back(question: str) -> int:
    """The words up to what is meant instead (`no, not the first, I meant ...`); 0 where none is."""
    meant = find_phrase("meant", question)
    return meant[1] if meant and starts_with("denial", question) else 0


def _asks_for_names(question: str, meant: str, last: Turn) -> bool:
    """Whether names are asked for of those that the last answer spoke of (`which councils?`)."""
    overview = has_phrase("define", last.searched_for) or has_phrase("more", last.searched_for)
    asks = has_phrase("naming_of", question) or has_phrase("naming_them", question)
    named = meant.lower() in last.searched_for.lower()
    return asks and named and not overview and len(words(question)) <= NAMING


def _with_subject(question: str, meant: str, last: Turn, lexicon: Lexicon) -> str:
    """The question with its subject put in for the pronoun, or after it where there is none."""
    if not meant or _asks_for_names(question, meant, last):
        return f"{root(last.searched_for)}: {question}"
    pointing = find_phrase("pointing", question)
    sequence = words(question)
    at = pronoun(question, lexicon.mentions(question))
    if pointing and at == pointing[0] and sequence[at].stem in ("those", "these"):
        return f"{question.rstrip('?!. ')} ({meant})?"
    if pointing and at == pointing[0]:
        start, end = sequence[at].start, sequence[pointing[1] - 1].end
        return question[:start] + meant + question[end:]
    if at is not None:
        word = sequence[at]
        place = (
            f"{meant}'s"
            if word.text.lower() in ("its", "their", "his")
            else f"in {meant}"
            if word.stem == "there"
            else meant
        )
        return question[: word.start] + place + question[word.end :]
    return f"{question.rstrip('?!. ')} ({meant})?"
