"""A question about all that are counted, in another form than `which` (`how did projects ...?`)."""

import re
from functools import lru_cache

from assistant.language.words import language
from corpus.schema import Kind, Settings


def as_which(text: str, settings: Settings) -> str:
    """`Which projects train carers?` for `How do the projects train carers?`; else empty."""
    counted = _counted(settings)
    match = _patterns(*_called(counted))[0].match(text)
    if not match:
        return ""
    asked = [f"Which {counted[0].many}", match["is"] or match["are"], text[match.end() :].strip()]
    return " ".join(filter(None, asked))


def asks_of_any(text: str, settings: Settings) -> bool:
    """Whether it asks what any of them did, what part someone has or how someone is involved."""
    return any(p.search(text) for p in _patterns(*_called(_counted(settings)))[1:])


def _counted(settings: Settings) -> list[Kind]:
    return [kind for kind in settings.collection.kinds.values() if kind.counted]


def _called(kinds: list[Kind]) -> tuple[str, str]:
    """The plurals of what is counted, and all by which it is called, as patterns."""
    words = (word for kind in kinds for word in kind.words if word.endswith("s"))
    return "|".join(kind.many for kind in kinds) or "$^", "|".join(words) or "$^"


@lru_cache(maxsize=8)
def _patterns(kinds: str, called: str) -> list[re.Pattern[str]]:
    among = language()["among_any"]
    return [
        re.compile(
            pattern.replace("AMONG", among).replace("KINDS", kinds).replace("MANY", called),
            re.IGNORECASE,
        )
        for pattern in (language()["how_any"], *language()["of_any"])
    ]
