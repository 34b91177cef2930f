"""A follow-up with `one` for the topic that was asked about in, the question with the topic out."""

import re

from assistant.conversation.subjects import asked_topic, root
from assistant.conversation.talk import Talk
from assistant.reading.follow_up import names_in

_ONE = re.compile(  # `set one up`, `build one of our own`
    r"\b(?:start|set(?: up)?|build|run|make|create|develop|write|need|want) (?P<one>one)\b",
    re.IGNORECASE,
)


def one_of_topic(talk: Talk) -> str:
    """`How would I start one?` after a topic was asked about."""
    topic = _topic_before(talk)
    found = _ONE.search(talk.question) if topic else None
    if not found or names_in(talk.question, talk.lexicon):
        return ""
    return talk.question[: found.start("one")] + topic + talk.question[found.end("one") :]


def _topic_before(talk: Talk) -> str:
    """The topic last asked about, where no story was named since."""
    for turn in reversed(talk.turns):
        topic = asked_topic(root(turn.searched_for))[1]
        if topic:
            return topic
        if names_in(turn.searched_for, talk.lexicon):
            break
    return ""
