"""One standalone question, read: what it names, what kind it is, what kind of answer it wants."""

from dataclasses import dataclass
from enum import StrEnum

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
    listed = has_phrase("set", text) and not (
        question.documents and starts_with("asked_whether", text)
    )
    if has_phrase("compare", text) and _several(question):
        return Kind.COMPARISON
    if _asks_for_link(question) and not listed:
        return Kind.LINK
    kinds = settings.vocabulary.relations
    faceted = listed and not question.documents and _has_facet(question)
    relations = [k for k in question.relation_kinds if not (faceted and kinds[k].by_facet)]
    if relations and question.things and not has_phrase("guidance", text):
        return Kind.RELATION
    if has_phrase("guidance", text) and not question.documents:
        return Kind.GUIDANCE
    return Kind.LIST if listed or _asks_who_has(question) else Kind.FACT


def _has_facet(question: Question) -> bool:
    return any(target.kind == "facet" for m in question.mentions for target in m.targets)


def _asks_who_has(question: Question) -> bool:
    """`Who uses restorative practice?`: facets and nothing else, and no document named."""
    whoever = bool(starts_with("whoever", question.text))
    return (
        whoever
        and _has_facet(question)
        and not question.documents
        and not outside_mentions(question)
    )


def _asks_for_link(question: Question) -> bool:
    if has_phrase("link_strong", question.text):
        return True
    return bool(question.link_kinds) and not starts_with("asked_what", question.text)


def _several(question: Question) -> bool:
    facets = {t.facet for m in question.mentions for t in m.targets if t.kind == "facet"}
    return len(question.documents) > 1 or bool(facets & {"organisation", "place"})


def _short_forms(question: Question, lexicon: Lexicon) -> list[str]:
    known = {short.lower() for short in lexicon.abbreviations}
    return [word.text for word in words(question.text) if word.text.lower() in known]


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
