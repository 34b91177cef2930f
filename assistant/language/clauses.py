"""A text in, the sentences of it that ask, and the questions that a sentence asks, out."""

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.language.answer_kinds import question_form
from assistant.language.phrases import any_as_written, starts_with
from assistant.language.words import language
from corpus.chunk import sentences_of

_BEFORE = (  # `over what period`, `since when`
    r"(?:(?:about|across|at|by|during|for|from|in|into|of|on|over|since|through|to|under|until|with"
    r"|within)\s+)?"
)
_ASKING = _BEFORE + r"(?:whom?|whose|whats?|which|when|where|why|how)\b"
_AUXILIARY = r"(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|must)\b"
_SUBJECT = r"(?:it|they|the|this|there|these|those|any|anyone|we|you|i)\b"  # `and did it work`
_CLAUSE = re.compile(
    rf"(?:,|;|\.|\?|\s-)\s+(?:and\s+|but\s+)?(?={_ASKING}|{_AUXILIARY})"
    rf"|\s+and\s+(?={_ASKING}|whether\b|{_AUXILIARY}\s+{_SUBJECT})",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\s+[-\u2013\u2014&+/]\s+|[,;?!.]\s+(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_BEFORE_DASH = re.compile(  # `I commission it next year - who does it?`
    rf"(?<=\w)\s+[-\u2013\u2014]\s+(?={_ASKING}|{_AUXILIARY})", re.IGNORECASE
)
_TELL = r"(?:(?:tell|give|show)\s+(?:me|us)|explain|describe)\b"
# `who left`, `at what rate`, `when did`, `is it`, `tell me`; not `when a child is missing`
_QUESTION = re.compile(
    rf"(?:and\s+|but\s+)?(?:(?:(?:when|where|why|how)(?:'s|\s+{_AUXILIARY})|{_AUXILIARY})"
    rf"|(?!(?:when|where|why|how)\b){_ASKING}|how (?:many|much|long|often|old|far)\b"
    rf"|whether\b|{_TELL})",
    re.IGNORECASE,
)


# `by whom`, `in which borough`, `when`: of what is asked before it, or after it
_ELLIPSIS = re.compile(
    _BEFORE + r"(?:whom?|when|where|why|how(?:\s+(?:long|often))?"
    r"|(?<=\s)(?:which|what|how many)\s+\w+)",
    re.IGNORECASE,
)
_BE = r"(?:is|are|was|were|has|have|had)\b"
_WHOLE = re.compile(
    r"(?:(?P<what>what)|(?:how many|which|what)\s+(?P<of>[\w' -]+?)|.+?)\s+"
    rf"(?P<verb>{_AUXILIARY})\s+(?P<rest>.+)",
    re.IGNORECASE,
)


def asks(sentence: str) -> bool:
    """Whether a sentence begins as a question does; `when a child is missing, ...` doesn't."""
    return _QUESTION.match(sentence.strip()) is not None


@lru_cache(maxsize=4096)
def asked_and_told(text: str) -> tuple[str, str]:
    """The sentences that ask, and the others.

    Where any ends with a question mark, what asks beside it does so in so many words (`I need`), or
    begins as a question does.
    """
    sentences = sentences_of(_BEFORE_DASH.sub(". ", text))
    marked = any(s.endswith("?") for s in sentences)
    asking = [
        s
        for s in sentences
        if s.endswith("?") or _requests(s) or (asks(s) if marked else question_form(s))
    ]
    return " ".join(asking), " ".join(s for s in sentences if s not in asking)


def _requests(sentence: str) -> bool:
    """Whether it asks in so many words (`I need the names`); not what the asker is to do."""
    asks = any_as_written(language()["request"], sentence)
    return asks and not starts_with("wish", sentence)


@lru_cache(maxsize=4096)
def clauses(text: str) -> list[str]:
    """The questions that a message asks (`how many ..., and who ...?`), in order.

    What only leads up to a question (`when a child goes missing, who ...?`) stays with it; a
    sentence that asks nothing is left out.
    """
    return [clause for s in sentences_of(text) for clause in _clauses_of(s)] or [text.strip()]


def loose_parts(text: str, whole: Iterable[tuple[int, int]] = ()) -> list[str]:
    """The parts of a text set down one after another (`cost of a place, who pays & what for`).

    None is parted within the spans of `whole`, a question by a mere `and`, nor `in Leeds, ...`.
    """
    asked, start, parts = asks(text), 0, []
    if not asked and starts_with("after_object", text):
        return [text]
    for found in _LOOSE.finditer(text.rstrip(" ?.!")):
        inside = any(first < found.end() and found.start() < last for first, last in whole)
        if not inside and not (asked and found[0].strip() == "and"):
            parts.append(text[start : found.start()])
            start = found.end()
    return [part.strip(" ?.!") for part in (*parts, text[start:])]


def _clauses_of(sentence: str) -> list[str]:
    """The questions of one sentence."""
    found: list[str] = []
    lead = ""
    for part in _in_full([*filter(None, map(str.strip, _CLAUSE.split(sentence)))]):
        clause = f"{lead} {part}".strip()
        if asks(part):
            found.append(clause)
            lead = ""
        elif found:
            found[-1] = f"{found[-1]}, {part}"
        else:
            lead = f"{clause},"
    return found


def _in_full(parts: list[str]) -> list[str]:
    """The parts with what is asked before or after a mere question word (`by whom`)."""
    full = list(parts)
    for place, part in enumerate(parts):
        word, beside = part.strip(" ?.!"), parts[place - 1] if place else "".join(parts[1:2])
        whole = _WHOLE.match(beside) if asks(beside) and _ELLIPSIS.fullmatch(word) else None
        if whole and not (whole["what"] and " " in word):  # `what does it take, and from whom`
            verb, rest, of = whole["verb"], whole["rest"].rstrip(" ?.!"), whole["of"]
            passive = of and re.match(_BE, verb, re.IGNORECASE)  # `how many carers are trained`
            told = [verb, of, rest] if passive else [verb, rest, "it" if whole["what"] else of]
            full[place] = " ".join([word, *filter(None, told)])
    return full
