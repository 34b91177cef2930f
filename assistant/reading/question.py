"""One standalone question: what it names, what kind it is, what kind of answer it wants."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from assistant.language.answer_kinds import answer_kind
from assistant.language.clauses import asked_and_told
from assistant.language.phrases import consists_of, find_phrase, has_phrase, in_any_case
from assistant.language.words import Word, filler_stems, words
from assistant.reading.mentions import Mention, Target

TIED = ("with", "in", "of", "owns", "own", "runs", "run")  # before what others have to do with
PERSONS = ("team", "who")  # kinds of answer that a document which is named holds
SHARED = ("organisation", "place")  # facets whose values several documents have to do with


class Kind(StrEnum):
    """What is asked for, which decides how the answer is found."""

    SMALL_TALK = "small_talk"
    ADVICE = "advice"
    STEERING = "steering"
    EXPANSION = "expansion"
    LINK = "link"
    COMPARISON = "comparison"
    RELATION = "relation"
    LIST = "list"
    GUIDANCE = "guidance"
    FACT = "fact"


@dataclass(frozen=True)
class Question:
    """A standalone question and what was read from it.

    `mentions`: what it names, but what it leaves out (`other than Pause`), which is `left_out`.
    `documents`: ids of the documents it names. `subjects`: its content words. `link_kinds`: the
    kinds of link it names. `relation_kinds`: the kinds of relation its words ask for. `topic`: what
    it asks about, where it only asks what is said on that; else empty. `beside`: what is asked of a
    set besides, in its own words.
    """

    text: str
    kind: Kind
    mentions: tuple[Mention, ...]
    subjects: tuple[Word, ...]
    link_kinds: tuple[str, ...]
    relation_kinds: tuple[str, ...]
    left_out: tuple[Mention, ...] = ()
    topic: str = ""
    beside: str = ""

    @cached_property
    def documents(self) -> list[str]:
        """The documents that it names, in its order."""
        return list(dict.fromkeys(n for m in self.mentions for n in m.names("document")))

    @cached_property
    def things(self) -> list[str]:
        """The documents and things that it names, in its order."""
        return list(
            dict.fromkeys(
                n for m in self.mentions for k in ("document", "thing") for n in m.names(k)
            )
        )

    @cached_property
    def asking(self) -> str:
        """The sentences of it that ask; all of it where none does."""
        return asked_and_told(self.text)[0] or self.text

    @cached_property
    def wants(self) -> str:
        """The kind of thing that is asked for (`number`, `who`, ...); empty where none is.

        Nor is one where no document is named and it asks who or where: a document names it.
        """
        kind = answer_kind(self.asking)
        return "" if kind in PERSONS and not self.documents else kind


def names_surely(question: Question) -> bool:
    """Whether it names a document by several words, which nobody says by chance.

    In lower case they are a name only to someone who writes no capital letters: `My house project`
    is none.
    """
    names = [question.text[m.start : m.end] for m in question.mentions if m.names("document")]
    small = question.text.islower()
    several = (len(words(name)) > 1 and (small or not name.islower()) for name in names)
    return any(several) or any(name.isupper() and len(name) > 2 for name in names)  # `FDAC`


def is_small_talk(text: str) -> bool:
    """Whether nothing but greetings, thanks and the like is said."""
    return consists_of(("greeting", "thanks", "farewell", "who_are_you", "filler"), text)


def asks_of_collection(text: str, name: str) -> bool:
    """Whether it is asked what the collection itself is, how old and from where, and no more."""
    text = in_any_case(name).sub("this", text)
    phrases = ("of_collection", "greeting", "filler", "ellipsis")
    return has_phrase("of_collection", text) and consists_of(phrases, text)


def outside_mentions(question: Question) -> list[Word]:
    """The content words that no name or facet word takes up."""
    return _outside(question, list(question.mentions))


def outside_names(question: Question) -> list[Word]:
    """The content words that are not part of a document's name."""
    return _outside(question, [m for m in question.mentions if m.names("document")])


def _outside(question: Question, mentions: list[Mention]) -> list[Word]:
    taken = {place for mention in mentions for place in range(mention.start, mention.end)}
    return [word for word in question.subjects if word.start not in taken]


def chooses_among(question: Question) -> bool:
    """Whether a set is asked for among the documents named: `which of Pause and FDAC ...`.

    One alone may be left of a list; of what it owns (`which of Pause's areas`) nothing is chosen.
    """
    among = find_phrase("among", question.text)
    if not among:
        return False
    spoken = words(question.text)
    following = spoken[among[1] : among[1] + 2]
    named = {m.start: m.end for m in question.mentions if m.names("document")}
    placed = [n for n, word in enumerate(following) if word.start in named]
    article = bool(following) and following[0].text.lower() == "the"  # `which of The House Project`
    owned = any(question.text[end : end + 1] in ("'", "\u2019") for end in named.values())
    one = bool(question.documents) and spoken[among[0]].stem == "which" and not owned
    return (one or len(question.documents) > 1) and placed[:1] in ([0], [int(article)])


def asks_for_others(text: str) -> bool:
    """Whether the named documents themselves are not wanted in the list (`who else ...`).

    `What did it take from other projects?` asks of the named one.
    """
    found = find_phrase("others", text)
    before = words(text)[found[0] - 1].stem if found and found[0] else ""
    return found is not None and before not in ("from", "with", "to", "by")


def asks_of_named(question: Question) -> bool:
    """Whether others are asked for that have to do with what is named after them.

    `Which other council works with Daybreak?` asks of Daybreak; `... projects are like Pause?` not.
    """
    found = find_phrase("shown_apart", question.text)
    if not found or not asks_for_others(question.text) or has_phrase("likewise", question.text):
        return False
    spoken = words(question.text)
    start, following = spoken[found[1] - 1].end, spoken[found[1] : found[1] + 1]
    named = [mention for mention in question.mentions if mention.names("document")]
    after = [mention for mention in named if mention.start >= start]
    tied = all(question.text[: m.start].split()[-1].lower() in TIED for m in after)
    same = {name for mention in after for name in mention.names("document")}
    stories = any(word.stem in filler_stems() for word in following)  # `which other projects`
    return bool(after) and tied and not stories and set(question.documents) == same


def masked(text: str, mentions: Iterable[Mention]) -> str:
    """The text with an x for each letter of those phrases, so that no word of theirs is read."""
    for mention in mentions:
        inside = re.sub(r"\w", "x", text[mention.start : mention.end])
        text = text[: mention.start] + inside + text[mention.end :]
    return text


def without(text: str, mentions: Iterable[Mention]) -> str:
    """The text with those phrases cut out."""
    for mention in sorted(mentions, key=lambda mention: -mention.start):
        text = text[: mention.start] + text[mention.end :]
    return text


def of_same_names(part: Question, whole: Question) -> Question:
    """The part as a question of the whole's kind on what that names.

    A name that stands outside the part is a mention of no length.
    """
    named = tuple(replace(mention, start=0, end=0) for mention in whole.mentions)
    return replace(part, kind=whole.kind, mentions=named)


def of_documents(question: Question, names: Iterable[str]) -> Question:
    """The question as one on those documents, which it does not name: by mentions of no length."""
    meant = (Mention(0, 0, (Target("document", name),)) for name in names)
    return replace(question, mentions=(*meant, *question.mentions))
