"""What speaks for and against a question being covered by the sentences chosen for it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.finding.kept import kept
from assistant.judging.names import names_another, names_stranger
from assistant.judging.places import counts_a_part, dates_another, tells_of_another
from assistant.judging.similarities import mean_by_rarity, word_similarities
from assistant.language.amounts import numbers_in, told_numbers
from assistant.language.answer_kinds import holds_kind, lacks_attribute
from assistant.language.phrases import find_phrase
from assistant.language.words import Word, figures, filler_stems, language, stem_set, words
from assistant.reading.question import PERSONS, outside_names
from corpus.types import Collection

NEIGHBOURS = 6
AFTER_NUMBER = 4  # words in which what a number counts is named
COUNTED = 2  # words after `how many` that name what is counted


class Signals(NamedTuple):
    """What speaks for or against a question being covered by the sentences chosen for it.

    Over the nearest wordings of those sentences: `dense`, the greatest cosine; `late`, `content`,
    the best MaxSim over all tokens and over those of content words; `words`, the greatest BM25.
    `margin`: how far the best sentence's MaxSim lies above the next ones'. `unsaid_dense`,
    `unsaid_late`: the same over what their documents are known not to say; 0 where nothing is
    known. `alike`, `unsaid_alike`: `late` and `unsaid_late` over those texts alone that ask in the
    same form.

    Over the question's content words outside names: `weakest`, the least cosine to any token of
    those wordings; `rarity`, the mean of these, weighted by how rare the word is in English;
    `standing`, the share that stands in the sentences; `worded`, in any wording of them; `known`,
    in any passage of the collection. `stranger`: 1 where a name in what asks stands in no passage;
    `elsewhere`: where one, or a fact that decides, is of none of the documents chosen, or the year
    or number told is another place's.
    `figures`: the share of the years and numbers in what asks that the documents chosen tell, in
    digits or words; 1 where there are none.

    `kind`: 0 where a kind of thing is asked for (a number, a year, ...) and none is held, else 1.
    `attribute`: 0 where a property is asked for by name and none is held, else 1. `counted`: the
    cosine of what is counted (`how many ...`); `numbered`: the share of it that stands right after
    a number. `who`: 1 where a person or place is asked for and a document is named. `named`: 1
    where a document is named.
    """

    dense: float
    late: float
    content: float
    words: float
    margin: float
    unsaid_dense: float
    unsaid_late: float
    alike: float
    unsaid_alike: float
    weakest: float
    rarity: float
    standing: float
    worded: float
    known: float
    stranger: float
    elsewhere: float
    figures: float
    kind: float
    attribute: float
    counted: float
    numbered: float
    who: float
    named: float


def read_signals(evidence: Evidence, chosen: Sequence[ScoredSentence]) -> Signals:
    """The signals for a question and the sentences that would answer it; at least one is given."""
    return _signals(evidence, tuple(chosen))


@kept  # of one question, about which several things are asked of the same sentences
def _signals(evidence: Evidence, chosen: tuple[ScoredSentence, ...]) -> Signals:
    question, asked = evidence.question, outside_names(evidence.asked)
    spans = evidence.query.spans
    documents = {s.passage.document_id for s in chosen}
    rows = evidence.written.said(sentence.number for sentence in chosen)
    here = evidence.nearness("wordings", rows)
    others = evidence.written.unsaid(sorted(documents), figures(question.text))
    unsaid = evidence.nearness("unsaid", others)
    similar = word_similarities(here.tokens, spans, asked)
    worded = evidence.written.wording_stems.of(here.rows)
    text = " ".join(sentence.passage.text for sentence in chosen)
    standing = frozenset[str]().union(*(stem_set(s.passage.text) for s in chosen))
    asked_numbers = numbers_in(question.asking, spelt=False)
    telling = documents if asked_numbers else ()
    told_numbers = [numbers_in(evidence.collection.by_id[name].text) for name in telling]
    next_best = [s.late for s in evidence.sentences[1:NEIGHBOURS]]
    asked_count = _counted(evidence.asked.text)
    counts = _counts_alike(asked_count, text, evidence.collection)
    counting = () if counts else asked_count
    counted = word_similarities(here.tokens, spans, counting).tolist() if counting else ()
    return Signals(
        dense=here.dense,
        late=here.late,
        content=here.content,
        words=float(evidence.bm25("wordings")[rows].max()),
        margin=evidence.sentences[0].late - sum(next_best) / len(next_best) if next_best else 0.0,
        unsaid_dense=unsaid.dense,
        unsaid_late=unsaid.late,
        alike=here.alike,
        unsaid_alike=unsaid.alike,
        weakest=min(similar.tolist(), default=1.0),
        rarity=float(mean_by_rarity(similar, asked)),
        standing=_share(w.stem in standing for w in asked),
        worded=_share(w.stem in standing or any(w.stem in told for told in worded) for w in asked),
        known=_share(evidence.knows(w) for w in asked),
        stranger=float(names_stranger(evidence)),
        elsewhere=float(
            names_another(evidence, documents)
            or dates_another(question, [s.passage for s in chosen], evidence.collection)
            or tells_of_another(question, [s.passage for s in chosen], evidence.collection)
            or counts_a_part(question, [s.passage for s in chosen], evidence.collection)
        ),
        figures=_share(any(number in told for told in told_numbers) for number in asked_numbers),
        kind=float(holds_kind(_beside_names(text, documents, evidence), question.wants)),
        attribute=float(not lacks_attribute(evidence.asked.asking, text)),
        counted=max(counted, default=1.0),
        numbered=1.0 if counts else _numbered(asked_count, text),
        who=float(question.wants in PERSONS),
        named=float(bool(question.documents)),
    )


def _beside_names(text: str, documents: Iterable[str], evidence: Evidence) -> str:
    """The text without what its documents are called, which is neither who nor where."""
    for name in documents:
        text = text.replace(evidence.collection.by_id[name].name, "")
    return text


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found) if found else 1.0


def _numbered(counted: Sequence[Word], text: str) -> float:
    """The greatest share of those words that stands in the few after a number; 0 without any."""
    wanted = {word.stem for word in counted}
    told = words(text) if wanted else ()
    after = (
        {word.stem for word in told[place + 1 : place + 1 + AFTER_NUMBER]}
        for place, word in enumerate(told)
        if word.text[0].isdigit() or word.text.lower() in language()["numbers"]
    )
    return max((len(wanted & near) / len(wanted) for near in after), default=0.0)


def _counts_alike(counted: Sequence[Word], text: str, collection: Collection) -> bool:
    """Whether a text tells the number of those things by another word for them (`LAs`)."""
    asked = " ".join(word.text.lower() for word in counted)
    alike = collection.settings.vocabulary.alike if asked else ()
    groups = ([name.lower() for name in group] for group in alike)
    names = next((tuple(group) for group in groups if asked in group), ())
    return bool(names) and bool(told_numbers(text, names, frozenset()))


def _counted(question: str) -> list[Word]:
    """The content words right after `how many` or its like."""
    counting = find_phrase("counting", question)
    after = words(question)[counting[1] :][:COUNTED] if counting else ()
    return [word for word in after if word.stem not in filler_stems()]
