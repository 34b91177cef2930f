"""What is said where a collection does not hold what was asked, in the person's own words."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain

from assistant.drafting.draft import Draft, Section, Statement
from assistant.drafting.link_labels import likeliest_links
from assistant.language.answer_kinds import question_form
from assistant.language.clauses import asked_and_told
from assistant.language.phrases import starts_with
from assistant.language.words import language
from assistant.reading.question import SHARED, Question
from assistant.types import Status
from corpus.types import Collection

MOST = 3  # documents named for which links are given
SHORT = 7  # words up to which a verb can be put last
_AUXILIARY = r"(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)"
# what follows is no other noun before its verb: `the Child House pilot evaluated`
_NO_NOUN = r"(?!\s+(?!not|been|being|ever|also|still|now|\w+(?:ly|ed|ing|en)\b)\w+\s+\w+ed\b)"
# an auxiliary before its subject: `which tools should a project use`
_INVERTED = (
    r"\b(?:do|does|did|(?:is|are|was|were) there"
    r"|(?:should|can|could|would|will|must) (?:an?|the|we|i|you|it|they))\b"
)
_PROGRESSIVE = re.compile(rf"(?:who|which|what)(?:\s+\w+)?\s+{_AUXILIARY}\s+[a-z]\w*ing\b")
_FIRST_NAME, _NAME = 0xE000, "[\ue000-\uf8ff]"  # for private use: no text has these letters
# `how do we fit it to our area`
_FOR_US = re.compile(
    r"(?P<word>how|what|where|when) (?:do|can|could|should|might|would|must) (?:we|i) "
    r"(?P<done>[^,;.]+)",
    re.IGNORECASE,
)
# `what is a pod`, `what is family group conferencing`; not `what is being done`
_DEFINED = re.compile(
    r"(what) (is|are) (?P<named>an? .+|(?:(?!meant\b|\w+ly\b)[\w'-]+ )+"
    r"\w+(?:ing|ion|ment|ence|ance|care|practice))(?P<done>)",
    re.IGNORECASE,
)
# `what are FDAC's core components`; not `what is Leeds' plan called`
_OWNED = re.compile(
    r"(what|who) (is|are|was|were) "
    r"((?:the )?(?-i:[A-Z])[\w' -]*?'s? (?:(?!\w+(?:ed|ing)\b|like\b)[\w-]+ ?)+)",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"^(?:(?:please|ok|okay|so|and|but|also|hi|hello)[\s,]+)*"
    r"(?:(?:please\s+)?(?:can|could|would) you (?:please )?(?:tell me|name|say|give me|list)\s+)?",
    re.IGNORECASE,
)


def partly(
    missing: list[str],
    nearest: tuple[Statement, ...],
    question: Question,
    collection: Collection,
    found: Sequence[Section] = (),
    in_doubt: bool = False,
) -> Draft:
    """What is said of it, which part is not, the nearest that is, and where more may stand."""
    name = collection.settings.collection.name
    parts = " or ".join(unsaid(clause, question) for clause in missing)
    say = "don't seem to say" if in_doubt else "don't say"
    sections = [*found, Section(f"{name[0].upper()}{name[1:]} {say} {parts}.")]
    shown = [s.document_id for s in (*chain(*(part.statements for part in found)), *nearest)]
    if nearest:
        sections.append(Section("The nearest they say:", nearest))
    links = likeliest_links(question.documents[:MOST] or shown[:1], collection)
    if links:
        sections.append(Section("More may stand in:"))
    return Draft(Status.PARTLY, tuple(sections), links)


def unsaid(clause: str, question: Question) -> str:
    """A question as the object of `don't say`: `how many beds has X` as `how many beds X has`.

    Where its order can't be turned safely, it is quoted as it was asked.
    """
    text = _POLITE.sub("", asked_and_told(clause)[0] or clause).strip().rstrip("?.! ")
    before, _, last = text.rpartition(": ")
    text = last if question_form(before) else text  # `who helps Leeds: which councils`
    text = re.sub(r"\b((?:about|the) \w+) \(([^()]+)\)$", r"\1 of \2", text)  # `the cost (Pause)`
    quoted = _quoted(text)
    text = re.sub(r"^(what|who)'?s\b", r"\1 is", text, flags=re.I)
    if not text:
        return _quoted(clause)
    anything = re.match(r"(?:is there (?:anything )?|what )((?:about|on) .+)", text, re.I)
    if anything:
        return f"anything {anything[1]}"
    for_us = _FOR_US.fullmatch(text)
    if for_us:
        return f"{for_us['word'].lower()} to {for_us['done']}"
    if text.lower().startswith("whether "):
        return text
    if starts_with("asked_whether", text):
        spoken = re.match(rf"({_AUXILIARY}) (we|i|they|it) (.+)", text, re.I)
        if spoken:  # `could we do it here`
            return f"whether {spoken[2].lower()} {spoken[1].lower()} {spoken[3]}"
        return _turn(f"whether {text}", question) or quoted
    owned = _OWNED.fullmatch(text)
    if owned:
        return f"{owned[1].lower()} {owned[3]} {owned[2].lower()}"
    if re.match(r"(?:who|what|which)\s+(?!" + _AUXILIARY + r"\b|do\b|does\b|did\b)", text, re.I):
        first = text[0].lower() + text[1:]
        asked = re.search(_INVERTED, first, re.I)
        return _turn(first, question) or (quoted if asked else first)
    if re.match(r"(?:who|what|which|when|where|why|how|by|in|at|on|to|for|with)\b", text, re.I):
        first = text[0].lower() + text[1:]
        return _turn(first, question) or _put_last(first) or quoted
    of_topic = question.topic and not question.documents
    return f"anything about {question.topic}" if of_topic else quoted


def _quoted(clause: str) -> str:
    return f"anything that answers “{clause.strip().rstrip('?.! ')}”"


def _put_last(text: str) -> str:
    """`what is the population of X` as `what the population of X is`; empty where it is longer.

    `when was the first launched` becomes `when the first was launched`.
    """
    named = r"(?P<named>(?:the|its|their) .+?)(?P<done> \w{2,}[^\We]ed)?"
    match = re.fullmatch(rf"(who|what|where|when) (is|are|was|were) {named}", text, re.I)
    match = match or _DEFINED.fullmatch(text)
    if not match or len(match["named"].split()) > SHORT:
        return ""
    return f"{match[1]} {match['named']} {match[2]}{match['done'] or ''}"


def _turn(text: str, question: Question) -> str:
    """The clause with a named subject put before its auxiliary; empty where none follows one."""
    names = _subjects(question)
    if not names or _PROGRESSIVE.match(text):
        return ""
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    written: list[str] = []

    def hide(name: re.Match[str]) -> str:
        written.append(name[0])
        return chr(_FIRST_NAME + len(written) - 1)

    hidden = re.sub(longest_first, hide, text, flags=re.IGNORECASE)
    for pattern, put in _turns():
        turned, count = pattern.subn(put, hidden, count=1)
        if count:
            return turned.translate(dict(enumerate(written, start=_FIRST_NAME)))
    return ""


@cache
def _turns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]:
    """What is turned, each name one letter of `_NAME`: `is X`, `does X help`, `do X help`."""
    kinds = "|".join(language()["named_as"])
    owned = r"'s\s+\w+(?=\s+\w+$|$)"  # `Ealing's foster carers adopt` might end anywhere
    place = rf"(?:\s+in\s+(?:(?-i:[A-Z])\w+|{_NAME}))?"  # `has the Child House in London opened`
    subject = rf"((?:the\s+)?{_NAME}(?:{owned}|\s+(?:{kinds})\b)?{place}{_NO_NOUN})"
    return (
        (
            re.compile(rf"\b({_AUXILIARY})\s+{subject}(?=\s|$)", re.IGNORECASE),
            lambda found: f"{found[2]} {found[1].lower()}",
        ),
        (
            re.compile(rf"\bdoes\s+{subject}\s+((?-i:[a-z])\w*)", re.IGNORECASE),
            lambda found: f"{found[1]} {_third_person(found[2])}",
        ),
        (
            re.compile(rf"\bdo\s+{subject}\s+(\w+)", re.IGNORECASE),
            lambda found: f"{found[1]} {found[2]}",
        ),
    )


def _subjects(question: Question) -> list[str]:
    """The names that may be a clause's subject, as it is written.

    Not so `the Leeds training`, nor a small word in a question that has capitals (`frontline`).
    """
    found = []
    for mention in question.mentions:
        name, before = question.text[mention.start : mention.end], question.text[: mention.start]
        facets = {target.facet for target in mention.targets}
        named = mention.names("document") or mention.names("thing") or facets & set(SHARED)
        small = name.islower() and not question.text.islower()
        part = "place" in facets and before.lower().endswith("the ")
        if named and not small and not part:
            found.append(name)
    return found


def _third_person(verb: str) -> str:
    """The verb as it follows `she`: `has`, `does`, `tries`, `teaches`, `works`."""
    if verb == "have":
        return "has"
    if re.search(r"(?:[sxzo]|ch|sh)$", verb):
        return f"{verb}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", verb) + "s"
