"""What a question for a set leaves out by its meaning (`..., but not about housing`), parted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.words import content
from assistant.reading.narrowing import Narrowed
from assistant.reading.question import Question
from corpus.chunk import sentences_of
from corpus.schema import Kind

_BE = r"(?:are|is|were|was)"
_DO = r"(?:do|does|did|have|has|had)"
_NOT = re.compile(
    r"(?P<joined>\s*[,;:-]+\s+(?:(?:but|and|or|though)\s+)?|\s+(?:but|and|or|though)\s+|\s+)"
    r"(?P<who>(?:that|which|who)\s+)?"
    rf"(?:(?P<verb>(?P<be>{_BE}(?:n't|\s+not))|{_DO}(?:n't|\s+not))"
    r"|(?:excluding|except(?:\s+for)?|(?<!set )apart\s+from|other\s+than|besides"
    r"|leav(?:e|ing)\s+out|ignor(?:e|ing)|not\s+counting|not\s+including"
    r"|without\s+counting|without(?=\s+the\s+(?:[\w'-]+\s+){1,2}ones?\b))|(?P<bare>not))\s+",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"^(?:(?:which|what|who|where)\b(?:\s+\w+){0,3}?|(?:\w+\s+){0,3}?\w+s\s+(?:that|which|who))"
    r"\s+(?:do|does|did|is|are|was|were|has|have|had|can)(?P<not>\s+not\b|n't\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:about|on|for|with|in|outside|within|at|from|by|under|to do with|\w+ed|run|led|made|built"
    r"|being)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parted:
    """A question for a set without what it leaves out, and a question for each thing left out."""

    kept: str
    left_out: tuple[str, ...]


def part(text: str, kinds: Sequence[Kind]) -> Parted | None:
    """The question parted at `but not ...` and the like; None where nothing is left out so.

    A mere contrast (`parents, not children`) is dropped. `kinds`: what the collection counts.
    """
    found = [m for m in _NOT.finditer(text) if not m["verb"] or _of_set(m, text, kinds)]
    several = len(sentences_of(text)) > 1
    if not found or several or not content(text[: found[0].start()]):
        return None
    ends = [match.start() for match in found[1:]] + [len(text)]
    asked = []
    for match, end in zip(found, ends, strict=True):
        phrase = re.split(r"[,;.?!]", text[match.end() : end])[0].strip()
        ones = re.match(_ones(kinds), phrase, re.IGNORECASE)
        if ones:
            phrase = phrase[ones.end() :]
        phrase = re.sub(r" one$", " ones", phrase)
        described = phrase.endswith(" ones")
        but = "but" in match["joined"].lower()
        contrast = match["bare"] and not (but or ones or described or _LEAD.match(phrase))
        if not contrast and content(phrase):
            asked.append(_question(phrase, bool(match["verb"] and not match["be"]), kinds))
    return Parted(text[: found[0].start()].strip(" ,;:-"), tuple(asked))


def _ones(kinds: Sequence[Kind]) -> str:
    """The pattern of what only says that others of the set are left out (`the ones that are`)."""
    names = "|".join(["ones?", "those", *(re.escape(kind.many) for kind in kinds)])
    return (
        rf"(?:(?:the|those|any|all)\s+)?(?:{names})\s+(?:(?:that|which|who)\s+)?(?:{_BE}\s+)?"
        rf"|that\s+{_BE}\s+"
    )


def _of_set(match: re.Match[str], text: str, kinds: Sequence[Kind]) -> bool:
    """Whether a verb denies something of the set itself: not of `staff who aren't qualified`."""
    names = "|".join(re.escape(name) for kind in kinds for name in (kind.one, kind.many))
    before = text[: match.start()]
    if match["who"]:
        return re.search(rf"\b(?:{names}|ones|those)$", before, re.IGNORECASE) is not None
    head = re.match(rf"(?:which|what)\s+(?:{names})\b(?P<more>.*)", before, re.IGNORECASE)
    return bool(match["joined"].strip()) or bool(
        head and not re.search(r"\b(?:where|that|who|which|whose)\b", head["more"], re.IGNORECASE)
    )


def _question(phrase: str, does: bool, kinds: Sequence[Kind]) -> str:
    """`Which projects are about housing?`, `Which projects use volunteers?`."""
    many = kinds[0].many if kinds else "documents"
    if does:
        return f"Which {many} {phrase}?"
    about = "" if _LEAD.match(phrase) or phrase.endswith(" ones") else "about "
    return f"Which {many} are {about}{phrase}?"


def denied(question: Question, narrowed: Narrowed) -> str:
    """The question that `which projects do not ...` denies, where only meaning tells who does.

    Empty where it denies nothing, or facts decide.
    """
    match = _DENIED.match(question.text)
    if not match or narrowed.required or (narrowed.excluded and narrowed.rest):
        return ""
    return question.text[: match.start("not")] + question.text[match.end("not") :]
