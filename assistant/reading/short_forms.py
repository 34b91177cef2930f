"""Short forms in a text, and whether it asks what they stand for."""

from assistant.language.phrases import STOP, find_phrase, starts_with
from assistant.language.words import content, words
from assistant.reading.lexicon import Lexicon
from assistant.reading.question import Question


def short_forms(text: str, lexicon: Lexicon) -> list[str]:
    """The abbreviations in a text; none where another stands there that is not known."""
    spoken, known = [word.text for word in words(text)], lexicon.short_forms
    found = [word for word in spoken if word.lower() in known]
    strange = (word.isupper() and len(word) > 1 and word.lower() not in known for word in spoken)
    return found if found and not any(strange) else []


def asks_for_long_form(question: Question, text: str, lexicon: Lexicon) -> bool:
    """Whether it is asked what short forms stand for; not what they mean for somebody.

    Nor what one is (`what is FDAC?`) that a document is called by. `text`: what asks in it.
    """
    short = short_forms(question.text, lexicon)
    found = find_phrase("stands_for", text)
    if not short or not found:
        defined = short and starts_with("define", text) and not question.documents
        return bool(defined) and {word.text for word in content(text)} <= set(short)
    last = words(text)[found[1] - 1]
    clause = STOP.split(text[last.end :])[0]
    return last.stem != "mean" or not content(clause)
