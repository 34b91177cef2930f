"""Fit what is declined and what is listed: `python -m benchmarks.calibrate` writes the weights.

With names of models (`advised`) these alone are written, and the others stay as they are.

The questions are those of `benchmarks/calibration.yaml`, of the folder `benchmarks/questions` and,
of the evaluation suite, the `dev` half; `covered` learns from some of the usual questions too, in
the words of `benchmarks/usual_wordings.yaml`.
`assistant/judging/coverage.yaml`: `covered` tells answered from partly answered questions,
`subject` tells both from those on other subjects, `told` sets that have members from those that
nothing is in, `advised` questions that guidance answers from others (those of
`benchmarks/advice.yaml` too), `on_topic` what names nothing, or a place, from `off_topic.yaml` or
`itself.yaml`.
`assistant/judging/membership.yaml`: `members` tells the documents of a list from the others,
`guidance` the sentences of guidance that advise on what is asked, `practice` those of stories that
show it done (from the questions of `benchmarks/bearing.yaml`; `guidance` from the judged ones too).
All but
`guidance` have a `bare` model for collections of text alone, whose keepers wrote down no wordings,
nothing unsaid and nothing that documents have in common: it is fitted on the boards without these.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import yaml

from assistant.assistant import Assistant
from assistant.open import open_index
from benchmarks.examples import (
    advice_examples,
    answer_examples,
    load,
    told_examples,
    topic_examples,
    usual_examples,
)
from benchmarks.fitting import Sample, fit
from benchmarks.list_models import list_models
from corpus.types import Collection
from eval_questions.dataset import Question
from index.encoder import load_encoder
from index.search import Index

Row = TypeVar("Row")
HERE = Path(__file__).parent
STRENGTH = 0.1  # the inverse of the penalty
# the share of good questions that may be declined
REFUSED = {"covered": 0.06, "subject": 0.015, "told": 0.03, "advised": 0.03, "on_topic": 0.003}


def main() -> None:
    """Fit every model and write each file with its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="where the index is kept")
    parser.add_argument("models", nargs="*", help="those to write, by name; all if none is given")
    options = parser.parse_args()
    opened = open_index(index=options.index)
    whole, bare = [opened.assistant()], text_alone(opened.collection)
    questions = load(opened.collection)
    coverage = coverage_models(whole, questions, options.models)
    coverage |= coverage_models(bare[:1], questions, options.models, "_bare")
    write("coverage", coverage, options.models)
    if options.models and not {"members", "guidance", "practice"} & set(options.models):
        return
    listed = list_models(whole[0], bare, questions)
    write("membership", listed, options.models)


def text_alone(collection: Collection) -> list[Assistant]:
    """Assistants over a collection's texts without what was written to find them by.

    The first still knows the facts of each document, the second doesn't. Their model is the
    packaged one: there is nothing to fit it to.
    """
    documents = [replace(d, plain=(), unsaid=()) for d in collection.documents]
    collection = replace(
        collection, documents=tuple(documents), properties=(), usual=(), off_topic=(), itself=()
    )
    encoder = load_encoder()
    index = Index.build(collection, encoder)
    without = replace(collection, documents=tuple(replace(d, facts=()) for d in documents))
    return [Assistant(c, index, encoder) for c in (collection, without)]


def coverage_models(
    assistants: Sequence[Assistant],
    questions: Sequence[Question],
    chosen: Sequence[str],
    suffix: str = "",
) -> dict[str, Any]:
    """The models of `coverage.yaml`, fitted on what every question gives with each assistant.

    Only those `chosen`, if any are.
    """
    samples = {
        "covered": lambda: _covered_sample(assistants, questions),
        "subject": lambda: _sample(
            (signals._asdict(), status != "not_covered")
            for signals, status in _of_each(assistants, answer_examples, questions)
        ),
        "told": lambda: _sample(_of_each(assistants, told_examples, questions)),
        "advised": lambda: _sample(
            (signals._asdict(), good)
            for signals, good in _of_each(assistants, advice_examples, questions)
        ),
    }
    if not suffix:
        samples["on_topic"] = lambda: _sample(_of_each(assistants, topic_examples, questions))
    found = {}
    for name in [name for name in samples if name in chosen or not chosen]:
        one = samples[name]()
        model, held_out = fit(one, STRENGTH)
        threshold = float(np.quantile(held_out[one.good], REFUSED[name]))
        model["figures"] |= {
            f"held-out share of others let through, {share:.0%} of good ones declined": round(
                float(np.mean(held_out[~one.good] >= np.quantile(held_out[one.good], share))), 3
            )
            for share in (0.02, 0.05, 0.1)
        }
        found[name + suffix] = {"threshold": round(threshold, 4), **model}
        print(name + suffix, model["figures"])
    return found


def _of_each(
    assistants: Sequence[Assistant],
    examples: Callable[[Assistant, Sequence[Question]], Iterable[Row]],
    questions: Sequence[Question],
) -> Iterator[Row]:
    """What every question gives with each assistant."""
    for assistant in assistants:
        yield from examples(assistant, questions)


def _covered_sample(assistants: Sequence[Assistant], questions: Sequence[Question]) -> Sample:
    """Of the questions on the collection's subject, and some usual ones, those that it answers."""
    judged = _of_each(assistants, answer_examples, questions)
    usual = (pair for assistant in assistants for pair in usual_examples(assistant))
    covered = _sample(
        (signals._asdict(), status == "answered")
        for signals, status in chain(judged, usual)
        if status != "not_covered"
    )
    for name in ("figures", "elsewhere"):  # `is_covered` rules by them
        covered.signals.pop(name)
    return covered


def _sample(rows: Iterable[tuple[Mapping[str, float], bool]]) -> Sample:
    """Each row's signals, and whether it is good; no two belong together."""
    pairs = list(rows)
    signals = {name: np.array([row[name] for row, _ in pairs]) for name in pairs[0][0]}
    return Sample(signals, np.array([good for _, good in pairs]), np.arange(len(pairs)))


def write(name: str, models: dict[str, Any], chosen: Sequence[str]) -> None:
    """Write `assistant/judging/NAME.yaml`; of the models only those `chosen`, if any are."""
    head = "# Written by benchmarks/calibrate.py; do not edit by hand.\n"
    path = HERE.parent / "assistant" / "judging" / f"{name}.yaml"
    if chosen:
        kept = yaml.safe_load(path.read_text())["models"]
        models = kept | {n: m for n, m in models.items() if n.removesuffix("_bare") in chosen}
    path.write_text(head + yaml.safe_dump({"models": models}, sort_keys=False))


if __name__ == "__main__":
    main()
