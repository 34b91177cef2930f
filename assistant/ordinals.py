"""`The second one`, `the Leeds one` in, the document that it stands for out."""

from collections.abc import Sequence

from assistant.lexicon import Lexicon
from assistant.words import language, stem, words
from corpus.types import Collection

POINTING = ("the", "that")
POINTED_AT = ("one", "project", "stori", "")


def with_chosen(
    question: str,
    named: Sequence[str],
    cited: Sequence[Sequence[str]],
    collection: Collection,
) -> str | None:
    """The question with a document's name for its ordinal; None where it has none that fits.

    `named`: the ids of the documents that the question before it names, `cited`: of those that each
    answer before it cites. Those named are meant where they are several, or the last answer that
    cites several, or else all of them in their order.
    """
    several = next((ids for ids in (named, *reversed(cited)) if len(ids) > 1), None)
    listed = several or list(dict.fromkeys(name for ids in cited for name in ids))
    places = {stem(word): place for word, place in language()["ordinals"].items()}
    sequence = words(question)
    for number, word in enumerate(sequence):
        follows = sequence[number + 1].stem if number + 1 < len(sequence) else ""
        before = sequence[number - 1].stem if number else ""
        if before not in POINTING or follows not in POINTED_AT:
            continue
        place = places.get(word.stem, len(listed))
        chosen = _other(cited) if word.stem == "other" else None
        if chosen is None and -len(listed) <= place < len(listed):
            chosen = listed[place]
        if chosen:
            name = collection.by_id[chosen].name
            start, end = sequence[number - 1].start, sequence[number + bool(follows)].end
            return question[:start] + name + question[end:]
    return None


def _other(cited: Sequence[Sequence[str]]) -> str | None:
    """The document that was shown last before the one shown now; None where there is none."""
    shown = [ids[0] for ids in cited if ids]
    return next((name for name in reversed(shown) if name != shown[-1]), None)


def with_described(
    question: str, cited: Sequence[Sequence[str]], lexicon: Lexicon, collection: Collection
) -> str | None:
    """The question with the name of the one document cited that has the fact named before `one`.

    `cited`: as above; the last answer of which just one document has it counts. None where no fact
    is named so (`the NSPCC one`), or there is no such answer.
    """
    for mention in lexicon.mentions(question):
        before, after = words(question[: mention.start])[-1:], words(question[mention.end :])[:1]
        if not (before and before[0].stem in POINTING and after and after[0].stem == "one"):
            continue
        named = {(target.facet, target.name) for target in mention.targets}
        for ids in reversed(cited):
            having = [
                document
                for document in (collection.by_id[name] for name in ids)
                if any((fact.facet, fact.value) in named for fact in document.facts)
            ]
            if len(having) == 1:
                rest = question[mention.end + after[0].end :]
                return question[: before[0].start] + having[0].name + rest
    return None
