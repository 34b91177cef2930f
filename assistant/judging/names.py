"""A question's names held against what would answer it."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.finding.evidence import Evidence
from assistant.language.phrases import any_stands_in, has_phrase
from assistant.language.words import Word, is_proper, language, stem, stem_set, stems, words
from assistant.reading.conditions import Condition, holds
from assistant.reading.question import Kind, Question, outside_mentions
from corpus.types import Collection, Document


def names_stranger(evidence: Evidence) -> bool:
    """Whether a name in what asks stands in no text here; abbreviations are none."""
    return any(not _is_known(word, evidence) for word in _names(evidence))


def asks_of_strange_place(evidence: Evidence) -> bool:
    """Whether it asks for what is in a place that no text names, and not the asker's own."""
    text, places = evidence.asked.text, language()["places"]
    named = [word for word in _names(evidence) if word.text.lower() in places]
    strange = [word for word in named if not _is_known(word, evidence)]
    return any(not has_phrase("speaker", text[: word.start]) for word in strange)


def names_another(evidence: Evidence, documents: Iterable[str]) -> bool:
    """Whether a name in what asks, or a fact that decides, is of none of those documents.

    What the collection as a whole is about counts as being of each.
    """
    if evidence.question.kind is Kind.LIST:  # any document may be of what is asked for
        return False
    collection = evidence.collection
    among = [collection.by_id[name] for name in documents]
    names, decisive = _names(evidence), list(deciding(evidence.question, collection))
    about = stem_set(collection.settings.collection.about)
    said = about.union(*map(_named_in, among)) if names or decisive else about
    if any(not said.intersection(map(stem, _called(word))) for word in names):
        return True
    things = called_things(evidence.question, collection)
    named = bool(evidence.question.documents)
    if things and not named and not any(holds_things(d, things) for d in among):
        return True
    return any(
        not called <= said and not any(holds(d, targets, collection) for d in among)
        for targets, called in decisive
    )


def called_things(question: Question, collection: Collection) -> list[tuple[str, ...]]:
    """For each thing that is named, and is no document, all that it is called."""
    things = collection.settings.vocabulary.things
    named = [mention for mention in question.mentions if not mention.names("document")]
    found = (things[name] for m in named for name in m.names("thing")[:1] if name in things)
    return [(thing.name, *thing.aliases) for thing in found]


def holds_things(document: Document, called: Iterable[Sequence[str]]) -> bool:
    """Whether a document speaks of each of those things, by any of its names."""
    text = f"{document.title} {document.text}"
    return all(any_stands_in(names, text) for names in called)


def _called(word: Word) -> list[str]:
    """A name in small letters, and what else the same place is called."""
    name = word.text.lower()
    return next((list(group) for group in language()["same_place"] if name in group), [name])


def _is_known(word: Word, evidence: Evidence) -> bool:
    """Whether a text of the collection holds the name, or another of the same place."""
    return any(evidence.index.passage_ranker.knows(name) for name in _called(word))


def _names(evidence: Evidence) -> list[Word]:
    """The words of proper names in what asks, but those of documents and abbreviations."""
    asked, text = outside_mentions(evidence.asked), evidence.asked.text
    places = language()["places"]
    named = [w for w in asked if is_proper(w, text) or w.text.lower() in places]
    asking = {word.text for word in words(evidence.question.asking)} if named else ()
    return [w for w in named if w.text in asking and not w.text.removesuffix("s").isupper()]  # LAs


def deciding(question: Question, collection: Collection) -> Iterator[tuple[Condition, set[str]]]:
    """The values of exact facets that a question names, and the stems that name them."""
    facets = collection.settings.vocabulary.facets
    for mention in question.mentions:
        targets = [t for t in mention.targets if t.kind == "facet" and facets[t.facet].exact]
        if targets:
            yield targets, set(stems(question.text[mention.start : mention.end]))


def _named_in(document: Document) -> frozenset[str]:
    """The stems of what a document says and is called."""
    return stem_set(document.text).union(*map(stem_set, (document.title, *document.aliases)))
