"""What is asked of those shown before: to compare them, who else there is."""

from collections.abc import Sequence

from assistant.conversation.subjects import MANY, OTHER_THAN, Turn
from assistant.language.ordinals import joined
from assistant.language.phrases import (
    any_as_written,
    consists_of,
    find_phrase,
    has_phrase,
)
from assistant.language.words import content, language, words
from assistant.reading.follow_up import names_in, pronoun
from assistant.reading.lexicon import Lexicon
from corpus.types import Collection


def both_shown(
    question: str, turns: Sequence[Turn], lexicon: Lexicon, collection: Collection
) -> str:
    """`Compare them`, `links for both` with the names of those listed last.

    Or else with those of the last two spoken of.
    """
    pointing = find_phrase("both", question)
    of_all = has_phrase("compare", question) or any_as_written(language()["link_strong"], question)
    if not pointing or not of_all or names_in(question, lexicon):
        return ""
    listed = [name for name in turns[-1].documents if name in collection.counted]
    spoken = dict.fromkeys(turn.documents[0] for turn in reversed(turns) if turn.documents)
    last_two = [name for name in spoken if name in collection.counted][:2][::-1]
    several = listed if 1 < len(listed) <= MANY and not _names_one(turns[-1], lexicon) else last_two
    if len(several) < 2:
        return ""
    first, last = (words(question)[place] for place in (pointing[0], pointing[1] - 1))
    names = joined([collection.by_id[name].name for name in several])
    return question[: first.start] + names + question[last.end :]


def _names_one(turn: Turn, lexicon: Lexicon) -> bool:
    """Whether an earlier question names one document, which its answer is about."""
    mentions = lexicon.mentions(turn.searched_for)
    return len({name for m in mentions for name in m.names("document")}) == 1


def asks_for_more(question: str, bare: bool, last: Turn, lexicon: Lexicon) -> bool:
    """Whether others than were shown are asked for (`who else uses it?`)."""
    text = last.searched_for if bare else question
    mentions = lexicon.mentions(text.partition(OTHER_THAN)[0])
    named = [mention for mention in mentions if mention.names("document")]
    if not bare and any_as_written(language()["taking_part"], question):
        return False  # who else took part in that one
    alone = not named or has_phrase("set", text)
    asks = has_phrase("shown_apart", question) and (bare or content(question) or mentions)
    return bool(alone and asks and (bare or pronoun(question) is None))


def anything_about(topic: str) -> str:
    """Whether there is anything about a topic."""
    return str(language()["topic"]).format(topic.rstrip("?!. "))


def doubts(question: str) -> bool:
    """Whether a question only doubts the last answer, or asks what it rests on (`really?`)."""
    phrases = ("doubting", "ellipsis", "filler")
    return has_phrase("doubting", question) and consists_of(phrases, question)
