"""Question words told from what only looks like one: `mothers who ...`, `a team when it ...`."""

import re

_TOLD = (  # words that a question word stands after where it asks
    "and|or|but|so|then|ok|okay|well|exactly|just|me|us|you|know|tell|say|says|remember|remind|ask|see|"
    "wonder|wondering|of|by|to|from|with|for|in|at|on|since|about|out|hi|hello|please"
)
# `when a child is missing` asks for no time, though it stands first
_WHEN = (
    r"when(?='s|\s+(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|must)\b"
    r"|\s*[^\w\s]|\s*$)"
)
_WORD = re.compile(
    rf"(?P<asks>(?:^\s*|[^\w\s'’]\s*)(?:who|whom|whose|where|{_WHEN})\b"
    rf"|\b(?:{_TOLD})\s+(?:who|whom|whose|where|when)\b)|\b(?:who|whom|whose|where|when)\b",
    re.IGNORECASE,
)


def without_relatives(text: str) -> str:
    """The text with `that` for each word that only looks like a question word."""
    return _WORD.sub(lambda match: match[0] if match["asks"] else "that", text)
