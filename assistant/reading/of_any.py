"""A question about all that are counted, in another form than `which` (`how did projects ...?`)."""

import re
from functools import lru_cache

from assistant.language.words import language
from corpus.schema import Settings


def as_which(text: str, settings: Settings) -> str:
    """`Which projects train carers?` for `How do the projects train carers?`; else empty."""
    match = _patterns(*_called(settings))[0].match(text)
    if not match:
        return ""
    counted = settings.collection.counted
    asked = [f"Which {counted[0].many}", match["is"] or match["are"], text[match.end() :].strip()]
    return " ".join(filter(None, asked))


def asks_of_any(text: str, settings: Settings) -> bool:
    """Whether it asks what any of them did, what part someone has or how someone is involved."""
    return any(p.search(text) for p in _patterns(*_called(settings))[1:])


def _called(settings: Settings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The plurals of what is counted, and all by which it is called."""
    kinds = settings.collection.counted
    words = [word for kind in kinds for word in kind.words]
    return tuple([kind.many for kind in kinds]), tuple(words)


@lru_cache(maxsize=8)
def _patterns(kinds: tuple[str, ...], words: tuple[str, ...]) -> list[re.Pattern[str]]:
    among, many = language()["among_any"], "|".join(kinds) or "$^"
    called = "|".join(word for word in words if word.endswith("s")) or "$^"
    return [
        re.compile(
            pattern.replace("AMONG", among).replace("KINDS", many).replace("MANY", called),
            re.IGNORECASE,
        )
        for pattern in (language()["how_any"], *language()["of_any"])
    ]
