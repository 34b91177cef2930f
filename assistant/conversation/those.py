"""`Which of those ...`, `any of them ...` in, the question with the names of those listed out."""

import re
from collections.abc import Sequence

from assistant.language.ordinals import joined
from assistant.language.words import language, words

_WHICH = re.compile(r"\W*which(?: ones?)? (?P<rest>.+)", re.IGNORECASE)
_ANY = re.compile(
    r"(?:and |but |so )?(?:(?P<verb>are|is|were|was|do|does|did|have|has) )?(?:any|either|some) ",
    re.IGNORECASE,
)


def last_listed(cited: Sequence[Sequence[str]]) -> Sequence[str]:
    """The documents that the last answer cites, if several; else those of all answers before."""
    if len(cited[-1]) > 1:
        return cited[-1]
    return list(dict.fromkeys(name for ids in cited for name in ids))


def chooses(question: str) -> bool:
    """Whether a question asks which of what was listed does or is something (`which is ...?`)."""
    first = words(question)[:2]
    verbs = language()["asked_whether"]
    return len(first) == 2 and first[0].stem == "which" and first[1].text.lower() in verbs


def among(question: str, those: tuple[int, int], names: Sequence[str]) -> str:
    """The question with the names for `of those` or `which one`; `those`: where these words are."""
    first, last = (words(question)[place] for place in (those[0], those[1] - 1))
    front = question[: first.start] if first.stem == "of" else f"{question[: first.end]} "
    which = _WHICH.match(question[last.end :])
    if which:  # `of the two which has one?`
        return f"which of {joined(names)} {which['rest']}"
    any_of = _ANY.fullmatch(front)
    if any_of:  # `are any of them in London?`
        verb = (any_of["verb"] or "are").lower()
        verb = "" if verb in ("do", "does", "did") else f" {verb}"
        return f"which of {joined(names)}{verb}{question[last.end :]}"
    return f"{front}of {joined(names)}{question[last.end :]}"
