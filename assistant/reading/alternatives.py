"""A question for a set that asks for one thing or another in, a question for each of them out."""

import re
from itertools import pairwise

from assistant.reading.question import Question

_OR = re.compile(r"\s+or\s+(?:an? |the |in |on |about )?", re.IGNORECASE)


def alternatives(question: Question) -> list[str]:
    """The question for each of two facts that `or` joins (`adoption or fostering`); else none.

    Not where the second leans on the first (`sexually abused or exploited`).
    """
    text = question.text
    named = [m for m in question.mentions if any(t.kind == "facet" for t in m.targets)]
    for one, other in pairwise(named):
        joined = _OR.fullmatch(text[one.end : other.start])
        leans = text[: other.end].endswith("ed")
        if joined and not leans and not set(one.targets) & set(other.targets):
            return [
                f"{text[: one.start]}{text[it.start : it.end]}{text[other.end :]}"
                for it in (one, other)
            ]
    return []
