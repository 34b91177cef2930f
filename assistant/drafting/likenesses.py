"""`Are there other projects like Pause?` in, those that share most with it out."""

from collections.abc import Sequence
from math import log

from assistant.drafting.draft import Draft, Section, Statement
from assistant.drafting.links import answered
from assistant.language.phrases import any_as_written, has_phrase
from assistant.language.words import content, language, listed_stems, stems
from assistant.reading.conditions import counted
from assistant.reading.question import Question, without
from assistant.suggestions import SHARED
from corpus.types import Collection, Document, Fact, Passage

SHOWN = 3
LEAST = 2.0  # what the values shared weigh at least: one that an eighth of the documents have
BESIDE = 0.5  # of what the likest shares, the share from which another is shown
QUOTES = 2  # for each, of the rarest values
FIRST = 2.0  # how many times a value counts that the first sentence of the one named tells


def answer_likeness(
    question: Question, sentences: Sequence[Passage], collection: Collection
) -> Draft | None:
    """The documents that share most with the one named, each with what and its words for that.

    What is shared weighs the more the fewer have it (the logarithm of the inverse of their share),
    and where the first sentence of the one named tells it.
    None where nothing else of that sort is asked for, or nothing shares enough.
    """
    names = [*question.documents, *(n for m in question.left_out for n in m.names("document"))]
    if len(set(names)) != 1 or not _asks_for_alike(question, collection):
        return None
    named = collection.by_id[names[0]]
    own = {(fact.facet, fact.value) for fact in _facts(named)}
    end = next(s.end for s in sentences if s.document_id == named.id)
    first = {(fact.facet, fact.value) for fact in named.facts if fact.start < end}
    shared = {
        d.id: [f for f in _facts(d) if (f.facet, f.value) in own] for d in counted(collection)
    }
    weights = {
        name: sum(
            _rarity(f, collection) * (FIRST if (f.facet, f.value) in first else 1) for f in facts
        )
        for name, facts in shared.items()
    }
    weights.pop(named.id, None)
    likest = sorted(weights, key=lambda name: -weights[name])[:SHOWN]
    least = max(LEAST, BESIDE * weights[likest[0]]) if likest else LEAST
    statements = tuple(
        _statement(collection.by_id[name], shared[name], sentences, collection)
        for name in likest
        if weights[name] >= least
    )
    opening = f"These share most with **{named.name}**:"
    return answered(collection, Section(opening, statements, "bullets")) if statements else None


def _asks_for_alike(question: Question, collection: Collection) -> bool:
    """Whether others like what is named are asked for, and nothing else of them."""
    text = question.text
    if not any_as_written(language()["alike"], text) or any_as_written(language()["unlike"], text):
        return False
    kinds = collection.settings.collection.kinds.values()
    called = {s for kind in kinds for name in (kind.one, kind.many) for s in stems(name)}
    out = [mention for mention in question.left_out if mention.names("document")]
    beside = {word.stem for word in content(without(question.text, [*question.mentions, *out]))}
    others = has_phrase("others_alike", question.text) or called & set(stems(question.text))
    alone = beside <= called.union(*map(listed_stems, ("alike", "others_alike", "bodies")))
    return bool(others) and alone


def _facts(document: Document) -> list[Fact]:
    """What a document has that stories are told apart by, each once."""
    found = {(f.facet, f.value): f for f in reversed(document.facts) if f.facet in SHARED}
    return list(found.values())


def _rarity(fact: Fact, collection: Collection) -> float:
    return log(len(collection.counted) / collection.having[fact.facet, fact.value])


def _statement(
    document: Document, shared: Sequence[Fact], sentences: Sequence[Passage], collection: Collection
) -> Statement:
    """The sentences that show the rarest values shared, after the names of all."""
    rarest = sorted(shared, key=lambda fact: -_rarity(fact, collection))
    shown = [
        sentence
        for fact in rarest
        for sentence in sentences
        if sentence.document_id == document.id and sentence.start <= fact.start < sentence.end
    ]
    quotes = tuple(dict.fromkeys(shown))[:QUOTES]
    return Statement(document.id, quotes, f"{', '.join(fact.value for fact in rarest)}:")
