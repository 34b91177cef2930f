"""Whether a collection covers what is asked: signals, and their calibrated sum.

Logistic regressions weigh the signals. `benchmarks/calibrate.py` fits them and writes
`coverage.yaml`, which holds their weights, thresholds and how they were made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from assistant.answer_kinds import holds_kind, lacks_attribute, question_form
from assistant.english import commonness
from assistant.evidence import Evidence, ScoredSentence
from assistant.question import Question, outside_names
from assistant.regression import models, probability
from assistant.words import Word, figures, filler_stems, language, stem, stems, words
from index.ranker import Ranking
from index.types import Floats, Ints

COMMONEST = 7.0  # the Zipf frequency at which a word is no rarer than `the`
NEIGHBOURS = 6
COUNTED = 0.6  # cosine of what is counted, under which nothing like it is told
PLAINLY = 0.1  # in mean MaxSim, from which what is unsaid is plainly nearer


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for or against a question being covered by the sentences chosen for it.

    Over the wordings of those sentences: `dense`, the greatest cosine; `late`, `content`, the best
    MaxSim over all tokens and over those of content words; `words`, the greatest BM25. `margin`:
    how far the best sentence's MaxSim lies above the next ones'. `unsaid_dense`, `unsaid_late`: the
    same over what their documents are known not to say; 0 where nothing is known. `alike`,
    `unsaid_alike`: `late` and `unsaid_late` over those texts alone that ask in the same form.

    Over the question's content words outside names: `weakest`, the least cosine to any token of
    those wordings; `rarity`, the mean of these, weighted by how rare the word is in English;
    `standing`, the share that stands in the sentences; `worded`, in any wording of them; `known`,
    in any passage of the collection. `stranger`: 1 where a word with a capital letter inside the
    question stands in no passage. `figures`: the share of the question's figures (years,
    numbers) that stand in the documents chosen; 1 where there are none.

    `kind`: 0 where a kind of thing is asked for (a number, a year, ...) and none is held, else 1.
    `attribute`: 0 where a property is asked for by name and none is held, else 1. `counted`: the
    cosine of what is counted (`how many ...`). `who`: 1 where a person or place is asked for.
    `named`: 1 where a document is named.
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
    figures: float
    kind: float
    attribute: float
    counted: float
    who: float
    named: float


def read_signals(
    question: Question, evidence: Evidence, chosen: Sequence[ScoredSentence]
) -> Signals:
    """The signals for a question and the sentences that would answer it; at least one is given."""
    asked = outside_names(evidence.asked)
    spans = evidence.query.spans
    documents = {s.passage.document_id for s in chosen}
    form = question_form(question.text)
    rows, forms = _said_rows(chosen, evidence)
    here = evidence.nearness("wordings", rows)
    alike = evidence.nearness("wordings", rows[forms == form])
    rows_unsaid, forms = _unsaid_rows(documents, evidence)
    unsaid = evidence.nearness("unsaid", rows_unsaid)
    unsaid_alike = evidence.nearness("unsaid", rows_unsaid[forms == form])
    similar = [word_similarity(here.tokens, spans, word) for word in asked]
    text = " ".join(sentence.passage.text for sentence in chosen)
    standing = set(stems(text))
    worded = standing | {stem for s in chosen for p in evidence.plain_of(s) for stem in stems(p)}
    given = [figures(evidence.collection.by_id[name].text) for name in documents]
    next_best = [s.late for s in evidence.sentences[1:NEIGHBOURS]]
    counted = [word_similarity(here.tokens, spans, word) for word in _counted(evidence.asked.text)]
    return Signals(
        dense=here.dense,
        late=here.late,
        content=here.content,
        words=float(evidence.bm25("wordings")[rows].max()),
        margin=evidence.sentences[0].late - float(np.mean(next_best)) if next_best else 0.0,
        unsaid_dense=unsaid.dense,
        unsaid_late=unsaid.late,
        alike=alike.late,
        unsaid_alike=unsaid_alike.late,
        weakest=min(similar, default=1.0),
        rarity=mean_by_rarity(here.tokens, spans, asked),
        standing=_share(w.stem in standing for w in asked),
        worded=_share(w.stem in worded for w in asked),
        known=_share(evidence.knows(w) for w in asked),
        stranger=float(
            any(_is_proper(w, evidence.asked.text) and not evidence.knows(w) for w in asked)
        ),
        figures=_figures_given(figures(question.text), frozenset().union(*given)),
        kind=float(holds_kind(text, question.wants)),
        attribute=float(not lacks_attribute(question.text, text)),
        counted=max(counted, default=1.0),
        who=float(question.wants == "who"),
        named=float(bool(question.documents)),
    )


def is_covered(signals: Signals) -> bool:
    """Whether the sentences say what was asked."""
    return _passes("covered", signals)


def is_silent(signals: Signals) -> bool:
    """Whether they plainly don't say it: what is asked for or counted is missing, or unsaid.

    Stricter than not to be covered: of one row in a comparison, which is shown all the same.
    """
    farther = signals.unsaid_late - signals.late >= PLAINLY
    missing = not signals.attribute or signals.counted < COUNTED
    return missing or (farther and not is_covered(signals))


def is_near(signals: Signals) -> bool:
    """Whether the collection holds something on the subject."""
    return _passes("subject", signals)


def _passes(name: str, signals: Signals) -> bool:
    """By the model of that name, or its `bare` one where nothing is known to be unsaid."""
    model = models("coverage")[name if signals.unsaid_dense else f"{name}_bare"]
    return float(probability(model, asdict(signals))) >= float(model["threshold"])


def word_similarity(tokens: Floats, spans: Sequence[tuple[int, int]], word: Word) -> float:
    """The mean of `tokens` ([t], cosines) over a word's pieces; 0 where it has none."""
    pieces = [i for i, (start, end) in enumerate(spans) if word.start <= start < word.end]
    return float(np.mean(tokens[pieces])) if pieces else 0.0


def mean_by_rarity(
    tokens: Floats, spans: Sequence[tuple[int, int]], asked: Sequence[Word]
) -> float:
    """The mean of the words' similarities, weighted by how rare each is; 1 where there are none."""
    if not asked:
        return 1.0
    rarities = [max(0.5, COMMONEST - commonness(w.text.lower())) for w in asked]
    similar = [word_similarity(tokens, spans, word) for word in asked]
    return float(np.average(similar, weights=rarities))


def coverage_score(question: str, ranking: Ranking, spans: Sequence[tuple[int, int]]) -> float:
    """How likely passages alone cover a question; higher is likelier. For collections of passages.

    The mean of the best passage's mean MaxSim and of its least matched word.
    """
    if not len(ranking.ids):
        return 0.0
    best = int(np.argmax(ranking.late))
    similarities = [word_similarity(ranking.tokens[:, best], spans, w) for w in words(question)]
    return (float(ranking.late[best]) + min(similarities, default=0.0)) / 2


def _said_rows(
    chosen: Sequence[ScoredSentence], evidence: Evidence
) -> tuple[Ints, npt.NDArray[np.str_]]:
    """The rows of those sentences' wordings, the sentence itself first, and each one's form."""
    rows = [evidence.index.rows_of("wordings", sentence.number) for sentence in chosen]
    forms = [f for s in chosen for f in ("", *map(question_form, evidence.plain_of(s)))]
    return np.concatenate(rows), np.array(forms)


def _unsaid_rows(documents: Iterable[str], evidence: Evidence) -> tuple[Ints, npt.NDArray[np.str_]]:
    """What those documents are known not to say, and in which form each of it asks.

    Questions on another year or number are left out.
    """
    asked = figures(evidence.question.text)
    rows, forms = [np.zeros(0, np.int64)], []
    for number, document in enumerate(evidence.collection.documents):
        if document.id in documents and document.unsaid:
            alike = [figures(text) <= asked for text in document.unsaid]
            rows.append(evidence.index.rows_of("unsaid", number)[alike])
            forms += [
                question_form(t) for t, kept in zip(document.unsaid, alike, strict=True) if kept
            ]
    return np.concatenate(rows), np.array(forms, np.str_)


def _figures_given(asked: frozenset[str], given: frozenset[str]) -> float:
    return len(asked & given) / len(asked) if asked else 1.0


def _is_proper(word: Word, text: str) -> bool:
    """Whether a word has a capital letter and no sentence begins with it."""
    return word.text[0].isupper() and text[: word.start].rstrip()[-1:] not in ("", ".", "?", "!")


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found) if found else 1.0


def _counted(question: str) -> list[Word]:
    """The content words right after `how many` or `how much`."""
    sequence = words(question)
    how = {stem(word) for word in language()["counting"]}
    for number, word in enumerate(sequence[:-1]):
        if word.stem == "how" and sequence[number + 1].stem in how:
            after = sequence[number + 2 : number + 4]
            return [word for word in after if word.stem not in filler_stems()]
    return []
