"""Whether a text tells the assistant what to be or do, in place of asking the collection."""

import re
from functools import lru_cache

from assistant.language.clauses import asked_and_told
from assistant.language.phrases import any_as_written, begins_as_written, starts_with
from assistant.language.words import content, language
from assistant.reading.follow_up import after
from corpus.chunk import sentences_of

_PART = re.compile(r"[.?!;:]\s|\bso\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def steers(text: str) -> bool:
    """Whether a part of the text begins as an order to the assistant, or speaks of its rules.

    `Write me a poem` does, and `... so just write that ...`; `I'm writing an essay` doesn't.
    """
    if any_as_written(language()["steering_anywhere"], text):
        return True
    return any(_is_order(part) for part in _PART.split(text))


def without_orders(text: str) -> str:
    """The text without its sentences that steer, where what is left asks something; else all."""
    kept = " ".join(sentence for sentence in sentences_of(text) if not steers(sentence))
    return kept if content(asked_and_told(kept)[0]) else text


def _is_order(part: str) -> bool:
    skipped = starts_with("polite", part)
    while skipped:
        part = after(part, skipped)
        skipped = starts_with("polite", part)
    return begins_as_written(language()["steering"], part)
