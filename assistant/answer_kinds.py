"""What kind of thing a question asks for, and whether a text holds one. See `language.yaml`."""

import re
from functools import cache, lru_cache

from assistant.words import language, stems


@lru_cache(maxsize=4096)
def answer_kind(question: str) -> str:
    """The kind of thing that is asked for (`money`, `number`, `time`, ...); empty where none is."""
    sequence = stems(question)
    for kind, phrases in _asked().items():
        for phrase in phrases:
            if any(sequence[i : i + len(phrase)] == phrase for i in range(len(sequence))):
                return kind
    return ""


def holds_kind(text: str, kind: str) -> bool:
    """Whether a text holds a thing of that kind; True where no kind is given."""
    return not kind or bool(_held()[kind].search(text))


@cache
def _asked() -> dict[str, list[tuple[str, ...]]]:
    kinds = language()["answer_kinds"]
    return {kind: [stems(phrase) for phrase in content["asked"]] for kind, content in kinds.items()}


@cache
def _held() -> dict[str, re.Pattern[str]]:
    numbers = "|".join(language()["numbers"])
    return {
        kind: re.compile(content["holds"].replace("NUMBER", numbers))
        for kind, content in language()["answer_kinds"].items()
    }
