"""What kind of thing a question asks for, and whether a text holds one. See `language.yaml`."""

import re
from functools import cache, lru_cache

from assistant.words import language, stands_in


def answer_kind(question: str) -> str:
    """The kind of thing that is asked for (`number`, `time`, ...); empty where none is."""
    return next(iter(_asked_for("answer_kinds", question)), "")


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
        if any(stands_in(phrase, question) for phrase in content["asked"])
    )


@cache
def _patterns(group: str) -> dict[str, re.Pattern[str]]:
    numbers = "|".join(language()["numbers"])
    return {
        kind: re.compile(content["holds"].replace("NUMBER", numbers))
        for kind, content in language()[group].items()
    }
