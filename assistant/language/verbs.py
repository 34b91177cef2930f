"""A verb in, its form after `she` or in the past out."""

import re

from assistant.language.english import REAL_WORD, commonness
from assistant.language.words import language


def third_person(verb: str) -> str:
    """The verb as it follows `she`: `has`, `does`, `tries`, `teaches`, `works`."""
    if verb == "have":
        return "has"
    if re.search(r"(?:[sxzo]|ch|sh)$", verb):
        return f"{verb}es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", verb) + "s"


def past(verb: str) -> str:
    """The verb in the past, the commonest spelling: `found`, `tried`, `stopped`, `worked`."""
    irregular = language()["past"].get(verb)
    if irregular:
        return str(irregular)
    spelt = [f"{verb}d" if verb.endswith("e") else f"{verb}ed", f"{verb}{verb[-1]}ed"]
    spelt.append(re.sub(r"y$", "i", verb) + "ed")
    return max(spelt, key=lambda form: commonness(form, REAL_WORD))  # a misspelt one is rarer
