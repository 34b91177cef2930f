"""`The second one`, `number 3`, `the last two`, `the others` in, the documents meant out."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.language.words import language, listed_stems, stem, words
from corpus.types import Collection

POINTING = ("the", "that")
POINTED_AT = ("one", "project", "stori")
NOT_SAID = ("", "and", "or", "with")  # what may follow where `one` is left out
_NUMBERED = re.compile(
    r"\b(?:number|no\.?|nr\.?|(?<=compare))\s+(?P<place>\d{1,2})\b", re.IGNORECASE
)
_TWO_NUMBERS = re.compile(r"\bcompare (\d{1,2}) (and|with|to) (\d{1,2})\b", re.IGNORECASE)


def with_chosen(
    question: str,
    named: Sequence[str],
    cited: Sequence[Sequence[str]],
    collection: Collection,
) -> str | None:
    """The question with the names of those that it points to by place; None where it has none.

    `named`: the ids of the documents that the question before it names, `cited`: of those that each
    answer before it cites. Those named are meant where they are several, or the last answer that
    cites several, so many that one has that place; or else all of them in their order. `The others`
    are those of an answer that no answer since has shown.
    """
    every = list(dict.fromkeys(name for ids in cited for name in ids))
    lists = [ids for ids in (named, *reversed(cited)) if len(ids) > 1] or [every]
    listed = lists[0]
    placed = _with_numbers(question, listed, collection)
    if placed != question:
        return placed
    row = _row().search(question)
    if row:
        count = language()["numbers"][row["count"].lower()]
        chosen = listed[:count] if row["end"].lower() == "first" else listed[-count:]
        return _put(chosen, row, question, collection) if count <= len(listed) else None
    others = _others().search(question)
    if others:
        chosen = _left(cited)
        return _put(chosen, others, question, collection) if chosen else None
    meant, text = "", _single(question, lists, cited, collection)
    while text:  # `compare the first and the third`
        meant, text = text, _single(text, lists, cited, collection)
    return meant or None


def _with_numbers(question: str, listed: Sequence[str], collection: Collection) -> str:
    """The question with a name for each `number 3`; as it is where it has none that fits."""
    question = _TWO_NUMBERS.sub(r"compare number \1 \2 number \3", question)
    for found in reversed(list(_NUMBERED.finditer(question))):
        place = int(found["place"])
        if 0 < place <= len(listed):
            question = _put([listed[place - 1]], found, question, collection)
    return question


def _single(
    question: str,
    lists: Sequence[Sequence[str]],
    cited: Sequence[Sequence[str]],
    collection: Collection,
) -> str | None:
    """The question with the name for `the second one`, `the last` or `the other one`."""
    places = {stem(word): place for word, place in language()["ordinals"].items()}
    sequence = words(question)
    for number, word in enumerate(sequence):
        follows = sequence[number + 1].stem if number + 1 < len(sequence) else ""
        before = sequence[number - 1].stem if number else ""
        said = follows in listed_stems("after_ordinal")  # `does the first say anything`
        whole = said or follows in (*POINTED_AT, *NOT_SAID)
        if before not in POINTING or not whole:
            continue
        place = places.get(word.stem)
        chosen = _other(cited) if word.stem == "other" else None
        if chosen is None and place is not None:
            long = (ids for ids in lists if -len(ids) <= place < len(ids))
            chosen = next((ids[place] for ids in long), None)
        if chosen:
            name = collection.by_id[chosen].name
            pointed = follows in POINTED_AT
            start, end = sequence[number - 1].start, sequence[number + pointed].end
            return question[:start] + name + question[end:]
    return None


def _put(chosen: Sequence[str], found: re.Match[str], question: str, collection: Collection) -> str:
    names = joined([collection.by_id[name].name for name in chosen])
    return question[: found.start()] + names + question[found.end() :]


def joined(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


@cache
def _row() -> re.Pattern[str]:
    """`The first two`, `the last three projects`."""
    numbers = "|".join(n for n, value in language()["numbers"].items() if 1 < value <= 10)
    ending = r"(?:\s+(?:ones|projects|stories))?\b"
    return re.compile(rf"\bthe (?P<end>first|last) (?P<count>{numbers}){ending}", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    """`The others`, `the other two`, `the other projects` where nothing more is said of them."""
    numbers = "|".join(n for n, value in language()["numbers"].items() if 1 < value <= 10)
    return re.compile(
        rf"\bthe (?:others|other (?:ones|projects|stories|(?:{numbers})(?: ones| projects)?))\b"
        r"(?! (?:in|from|of|with|who|that|which)\b)",
        re.IGNORECASE,
    )


def _left(cited: Sequence[Sequence[str]]) -> list[str]:
    """Those of the last answer that cites others beside all that were shown since; else none."""
    shown: set[str] = set()
    for ids in reversed(cited):
        left = [name for name in ids if name not in shown]
        if left and shown and shown <= set(ids):
            return left
        shown |= set(ids)
    return []


def _other(cited: Sequence[Sequence[str]]) -> str | None:
    """The document that was shown last before the one shown now; None where there is none."""
    shown = [ids[0] for ids in cited if ids]
    return next((name for name in reversed(shown) if name != shown[-1]), None)
