"""A BEIR folder and an encoder in, the same retrieval's figures on it out."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from assistant.conversation.turns import weigh_turns
from assistant.judging.coverage import coverage_score
from eval_questions.beir_files import BeirQuery, BeirSet
from eval_questions.figures import area, plain
from eval_questions.retrieval import MEASURES, retrieval_values
from eval_questions.statistics import SEED, estimate
from eval_questions.table import short
from index.ranker import METHODS, Ranker
from index.types import Encoder, Encoding

Progress = Callable[[str, int, int], object]
Turns = tuple[str, ...]  # what is asked, the last question last
CACHE_FORMAT = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What one query found: the passages by method, and its refusal score."""

    rankings: Mapping[str, list[str]]
    coverage: float


def beir_figures(
    found: BeirSet,
    encoder: Encoder,
    limit: int | None = None,
    cache: Path | None = None,
    progress: Progress = lambda what, done, total: None,
) -> dict[str, Any]:
    """The figures of every method for every form of the query, as plain values.

    Only queries with a relevant text enter the measures; the area under the ROC curve takes every
    query that says whether it is answerable. `limit` samples that many queries, always the same.
    Forms other than `alone` stand only where some query has a history or a rewrite.
    """
    queries = found.queries
    if limit is not None and limit < len(queries):
        chosen = set(random.Random(SEED).sample(range(len(queries)), limit))
        queries = [query for number, query in enumerate(queries) if number in chosen]
    ranker = load_ranker(found, encoder, cache, progress)
    forms = _forms(queries)
    every = {turns for form in forms.values() for turns in form.values()}
    texts = sorted({text for turns in every for text in turns})
    encodings: dict[str, Encoding] = {}
    for start in range(0, len(texts), 64):
        batch = texts[start : start + 64]
        encodings |= zip(batch, encoder.encode(batch), strict=True)
        progress("queries", len(batch), len(texts))
    asked = {turns: _ask(turns, encodings, ranker, found.ids) for turns in every}
    relevant = {q.id: found.qrels[q.id] for q in queries if q.id in found.qrels}
    return {
        "passages": len(found.texts),
        "queries": len(queries),
        "judged": len(relevant),
        "measures": {
            method: {name: _measures(form, asked, relevant, method) for name, form in forms.items()}
            for method in METHODS
        },
        "refusal_auc": {name: _area(queries, form, asked) for name, form in forms.items()},
    }


def load_ranker(found: BeirSet, encoder: Encoder, cache: Path | None, progress: Progress) -> Ranker:
    """The ranker over the set's texts, from the cache where the same texts and weights stand."""
    folder = cache or user_cache_path("insight") / "beir"
    place = folder / f"{CACHE_FORMAT}-{found.digest[:24]}-{encoder.fingerprint[:24]}"
    if place.is_dir():
        return Ranker.load(place)
    total = len(found.texts)
    ranker = Ranker.build(
        found.texts, encoder, progress=lambda done: progress("texts", done, total)
    )
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=folder))
    try:
        ranker.save(unfinished / "ranker")
        (unfinished / "ranker").rename(place)
    finally:
        shutil.rmtree(unfinished)
    return ranker


def beir_lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """The figures as lines for a terminal."""
    judged = f"{figures['judged']} of {figures['queries']} queries judged"
    yield f"{figures['passages']} passages, {judged}"
    yield f"{'':<20}" + "".join(f"{name:>9}" for name in MEASURES)
    for method, forms in figures["measures"].items():
        for form, found in forms.items():
            yield f"{method:<9}{form:<11}" + "".join(f"{short(found[m]):>9}" for m in MEASURES)
    for form, value in figures["refusal_auc"].items():
        if value is not None:
            yield f"refusal score, area under the ROC curve, {form}: {value:.3f}"


def _forms(queries: list[BeirQuery]) -> dict[str, dict[str, Turns]]:
    """For each form that the set has: query id to what is searched for.

    `alone`: the last turn; `resolved`: with the earlier turns, as our own resolution weighs them;
    `rewrite`: a person's, the last turn where a query has none.
    """
    forms: dict[str, dict[str, Turns]] = {"alone": {query.id: (query.text,) for query in queries}}
    if any(query.earlier is not None for query in queries):
        forms["resolved"] = {q.id: (*(q.earlier or ()), q.text) for q in queries}
    if any(query.rewrite is not None for query in queries):
        forms["rewrite"] = {q.id: (q.text if q.rewrite is None else q.rewrite,) for q in queries}
    return forms


def _ask(turns: Turns, encodings: Mapping[str, Encoding], ranker: Ranker, ids: list[str]) -> Asked:
    *before, text = turns
    earlier = weigh_turns(text, before, encodings)
    found = {method: ranker.rank(text, encodings[text], method, earlier) for method in METHODS}
    return Asked(
        {method: [ids[row] for row in ranking.ids] for method, ranking in found.items()},
        coverage_score(text, found["late"], encodings[text].spans),
    )


def _measures(
    form: Mapping[str, Turns],
    asked: Mapping[Turns, Asked],
    relevant: Mapping[str, tuple[str, ...]],
    method: str,
) -> dict[str, dict[str, float | int | None]]:
    rankings = {name: asked[form[name]].rankings[method] for name in relevant}
    values = retrieval_values(relevant, rankings)
    return {measure: plain(estimate(list(values[measure].values()))) for measure in MEASURES}


def _area(
    queries: list[BeirQuery], form: Mapping[str, Turns], asked: Mapping[Turns, Asked]
) -> float | None:
    scores: dict[bool, list[float]] = {True: [], False: []}
    for query in queries:
        if query.answerable is not None:
            scores[query.answerable].append(asked[form[query.id]].coverage)
    return area(scores[True], scores[False])
