"""A question for a set of those that have two things in, a question for each of these out."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.language.answer_kinds import question_form
from assistant.language.words import content, language
from assistant.reading.question import Question
from corpus.chunk import sentences_of
from corpus.schema import Kind


def both_asked(question: Question, kinds: Sequence[Kind]) -> list[str]:
    """The question for each of two things (`domestic abuse where they work with men`); else none.

    `kinds`: what the collection counts.
    """
    found = _joint().search(question.text)
    if not found or not kinds:
        return []
    first, second = question.text[: found.start()], question.text[found.end() :].rstrip("?. ")
    if not content(first) or not content(second) or not question_form(sentences_of(first)[-1]):
        return []
    return [f"{first}?", f"Which {kinds[0].many} {second}?"]


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(language()["jointly"], re.IGNORECASE)
