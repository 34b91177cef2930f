"""`The Leeds one`, `the one with a storyboard` in, the documents meant out."""

import re
from collections.abc import Sequence

from assistant.language.ordinals import POINTING, joined
from assistant.language.words import stem_set, stems, words
from assistant.reading.lexicon import Lexicon
from corpus.types import Collection

_ONE_WITH = re.compile(
    r"\bthe ones? (?:with|in|on|about|from|for|by|of)\s+(?P<described>(?:(?! - )[^,.;?!])+)",
    re.IGNORECASE,
)
FEW = 8  # of those described, fewer than which are meant
DESCRIBED = 3  # words at most that describe what `one` stands for


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
                names = joined([collection.by_id[name].name for name in chosen])
                return question[: one.start()] + names + question[one.end() :]
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
