"""Question words told from what only looks like one: `mothers who ...`, `a team when it ...`."""

import re
from functools import cache

from assistant.language.words import language

_WORD = re.compile(r"\b(?:who|whom|whose|where|when)\b", re.IGNORECASE)
_NEXT = re.compile(r"'s|\s*(\w*)")


def without_relatives(text: str) -> str:
    """The text with `that` for each word that only looks like a question word."""
    return _WORD.sub(lambda match: match[0] if _asks(match) else "that", text)


def _asks(match: re.Match[str]) -> bool:
    """Whether the word asks: it stands first, after a stop, or after a word that leads up to it.

    `When a child is missing, ...` asks for no time, though it stands first.
    """
    before = match.string[: match.start()].rstrip()
    if before and (before[-1].isalnum() or before[-1] in "'\u2019"):
        return before.rsplit(None, 1)[-1].lower() in _listed("before_asking")
    if match[0].lower() != "when":
        return True
    following = _NEXT.match(match.string, match.end())
    return following is not None and (
        not following[1] or following[1].lower() in _listed("asked_whether")
    )


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(language()[name])
