"""One standalone question, read: what it names, what kind it is, what kind of answer it wants."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from assistant.answer_kinds import answer_kind
from assistant.lexicon import Lexicon, Mention
from assistant.words import (
    Word,
    consists_of,
    content,
    find_phrase,
    has_phrase,
    starts_with,
    stem,
    words,
)
from corpus.schema import Settings

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


@dataclass(frozen=True, slots=True)
class Question:
    """A standalone question and what was read from it.

    `documents`: ids of the documents it names. `subjects`: its content words. `link_kinds`: the
    kinds of link it names. `relation_kinds`: the kinds of relation its words ask for.
    """

    text: str
    kind: Kind
    mentions: tuple[Mention, ...]
    subjects: tuple[Word, ...]
    link_kinds: tuple[str, ...]
    relation_kinds: tuple[str, ...]

    @property
    def documents(self) -> list[str]:
        """The documents that it names, in its order."""
        return list(dict.fromkeys(n for m in self.mentions for n in m.names("document")))

    @property
    def things(self) -> list[str]:
        """The documents and things that it names, in its order."""
        return list(
            dict.fromkeys(
                n for m in self.mentions for k in ("document", "thing") for n in m.names(k)
            )
        )

    @property
    def wants(self) -> str:
        """The kind of thing that is asked for (`number`, `money`, ...); empty where none is."""
        return answer_kind(self.text)


def read_question(text: str, lexicon: Lexicon, settings: Settings) -> Question:
    """The question, read with the collection's names."""
    mentions = tuple(lexicon.mentions(text))
    link_kinds = tuple(
        name
        for name, kind in settings.collection.link_kinds.items()
        if any(_stands_in(phrase, text) for phrase in kind.words)
    )
    relation_kinds = tuple(
        name
        for name, kind in settings.vocabulary.relations.items()
        if any(_stands_in(phrase, text) for phrase in kind.words)
    )
    draft = Question(text, Kind.FACT, mentions, tuple(content(text)), link_kinds, relation_kinds)
    kind = _kind(draft, lexicon, settings)
    return Question(text, kind, mentions, draft.subjects, link_kinds, relation_kinds)


def is_small_talk(text: str) -> bool:
    """Whether nothing but greetings, thanks and the like is said."""
    return consists_of(("greeting", "thanks", "farewell", "who_are_you", "filler"), text)


def _kind(question: Question, lexicon: Lexicon, settings: Settings) -> Kind:
    text = question.text
    if is_small_talk(text):
        return Kind.SMALL_TALK
    if has_phrase("advice_person", text) and (
        has_phrase("advice_asked", text) or not question.documents
    ):
        return Kind.ADVICE
    if has_phrase("steering", text):
        return Kind.STEERING
    if has_phrase("stands_for", text) and _short_forms(question, lexicon):
        return Kind.EXPANSION
    listed = _asks_for_set(question)
    if _asks_to_compare(question):
        return Kind.COMPARISON
    if _asks_for_link(question) and not listed:
        return Kind.LINK
    kinds = settings.vocabulary.relations
    faceted = listed and not question.documents and _has_facet(question)
    by_facet = faceted and any(kinds[kind].by_facet for kind in question.relation_kinds)
    relations = () if by_facet else question.relation_kinds
    if relations and question.things and not has_phrase("guidance", text):
        return Kind.RELATION
    advice = starts_with("guidance", text) or not has_phrase("set", text)
    if has_phrase("guidance", text) and not question.documents and advice:
        return Kind.GUIDANCE
    return Kind.LIST if listed else Kind.FACT


def _has_facet(question: Question) -> bool:
    return any(target.kind == "facet" for m in question.mentions for target in m.targets)


def _asks_for_set(question: Question) -> bool:
    """Whether all that have something are asked for; about a named document, only in so many words.

    So does `what has the NSPCC done?`: an organisation or a place, and no document, is named; and
    `who uses restorative practice?`, which says nothing beside what documents share.
    """
    text = question.text
    if question.documents:
        return has_phrase("set", text) and not starts_with("asked_whether", text)
    if has_phrase("set", text) or has_phrase("set_alone", text):
        return True
    shared = any(t.facet in SHARED for m in question.mentions for t in m.targets)
    alone = _has_facet(question) and not outside_mentions(question)
    return bool(starts_with("whoever", text)) and (shared or alone)


def _asks_for_link(question: Question) -> bool:
    if has_phrase("link_strong", question.text):
        return True
    if starts_with("asked_for", question.text):
        return bool(question.link_kinds) and len(outside_mentions(question)) <= len(
            question.link_kinds
        )
    asked = starts_with("asked_what", question.text) or has_phrase("guidance", question.text)
    return bool(question.link_kinds) and not asked


def _asks_to_compare(question: Question) -> bool:
    """Whether two things are set against each other: in so many words, or as `A or B`."""
    if has_phrase("compare_any", question.text):
        return True
    if has_phrase("compare", question.text):
        shared = [m for m in question.mentions if any(t.facet in SHARED for t in m.targets)]
        return max(len(question.things), len(shared)) > 1
    named = [m for m in question.mentions if m.names("document") or m.names("thing")]
    between = [question.text[a.end : b.start].strip(" ,").lower() for a, b in pairwise(named)]
    return "or" in between


def _short_forms(question: Question, lexicon: Lexicon) -> list[str]:
    """The abbreviations in a question; none where another stands there that is not known."""
    known = {short.lower() for short in lexicon.abbreviations}
    found = [word.text for word in words(question.text) if word.text.lower() in known]
    capitals = [
        word.text for word in words(question.text) if word.text.isupper() and len(word.text) > 1
    ]
    return found if all(word.lower() in known for word in capitals) else []


def _stands_in(phrase: str, text: str) -> bool:
    wanted = tuple(stem(word.text) for word in words(phrase))
    sequence = tuple(word.stem for word in words(text))
    return any(
        sequence[i : i + len(wanted)] == wanted for i in range(len(sequence) - len(wanted) + 1)
    )


def outside_mentions(question: Question) -> list[Word]:
    """The content words that no name or facet word takes up."""
    return _outside(question, list(question.mentions))


def outside_names(question: Question) -> list[Word]:
    """The content words that are not part of a document's name."""
    return _outside(question, [m for m in question.mentions if m.names("document")])


def _outside(question: Question, mentions: list[Mention]) -> list[Word]:
    return [
        word
        for word in question.subjects
        if not any(mention.start <= word.start < mention.end for mention in mentions)
    ]


def asks_for_others(text: str) -> bool:
    """Whether the named documents themselves are not wanted in the list (`who else ...`)."""
    return find_phrase("others", text) is not None
