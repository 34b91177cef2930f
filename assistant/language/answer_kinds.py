"""What kind of thing a question asks for, and whether a text holds one. See `language.yaml`."""

import re
from functools import cache, lru_cache

from assistant.language.phrases import starts_with, written
from assistant.language.relatives import without_relatives
from assistant.language.words import language, stems


def answer_kind(question: str) -> str:
    """The kind of thing that is asked for (`number`, `time`, ...); empty where none is."""
    return next(iter(_asked_for("answer_kinds", without_relatives(question))), "")


def told_by_every(kind: str) -> bool:
    """Whether every sentence that holds a thing of that kind tells a part of what is asked for."""
    return bool(kind) and bool(language()["answer_kinds"][kind].get("every"))


@lru_cache(maxsize=4096)
def question_form(text: str) -> str:
    """How a text asks (`number`, `who`, `whether`, ...), by its first question word; else empty."""
    if starts_with("asked_whether", text):
        return "whether"
    sequence = stems(without_relatives(text))
    for start, first in enumerate(sequence):
        for phrase, form in _forms().get(first, ()):
            if sequence[start : start + len(phrase)] == phrase:
                return form
    return ""


@lru_cache(maxsize=16384)
def holds_kind(text: str, kind: str) -> bool:
    """Whether a text holds a thing of that kind; True where no kind is given."""
    return not kind or bool(_holding("answer_kinds")[kind].search(text))


def asks_for_attribute(question: str) -> bool:
    """Whether a property is asked for by name."""
    return bool(_asked_for("attributes", question))


def lacks_attribute(question: str, text: str, but: str = "") -> bool:
    """Whether a property is asked for by name (a cost, an age, a post, ...) that no text holds.

    `but`: one that doesn't count. One that decides of `each` member of a set is no matter of all.
    """
    kinds = language()["attributes"]
    asked = (k for k in _asked_for("attributes", question) if k != but)
    asked = (k for k in asked if kinds[k].get("decides") != "each")
    return any(not _holding("attributes")[kind].search(text) for kind in asked)


def lacks_judgement(question: str, text: str) -> bool:
    """Whether a judgement or result is asked for (`the best`, `saved money`) that no text holds.

    Those properties that `decide` by themselves.
    """
    asked = _asked_for("attributes", question)
    judged = [kind for kind in asked if language()["attributes"][kind].get("decides")]
    return any(not _holding("attributes")[kind].search(text) for kind in judged)


@lru_cache(maxsize=4096)
def _asked_for(group: str, question: str) -> tuple[str, ...]:
    """The kinds of that group that are asked for, in their order in the list."""
    text, asked = written(question), _asked(group)
    opening = asked.keys() & set(text.split())
    found = {kind for first in opening for phrase, kind in asked[first] if phrase in text}
    found |= {kind for kind, pattern in _asking(group).items() if pattern.search(question)}
    return tuple(kind for kind in language()[group] if kind in found)


@cache
def _asked(group: str) -> dict[str, list[tuple[str, str]]]:
    """By its first word each phrase that asks for a kind of that group, and the kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, content in language()[group].items():
        for phrase in map(written, content.get("asked", ())):
            found.setdefault(phrase.split()[0], []).append((phrase, kind))
    return found


@cache
def _asking(group: str) -> dict[str, re.Pattern[str]]:
    """For a kind that is asked for in no set phrase, the pattern of what asks for it."""
    kinds = language()[group].items()
    return {k: re.compile(c["asking"], re.IGNORECASE) for k, c in kinds if "asking" in c}


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By its first stem each phrase and the form that it asks in, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, phrases in sorted(language()["question_forms"].items()):
        for phrase in map(stems, phrases):
            found.setdefault(phrase[0], []).append((phrase, form))
    return {first: sorted(of, key=lambda pair: -len(pair[0])) for first, of in found.items()}


@cache
def _holding(group: str) -> dict[str, re.Pattern[str]]:
    """For each kind of a group the pattern of what a text holds that tells a thing of that kind."""
    numbers, kinds = "|".join(language()["numbers"]), language()[group].items()
    return {k: re.compile(c["holds"].replace("NUMBER", numbers)) for k, c in kinds if "holds" in c}
