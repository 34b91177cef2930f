"""What kind of thing a question asks for, and whether a text holds one. See `language.yaml`."""

import re
from functools import cache, lru_cache

from assistant.words import language, stands_as_written, starts_with, stems


def answer_kind(question: str) -> str:
    """The kind of thing that is asked for (`number`, `time`, ...); empty where none is."""
    return next(iter(_asked_for("answer_kinds", question)), "")


@lru_cache(maxsize=16384)
def question_form(text: str) -> str:
    """How a text asks (`number`, `who`, `whether`, ...), by its first question word; else empty."""
    if starts_with("asked_whether", text):
        return "whether"
    sequence = stems(text)
    found = [
        (start, -len(phrase), form)
        for form, phrases in _forms().items()
        for phrase in phrases
        for start in range(len(sequence))
        if sequence[start : start + len(phrase)] == phrase
    ]
    return min(found, default=(0, 0, ""))[2]


def holds_kind(text: str, kind: str) -> bool:
    """Whether a text holds a thing of that kind; True where no kind is given."""
    return not kind or bool(_patterns("answer_kinds")[kind].search(text))


def lacks_attribute(question: str, text: str) -> bool:
    """Whether a property is asked for by name (a cost, an age, a post, ...) that no text holds."""
    patterns = _patterns("attributes")
    return any(not patterns[kind].search(text) for kind in _asked_for("attributes", question))


@lru_cache(maxsize=4096)
def _asked_for(group: str, question: str) -> tuple[str, ...]:
    return tuple(
        kind
        for kind, content in language()[group].items()
        if any(stands_as_written(phrase, question) for phrase in content["asked"])
    )


@cache
@cache
def _forms() -> dict[str, list[tuple[str, ...]]]:
    forms = language()["question_forms"]
    return {form: [stems(phrase) for phrase in phrases] for form, phrases in forms.items()}


@cache
def _patterns(group: str) -> dict[str, re.Pattern[str]]:
    numbers = "|".join(language()["numbers"])
    return {
        kind: re.compile(content["holds"].replace("NUMBER", numbers))
        for kind, content in language()[group].items()
    }
