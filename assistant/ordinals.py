"""`The second one`, `number 3`, `the last two`, `the Leeds one` in, the documents meant out."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.lexicon import Lexicon
from assistant.words import language, stem, stem_set, stems, words
from corpus.types import Collection

POINTING = ("the", "that")
_ONE_WITH = re.compile(
    r"\bthe ones? (?:with|in|on|about|from|for|by|of)\s+(?P<described>(?:(?! - )[^,.;?!])+)",
    re.IGNORECASE,
)
FEW = 8  # of those described, fewer than which are meant
DESCRIBED = 3  # words at most that describe what `one` stands for
_ANY = re.compile(
    r"(?:and |but |so )?(?:(?P<verb>are|is|were|was|do|does|did|have|has) )?(?:any|either|some) ",
    re.IGNORECASE,
)
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
    cites several, or else all of them in their order. `The others` are those of an answer that no
    answer since has shown.
    """
    several = next((ids for ids in (named, *reversed(cited)) if len(ids) > 1), None)
    listed = several or list(dict.fromkeys(name for ids in cited for name in ids))
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
    meant, text = "", _single(question, listed, cited, collection)
    while text:  # `compare the first and the third`
        meant, text = text, _single(text, listed, cited, collection)
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
    question: str, listed: Sequence[str], cited: Sequence[Sequence[str]], collection: Collection
) -> str | None:
    """The question with the name for `the second one`, `the last` or `the other one`."""
    places = {stem(word): place for word, place in language()["ordinals"].items()}
    sequence = words(question)
    for number, word in enumerate(sequence):
        follows = sequence[number + 1].stem if number + 1 < len(sequence) else ""
        before = sequence[number - 1].stem if number else ""
        if before not in POINTING or follows not in (*POINTED_AT, *NOT_SAID):
            continue
        place = places.get(word.stem, len(listed))
        chosen = _other(cited) if word.stem == "other" else None
        if chosen is None and -len(listed) <= place < len(listed):
            chosen = listed[place]
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


def with_described(
    question: str, cited: Sequence[Sequence[str]], lexicon: Lexicon, collection: Collection
) -> str | None:
    """The question with the names of those shown that are described before `one` (`the NSPCC one`).

    They have the fact that is named so, or else their texts the words. `cited`: as above; the last
    answer counts of which some are so and not all. None where there is no such answer.
    """
    one = _ONE_WITH.search(question)
    if one:
        for ids in reversed(cited):
            chosen = _described(one["described"], ids, lexicon, collection)
            if 0 < len(chosen) < len(ids):
                return _put(chosen, one, question, collection)
    sequence = words(question)
    for number, word in enumerate(sequence):
        first = next((n for n in range(number - 1, -1, -1) if sequence[n].stem in POINTING), number)
        if word.stem != "one" or not 0 < number - first <= DESCRIBED + 1:
            continue
        described = question[sequence[first].end : word.start].strip()
        known = lexicon.mentions(described)
        every = [list(collection.counted)] if known else []
        for ids in (*reversed(cited), *every):
            chosen = _described(described, ids, lexicon, collection)
            if 0 < len(chosen) < min(len(ids), FEW):
                names = joined([collection.by_id[name].name for name in chosen])
                return question[: sequence[first].start] + names + question[word.end :]
    return None


def _described(
    described: str, ids: Sequence[str], lexicon: Lexicon, collection: Collection
) -> list[str]:
    """Those of the documents about the place named, or that have the fact, or say the words."""
    targets = {(t.facet, t.name) for m in lexicon.mentions(described) for t in m.targets}
    documents = [collection.by_id[name] for name in ids]
    about = [d.id for d in documents if {place for _, place in targets} & set(d.where)]
    having = about or [d.id for d in documents if targets & {(f.facet, f.value) for f in d.facts}]
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
    any_of = _ANY.fullmatch(front)
    if any_of:  # `are any of them in London?`
        verb = (any_of["verb"] or "are").lower()
        verb = "" if verb in ("do", "does", "did") else f" {verb}"
        return f"which of {joined(names)}{verb}{question[last.end :]}"
    return f"{front}of {joined(names)}{question[last.end :]}"
