"""A question and what is named after it in, the question asked of that out (`and Hampshire?`)."""

from collections.abc import Sequence

from assistant.lexicon import Lexicon, Mention
from assistant.words import words
from index.texts import PRONOUN


def exchanged(rest: str, text: str, lexicon: Lexicon) -> str | None:
    """The text with one of its phrases exchanged for its like in `rest`; None where it has none.

    The phrase is rather one with the same word before it, a name rather than another word.
    """
    old = lexicon.mentions(text)
    old.sort(key=lambda other: _before(other, text) != _opening(rest))
    old.sort(key=lambda other: text[other.start].islower())
    for mention in lexicon.mentions(rest):
        wanted = {(t.kind, t.facet) for t in mention.targets}
        for other in old:
            same = wanted & {(t.kind, t.facet) for t in other.targets}
            if same and mention.targets != other.targets:
                return _put_in(rest[mention.start : mention.end], other, old, text)
    return None


def _put_in(name: str, other: Mention, mentions: Sequence[Mention], text: str) -> str:
    """The text with a name for the other mention, and `it` for others of that one's document."""
    documents = set(other.names("document"))
    for mention in sorted(mentions, key=lambda mention: -mention.start):
        again = documents.intersection(mention.names("document"))
        if mention is other or again:
            put = name if mention is other else PRONOUN
            text = text[: mention.start] + put + text[mention.end :]
    return text


def _opening(text: str) -> str:
    """The text's first word, if it is one that stands before names (`from`, `in`)."""
    first = words(text)[0].stem if words(text) else ""
    return first if first in ("from", "in", "at", "with", "for", "to", "by") else ""


def _before(mention: Mention, text: str) -> str:
    """The word before a mention in its text, as `_opening` gives it."""
    earlier = words(text[: mention.start])
    return _opening(earlier[-1].text) if earlier else ""
