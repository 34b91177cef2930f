"""A question and what is named after it in, the question asked of that out (`and Hampshire?`)."""

from collections.abc import Sequence

from assistant.follow_up import is_name
from assistant.lexicon import Lexicon, Mention, Target
from assistant.words import language, words
from index.texts import PRONOUN


def exchanged(rest: str, text: str, lexicon: Lexicon) -> str | None:
    """The text with one of its phrases exchanged for its like in `rest`; None where it has none.

    A place is put behind a name (`in London`), not in its stead.
    The phrase is rather a name than another word, rather of several like kinds (a place and a
    council), and rather one with the same word before it.
    """
    old = [*lexicon.mentions(text), *_unknown_places(text, lexicon)]
    for mention in (*lexicon.mentions(rest), *_unknown_places(rest, lexicon)):
        others = [m for m in old if m.targets != mention.targets]
        alike = [m for m in others if _kinds(m) & _kinds(mention)]
        of_place = ("facet", "place") in _kinds(mention)
        inside = of_place and not is_name(mention) and _opening(rest) == "in"
        if not alike and inside and any(map(is_name, others)):
            return f"{text.rstrip('?!. ')} {rest.rstrip('?!. ')}?"  # of the same, in that place
        if not alike and (is_name(mention) or of_place) and _opening(rest) in ("", "in"):
            alike = [m for m in others if is_name(m) or ("facet", "place") in _kinds(m)]
        if alike:
            likest = min(
                alike,
                key=lambda other: (
                    text[other.start].islower(),
                    -len(_kinds(other) & _kinds(mention)),
                    _before(other, text) != _opening(rest),
                ),
            )
            return _put_in(rest[mention.start : mention.end], likest, old, text)
    return None


def opposed(rest: str, text: str, lexicon: Lexicon) -> str:
    """The text with `outside London` for its own `in London`; empty where it has none."""
    named = [mention.targets for mention in lexicon.mentions(rest)]
    for mention in lexicon.mentions(text):
        before = words(text[: mention.start])
        if mention.targets in named and before and _before(mention, text):
            rest = rest.rstrip("?!. ")
            return text[: before[-1].start] + rest + text[mention.end :]
    return ""


def _unknown_places(text: str, lexicon: Lexicon) -> list[Mention]:
    """The places of a text that the collection gives no meaning, as mentions of a place."""
    known = lexicon.mentions(text)
    return [
        Mention(word.start, word.end, (Target("facet", word.text.lower(), "place"),))
        for word in words(text)
        if word.text.lower() in language()["places"]
        and not any(m.start <= word.start < m.end for m in known)
    ]


def _kinds(mention: Mention) -> set[tuple[str, str]]:
    return {(target.kind, target.facet) for target in mention.targets}


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
