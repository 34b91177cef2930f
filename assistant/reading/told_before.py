"""What is told before a question, put into it; and what it is asked for, left out of it."""

import re
from functools import cache

from assistant.language.answer_kinds import question_form
from assistant.language.phrases import consists_of
from assistant.language.words import language, words
from assistant.reading.follow_up import names_in
from assistant.reading.lexicon import Lexicon
from assistant.reading.question import SHARED

_PURPOSE = re.compile(r",?\s+(?:so(?: that)?|because|as|since)\s+(?:i|we)\b[^.?!]*", re.IGNORECASE)
_HEARD = re.compile(  # `I read somewhere that ...`
    r"^(?:(?:i|we|someone|my \w+) )?(?:'ve |have )?(?:read|heard|saw|seen|remember|believe)"
    r"(?: \w+){0,3}? that ",
    re.IGNORECASE,
)
_LISTENER = re.compile(  # `to our chief exec and the finance officer`
    r"\s+(?:to|for|with) (?:my|our) [^,.;:?!]+?"
    r"(?=\s+(?:for|to|about|on|that|who|when|if)\b|[,.;:?!]|$)",
    re.IGNORECASE,
)
PARTICLES = ("on", "up", "out", "in")  # of a verb whose object stands before them (`take it on`)


def with_told(asked: str, back: int | None, told: str, named: bool, lexicon: Lexicon) -> str:
    """What asks with what is told before it for the word that points back; empty where none does.

    `back`: the number of that word; `named`: whether what is told names something. `Somebody
    trained 5,000 people. Who was it?` asks which projects are an example of that.
    """
    if told and not named and consists_of(("identity", "ellipsis", "filler"), asked):
        return str(language()["exemplified"]).format(_HEARD.sub("", told).strip(" ."))
    if not told or back is None:
        return ""
    return (_with_name if named else _with_topic)(asked, back, told, lexicon)


def _with_name(asked: str, back: int, told: str, lexicon: Lexicon) -> str:
    """`What is it?` with the one name told before it for `it` or `they`; empty where several are.

    `They` are of a place too (`Bradford is near us. What did they do?`).
    """
    word = words(asked)[back]
    pronoun = word.text.lower()
    facets = {t.facet for m in lexicon.mentions(told) for t in m.targets} & set(SHARED)
    placed = bool(facets) and not ("place" in facets and pronoun in ("they", "their"))
    names = [] if placed else [told[m.start : m.end] for m in names_in(told, lexicon)]
    known = pronoun in ("it", "its", "they", "their")
    if len(names) != 1 or names_in(asked, lexicon) or not known:
        return ""
    owned = "'s" if pronoun in ("its", "their") else ""
    return f"{asked[: word.start]}{names[0]}{owned}{asked[word.end :]}"


def _with_topic(asked: str, back: int, told: str, lexicon: Lexicon) -> str:
    """`Which projects tackle it?` with the last topic told before it for `it`; empty where none."""
    word = words(asked)[back]
    topics = [told[m.start : m.end].lower() for m in lexicon.mentions(told)]
    after = without_purpose(asked[word.end :]).strip(" ?.!").lower()
    of_set = question_form(asked) in ("choice", "person") and after in ("", *PARTICLES)
    if not of_set or word.text.lower() != "it" or not topics:
        return ""
    return f"{asked[: word.start]}{topics[-1]}{asked[word.end :]}"


def without_purpose(text: str) -> str:
    """The text without what it is asked for (`..., so that I can ring them`), and how briefly."""
    return _manner().sub("", _PURPOSE.sub("", text)).strip() or text


def without_listener(text: str) -> str:
    """The text without whom of the asker's own it is meant for (`make the case to my director`)."""
    return _LISTENER.sub("", text)


@cache
def _manner() -> re.Pattern[str]:
    """How an answer is wanted (`in a nutshell`), at the end of what asks for it."""
    return re.compile(rf",?\s+(?:{'|'.join(language()['manner'])})(?=\s*[?.!]*$)", re.IGNORECASE)
