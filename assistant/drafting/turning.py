"""A question in, its clause with the subject before the verb out (`does X help`: `X helps`)."""

import re
from collections.abc import Callable
from functools import cache

from assistant.language.verbs import past, third_person
from assistant.language.words import language
from assistant.reading.question import SHARED, Question

AUXILIARY = r"(?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)"
_BE = r"(?:is|are|was|were)"
# what follows is no other noun before its verb: `the Child House pilot evaluated`
_NO_NOUN = (
    r"(?!\s+(?!not|been|being|ever|also|still|now|\w+(?:ly|ed|ing|en)\b)\w+\s+(?:\w+ly\s+)?\w+ed\b)"
)
# an auxiliary before its subject: `which tools should a project use`, `which areas is MST in`
INVERTED = re.compile(
    r"\b(?:do|does|did|(?:should|can|could|would|will|must) (?:an?|the|we|i|you|it|they))\b"
    r"|\b(?:is|are|was|were) .+ (?:in|at|on|for|with|from|to|of)$",
    re.IGNORECASE,
)
_ASKED_TOO = re.compile(  # `and what must we leave`
    rf"\b(?:and|or|like|what|how|when|where|which|why)\s+(?:\w+\s+)?(?:{AUXILIARY}|do|does|did)\s",
    re.IGNORECASE,
)
_ANY_AUXILIARY = re.compile(rf"\b(?:{AUXILIARY}|do|does|did)\b", re.IGNORECASE)
_PROGRESSIVE = re.compile(rf"(?:who|which|what)(?:\s+\w+)?\s+{AUXILIARY}\s+[a-z]\w*ing\b")
_FIRST_NAME, _NAME = 0xE000, "[\ue000-\uf8ff]"  # for private use: no text has these letters
_PRONOUN = r"(?:it|they|we|i|he|she|there|(?:anyone|anybody)(?!\s+(?:in|at|on|of|from|else)\b))\b"


def turned(text: str, question: Question) -> str:
    """The clause with its subject put before its auxiliary; empty where none known follows one.

    The subject is a name, a pronoun, or people of whom only the plural is spoken (`families`).
    """
    if _PROGRESSIVE.match(text):
        return ""
    names = sorted(_subjects(question), key=len, reverse=True)
    written: list[str] = []

    def hide(name: re.Match[str]) -> str:
        written.append(name[0])
        return chr(_FIRST_NAME + len(written) - 1)

    hidden = re.sub("|".join(map(re.escape, names)), hide, text, flags=re.I) if names else text
    for pattern, put in _turns():
        found = pattern.search(hidden)
        if found and not _asks_more(hidden[: found.start()], hidden[found.end() :]):
            order = hidden[: found.start()] + put(found) + hidden[found.end() :]
            return order.translate(dict(enumerate(written, start=_FIRST_NAME)))
    return ""


def _asks_more(before: str, after: str) -> bool:
    """Whether something else is asked too, before or after what is turned."""
    return bool(_ANY_AUXILIARY.search(before) or _ASKED_TOO.search(after))


@cache
def _turns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]:
    """What is turned, each name one letter of `_NAME`: `is X`, `did X help`, `do they help`."""
    kinds, people = "|".join(language()["named_as"]), "|".join(language()["plural_people"])
    owned = r"'s\s+\w+(?=\s+(?:\w+ly\s+)?\w+$|$)"  # `Ealing's foster carers adopt` ends anywhere
    # `has the Child House in London opened`, but `is Pause in London`
    follows = rf"(?=\s+(?!(?:{'|'.join(language()['after_object'])})\b)\w)"
    place = rf"(?:\s+in\s+(?:(?-i:[A-Z])\w+|{_NAME}){follows})?"
    name = rf"(?:the\s+)?{_NAME}(?:{owned}|\s+(?:{kinds})\b)?{place}{_NO_NOUN}"
    several = rf"(?:the\s+)?(?:{people})\b{_NO_NOUN}"
    after = "|".join(language()["after_verb"])
    # `what was Pause outcome` asks for what is of it, unlike `what was Pause told`
    owning = (
        rf"(?!(?<=\bwhat\s){_BE}\s+(?:the\s+)?{_NAME}\s+(?!(?:{after}|\w+(?:ed|ing|en|ly))\b)[a-z])"
    )
    verb = rf"((?:\w+ly\s+|ever\s+|also\s+)?)(?!(?:{after})\b)((?-i:[a-z])\w*)"
    ends = rf"(?=\s*$|[,;]|\s+\d|\s+(?:{after})\b)"
    doing = rf"(?!\s+of\b)(?:{ends}|(?=\s+\w+(?:ed|ing|en|ly)\b))"
    return (
        (
            re.compile(
                rf"\b{owning}({AUXILIARY})\s+((?:{name}|{_PRONOUN})(?=\s|$)|{several}{doing})",
                re.IGNORECASE,
            ),
            lambda found: f"{found[2]} {found[1].lower()}",
        ),
        (
            re.compile(rf"\bdoes\s+({name}|{_PRONOUN})\s+{verb}", re.IGNORECASE),
            lambda found: f"{found[1]} {found[2]}{third_person(found[3])}",
        ),
        (
            re.compile(
                rf"\bdid\s+(?:({_PRONOUN})\s+{verb}|({name}|{several})\s+{verb}{ends})",
                re.IGNORECASE,
            ),
            lambda found: (
                f"{found[1] or found[4]} {found[2] or found[5] or ''}{past(found[3] or found[6])}"
            ),
        ),
        (
            re.compile(rf"\bdo\s+({name}|{_PRONOUN}|{several})\s+(\w+)", re.IGNORECASE),
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
