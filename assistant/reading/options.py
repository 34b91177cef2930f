"""A search for options (`what could we commission for X?`) in, the set that it is for out."""

import re
from functools import cache

from assistant.language.words import language
from assistant.reading.follow_up import names_in
from assistant.reading.lexicon import Lexicon
from assistant.reading.question import SHARED
from corpus.schema import Settings


def as_options(text: str, lexicon: Lexicon, settings: Settings) -> tuple[str, str]:
    """`Which projects are for X?`, and what asks what came of them, if anything; else both empty.

    X stands after what asks (`what works for X?`), or is the topic told before it (`X is most of
    what we do. What has worked elsewhere?`). What names a document asks of that.
    """
    counted = settings.collection.counted
    found = next(filter(None, (pattern.match(text) for pattern in _patterns())), None)
    if not found or not counted or names_in(text, lexicon):
        return "", ""
    parts = found.groupdict()
    topic = parts.get("after") or _told(parts.get("before", ""), lexicon)
    if not topic:
        return "", ""
    result = text[found.start("result") :] if parts["result"] else ""
    return f"Which {counted[0].many} are for {topic}?", result


def _told(text: str, lexicon: Lexicon) -> str:
    """The topic of what is told, from the first to the last words that name one; else empty."""
    facets = {"", *SHARED}
    named = [m for m in lexicon.mentions(text) if any(t.facet not in facets for t in m.targets)]
    return text[named[0].start : named[-1].end] if named else ""


@cache
def _patterns() -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for pattern in language()["options"]]
