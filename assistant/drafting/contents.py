"""What a part of a collection holds, or all of a kind: told from its outline, without a search."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from assistant.drafting.draft import Section, Statement
from assistant.language.amounts import numbers_in
from assistant.language.phrases import any_stands_in, consists_of, find_phrases, has_phrase
from assistant.language.words import content, language, stem, stem_set, words
from assistant.reading.mentions import Mention
from assistant.reading.narrowing import cut_out
from assistant.reading.question import Question, without
from corpus.types import Collection, Document, Passage

# all that is said beside what is asked for
ASKING = ("whole_set", "filler", "numbers", "contents", "ellipsis")


def contents(
    question: Question, sentences: Sequence[Passage], collection: Collection
) -> tuple[Section, ...]:
    """The sections that show what a part holds, all of a kind, or which parts there are.

    Each document is shown by its first sentence, each part by its heading. Empty where anything
    else is asked, or stories alone are, which are listed as any set is.
    """
    kinds = collection.settings.collection.kinds
    mentions = _of_parts(question, collection)
    text = _beside_headings(without(question.text, mentions), mentions, collection)
    spans = {
        name: find_phrases((kind.one, kind.many, *kind.words), text)
        for name, kind in kinds.items()
        if not kind.about
    }
    named = {name: found for name, found in spans.items() if found}
    part = collection.settings.collection.name.split()[-1]
    if named and asks_of_each(without(question.text, question.mentions), part):  # no `Pause Board`
        return _counts(named, sentences, collection)
    if named and all(kinds[name].counted for name in named):
        return ()
    rest = cut_out(text, [span for spans in named.values() for span in spans])
    asked = {name for mention in mentions for name in mention.names("part")}
    if named and not asked and not has_phrase("saying", text):
        asked = _on_subject(rest, part, collection)
        if asked:  # an introduction to it is guidance too
            named, rest = {name: [] for name in kinds if not kinds[name].counted}, ""
    if (asked or named) and consists_of(ASKING, rest or "what"):
        held = [d for d in collection.documents if not asked or {d.board, d.section} & asked]
        order = sorted(named or kinds, key=lambda name: kinds[name].counted)
        return _by_kind(held, order, sentences, collection, sorted(asked))
    if not any_stands_in([part], text) or not consists_of((*ASKING, "parts"), text):
        return ()
    boards = {document.board for document in collection.documents}
    asks = has_phrase("naming", text) or len(boards) in numbers_in(text)
    return _headings(sentences, collection) if asks else ()


def _of_parts(question: Question, collection: Collection) -> list[Mention]:
    """Where it names a board, or a section of guidance that is called by more than its kind."""
    named = [mention for mention in question.mentions if mention.names("part")]
    if not named:
        return []
    boards = {document.board for document in collection.documents}
    guiding = {d.section for d in collection.documents if d.id not in collection.counted}
    parts = boards | (guiding - {"", *kinds_called(collection)})
    return [mention for mention in named if parts.intersection(mention.names("part"))]


def _beside_headings(text: str, mentions: Iterable[Mention], collection: Collection) -> str:
    """The text without words of the headings of parts that it names (`the elements of scaling`)."""
    parts = {part for mention in mentions if mention.end for part in mention.names("part")}
    if not parts:
        return text
    above = {d.board for d in collection.documents if d.section in parts}
    inside = {found for heading in parts | above for found in stem_set(heading)}
    return cut_out(text, [(w.start, w.end) for w in words(text) if w.stem in inside])


def kinds_called(collection: Collection) -> set[str]:
    """What kinds of document are called, as headings too (`Introduction`)."""
    kinds = collection.settings.collection.kinds.values()
    return {name.capitalize() for kind in kinds for name in (kind.one, kind.many, *kind.words)}


def _by_kind(
    documents: Sequence[Document],
    kinds: Sequence[str],
    sentences: Sequence[Passage],
    collection: Collection,
    boards: Sequence[str],
) -> tuple[Section, ...]:
    """One section for each of those kinds, `2 introductions:`; the first names the boards."""
    first = {s.document_id: s for s in reversed(sentences)}
    settings, found = collection.settings.collection.kinds, list[Section]()
    for name in kinds:
        of_kind = [document for document in documents if document.kind == name]
        number = settings[name].one if len(of_kind) == 1 else settings[name].many
        opening = f"{len(of_kind)} {number}:"
        if boards and not found:
            opening = f"**{', '.join(boards)}**: {opening}"
        shown = [Statement(document.id, (first[document.id],)) for document in of_kind]
        if shown:
            found.append(Section(opening, tuple(shown), "bullets"))
    return tuple(found)


def asks_of_each(text: str, part: str) -> bool:
    """Whether something is asked of each part of the collection (`each board`)."""
    return has_phrase("each", text) and any_stands_in([part], text)


def _counts(
    kinds: Iterable[str], sentences: Sequence[Passage], collection: Collection
) -> tuple[Section, ...]:
    """How many documents of those kinds each part holds, a line for each, and their headings."""
    settings, lines = collection.settings.collection.kinds, []
    for board in sorted({document.board for document in collection.documents}):
        held = Counter(d.kind for d in collection.documents if d.board == board)
        counts = [
            f"{held[n]} {settings[n].one if held[n] == 1 else settings[n].many}" for n in kinds
        ]
        lines.append(f"- {board}: {', '.join(counts)}")
    return tuple(replace(s, opening="\n".join(lines)) for s in _headings(sentences, collection))


def _headings(sentences: Sequence[Passage], collection: Collection) -> tuple[Section, ...]:
    """The headings of the parts, where a text of the collection gives them."""
    boards = {d.board.casefold() for d in collection.documents if d.board}
    given = tuple(s for s in sentences if s.text.casefold() in boards)
    if len(given) < len(boards):
        return ()
    opening = f"{len(given)} {collection.settings.collection.name.split()[-1]}:"
    return (Section(opening, (Statement(given[0].document_id, given),)),)


def cards(
    question: Question, shown: Sequence[str], sentences: Sequence[Passage], collection: Collection
) -> Section:
    """The guidance of the part whose very subject is asked about (`How do I scale my idea?`).

    Each document, but those `shown`, by its first sentence. None where a value of a facet, or more
    than that subject, is asked about, nor where the rest heads what is shown of another part (`How
    do I create demand?`).
    """
    kinds = collection.settings.collection.kinds
    called = [word for kind in kinds.values() for word in (kind.one, kind.many, *kind.words)]
    asked = {word.stem for word in question.subjects} - set(map(stem, called))
    texts = [d for d in collection.documents if d.id not in collection.counted and d.board]
    titles = {document.board: stem_set(document.board) for document in texts}
    held = Counter(word for title in titles.values() for word in title)
    own = {board: {w for w in asked & title if held[w] == 1} for board, title in titles.items()}
    first = {s.document_id: s for s in reversed(sentences)}
    found = tuple(
        Statement(document.id, (first[document.id],))
        for document in ([] if _names_value(question, collection) else texts)
        if 0 < len(asked) <= 2 * len(own[document.board])
        and document.id not in shown
        and not _heads_another(asked - own[document.board], document.board, shown, collection)
    )
    return Section("The guidance on this:", found, "bullets")


def _heads_another(
    beside: set[str], board: str, shown: Iterable[str], collection: Collection
) -> bool:
    """Whether those words, if any, all head one of the documents `shown` that another board has."""
    others = (d for d in map(collection.by_id.__getitem__, shown) if d.board != board)
    return bool(beside) and any(beside <= stem_set(document.title) for document in others)


def _on_subject(rest: str, part: str, collection: Collection) -> set[str]:
    """The part of whose title alone all are that is asked about (`about scaling`); none else."""
    asked = {word.stem for word in content(rest)} - _asking() - {stem(part)}
    titles = {d.board: stem_set(d.board) for d in collection.documents if d.board}
    found = {board for board, title in titles.items() if asked and asked <= title}
    return found if len(found) == 1 else set()


@cache
def _asking() -> frozenset[str]:
    """The stems of what is said beside what is asked for."""
    lists = ("contents", "whole_set", "filler")
    return frozenset(stem(word) for name in lists for word in language()[name])


def _names_value(question: Question, collection: Collection) -> bool:
    """Whether it names a value of a facet as that is written: `adoption`, not `adopt`."""
    facets = collection.settings.vocabulary.facets
    return any(
        question.text[mention.start : mention.end].casefold()
        in map(str.casefold, (target.name, *facets[target.facet].values.get(target.name, [])))
        for mention in question.mentions
        for target in mention.targets
        if target.facet in facets
    )
