"""Whether a decision about one child or family is asked for, which is not given."""

from assistant.follow_up import after
from assistant.phrases import any_stands_in, find_phrase, has_phrase
from assistant.question import Question
from assistant.words import content
from corpus.schema import Settings


def asks_for_advice(
    question: Question, asked: str, whole: str, listed: bool, settings: Settings
) -> bool:
    """Whether a decision about one child or family is asked for, not what the texts say.

    Who tells of a child and then asks for all who do something doesn't.
    """
    if not has_phrase("advice_person", whole):
        return False
    speaker = any_stands_in([settings.collection.name], asked)
    wanted = _after_set_phrase(whole) if listed else asked if speaker else ""
    apart = content(wanted) and not has_phrase("advice_person", wanted)
    return has_phrase("advice_asked", whole) or not (question.documents or apart)


def _after_set_phrase(text: str) -> str:
    """What follows the first words that ask for a set."""
    found = [find_phrase(name, text) for name in ("set", "set_alone")]
    return after(text, min((end for _, end in filter(None, found)), default=0))
