"""A sentence in, the questions that it asks out."""

import re

_ASKING = (
    r"(?:(?:at|by|for|from|in|of|on|to|with)\s+)?(?:who|whose|what|which|when|where|why|how)\b"
)
_AUXILIARY = r"(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|must)\b"
_CLAUSE = re.compile(
    rf"(?:,|;|\.|\?|\s-)\s+(?:and\s+|but\s+)?(?={_ASKING}|{_AUXILIARY})|\s+and\s+(?={_ASKING})",
    re.IGNORECASE,
)
# `who left`, `at what rate`, `when did`, `is it`; not `when a child is missing`
_QUESTION = re.compile(
    rf"(?:and\s+|but\s+)?(?:(?:(?:when|where|why|how)(?:'s|\s+{_AUXILIARY})|{_AUXILIARY})"
    rf"|(?!(?:when|where|why|how)\b){_ASKING}|how (?:many|much|long|often|old|far)\b)",
    re.IGNORECASE,
)


def asks(sentence: str) -> bool:
    """Whether a sentence begins as a question does; `when a child is missing, ...` doesn't."""
    return _QUESTION.match(sentence.strip()) is not None


def clauses(text: str) -> list[str]:
    """The questions that one sentence asks (`how many ..., and who ...?`), in order.

    What only leads up to a question (`when a child goes missing, who ...?`) stays with it.
    """
    found: list[str] = []
    lead = ""
    for part in _CLAUSE.split(text):
        if not part or not part.strip():
            continue
        clause = f"{lead} {part.strip()}".strip()
        if asks(part):
            found.append(clause)
            lead = ""
        elif found:
            found[-1] = f"{found[-1]}, {clause}"
        else:
            lead = f"{clause},"
    return found or [text.strip()]
