"""`The second one`, `the Leeds one` in, the document that it stands for out."""

from collections.abc import Sequence

from assistant.lexicon import Lexicon
from assistant.words import language, stem, stem_set, stems, words
from corpus.types import Collection

POINTING = ("the", "that")
DESCRIBED = 3  # words at most that describe what `one` stands for
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
    """The question with the names of those shown that are described before `one` (`the NSPCC one`).

    They have the fact that is named so, or else their texts the words. `cited`: as above; the last
    answer counts of which some are so and not all. None where there is no such answer.
    """
    sequence = words(question)
    for number, word in enumerate(sequence):
        first = next((n for n in range(number - 1, -1, -1) if sequence[n].stem in POINTING), number)
        if word.stem != "one" or not 0 < number - first <= DESCRIBED + 1:
            continue
        described = question[sequence[first].end : word.start].strip()
        for ids in reversed(cited):
            chosen = _described(described, ids, lexicon, collection)
            if 0 < len(chosen) < len(ids):
                names = " and ".join(collection.by_id[name].name for name in chosen)
                return question[: sequence[first].start] + names + question[word.end :]
    return None


def _described(
    described: str, ids: Sequence[str], lexicon: Lexicon, collection: Collection
) -> list[str]:
    """Those of the documents that have the fact named, or that say the words."""
    targets = {(t.facet, t.name) for m in lexicon.mentions(described) for t in m.targets}
    documents = [collection.by_id[name] for name in ids]
    having = [d.id for d in documents if targets & {(f.facet, f.value) for f in d.facts}]
    said = set(stems(described))
    return having or [d.id for d in documents if said and said <= stem_set(f"{d.title} {d.text}")]


def last_listed(cited: Sequence[Sequence[str]]) -> Sequence[str]:
    """The documents that the last answer cites, if several; else those of all answers before."""
    if len(cited[-1]) > 1:
        return cited[-1]
    return list(dict.fromkeys(name for ids in cited for name in ids))


def among(question: str, those: tuple[int, int], names: Sequence[str]) -> str:
    """The question with the names for `of those` or `which one`; `those`: where these words are."""
    first, last = (words(question)[place] for place in (those[0], those[1] - 1))
    front = question[: first.start] if first.stem == "of" else f"{question[: first.end]} "
    return f"{front}of {', '.join(names[:-1])} and {names[-1]}{question[last.end :]}"
