"""Fit what is declined and what is listed: `python -m benchmarks.calibrate` writes the weights.

With names of models (`advised`) these alone are written, and the others stay as they are.

The questions are those of `benchmarks/calibration.yaml`, of the folder `benchmarks/questions` and,
of the evaluation suite, the `dev` half; `covered` learns from some of the usual questions too, in
the words of `benchmarks/usual_wordings.yaml`.
`assistant/judging/coverage.yaml`: `covered` tells answered from partly answered questions,
`subject` tells both from those on other subjects, `told` sets that have members from those that
nothing is in, `advised` questions that guidance answers from others (those of
`benchmarks/advice.yaml` too).
`assistant/judging/membership.yaml`: `members` tells the documents of a list from the others,
`guidance` the sentences of guidance that advise on what is asked, `practice` those of stories that
show it done (from the questions of `benchmarks/bearing.yaml`; `guidance` from the judged ones too).
All but
`guidance` have a `bare` model for collections of text alone, whose keepers wrote down no wordings,
nothing unsaid and nothing that documents have in common: it is fitted on the boards without these.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from assistant.assistant import Assistant
from assistant.open import open_index
from benchmarks.bearing import advising_examples, showing_examples
from benchmarks.examples import (
    Judged,
    advice_examples,
    answer_examples,
    list_examples,
    load,
    told_examples,
    usual_examples,
)
from benchmarks.fitting import Sample, fit
from corpus.types import Collection
from eval_questions.dataset import Question
from index.encoder import load_encoder
from index.search import Index

HERE = Path(__file__).parent
STRENGTH = {"coverage": 0.1, "membership": 0.3}  # the inverse of the penalty
# the share of good questions that may be declined
REFUSED = {"covered": 0.06, "subject": 0.015, "told": 0.03, "advised": 0.03}
SHARES = [0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]  # tried for what is listed
# who reads a list sees what doesn't belong there, told apart as it is, but not what is missing;
# where text is all there is to find its members by, most of a long list doesn't belong there
RECALL_COUNTS = {"members": 4, "members_bare": 1, "guidance": 1.5}
SHOWN = [0.1, 0.12, 0.15, 0.2, 0.25, 0.3]  # tried for the least probability of what is shown
PRACTICE = 0.75  # what recall counts for these: one that doesn't show it misleads


def main() -> None:
    """Fit every model and write each file with its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="where the index is kept")
    parser.add_argument("models", nargs="*", help="those to write, by name; all if none is given")
    options = parser.parse_args()
    opened = open_index(index=options.index)
    whole, bare = [opened.assistant()], text_alone(opened.collection)
    questions = load(opened.collection)
    coverage = coverage_models(whole, questions) | coverage_models(bare[:1], questions, "_bare")
    write("coverage", coverage, options.models)
    listed = membership(whole, questions) | membership(bare, questions, "_bare")
    advising = list(advising_examples(whole[0], questions))
    listed |= {"guidance": fit_members("guidance", advising)}
    listed |= {"practice": fit_practice(list(showing_examples(whole[0])))}
    listed |= {"practice_bare": fit_practice(list(showing_examples(bare[0])))}
    write("membership", listed, options.models)


def text_alone(collection: Collection) -> list[Assistant]:
    """Assistants over a collection's texts without what was written to find them by.

    The first still knows the facts of each document, the second doesn't. Their model is the
    packaged one: there is nothing to fit it to.
    """
    documents = [replace(d, plain=(), unsaid=()) for d in collection.documents]
    collection = replace(collection, documents=tuple(documents), properties=(), usual=())
    encoder = load_encoder()
    index = Index.build(collection, encoder)
    without = replace(collection, documents=tuple(replace(d, facts=()) for d in documents))
    return [Assistant(c, index, encoder) for c in (collection, without)]


def coverage_models(
    assistants: Sequence[Assistant], questions: Sequence[Question], suffix: str = ""
) -> dict[str, Any]:
    """`covered` and `subject`, fitted on what every question gives with each assistant."""
    judged = [pair for a in assistants for pair in answer_examples(a, questions)]
    usual = [pair for a in assistants for pair in usual_examples(a)]
    covered = _sample(
        (signals._asdict(), status == "answered")
        for signals, status in judged + usual
        if status != "not_covered"
    )
    for name in ("figures", "elsewhere"):  # `is_covered` rules by them
        covered.signals.pop(name)
    subject = _sample((signals._asdict(), status != "not_covered") for signals, status in judged)
    told = _sample(row for a in assistants for row in told_examples(a, questions))
    advised = _sample(
        (signals._asdict(), good)
        for a in assistants
        for signals, good in advice_examples(a, questions)
    )
    samples = {"covered": covered, "subject": subject, "told": told, "advised": advised}
    found = {}
    for name, one in samples.items():
        model, held_out = fit(one, STRENGTH["coverage"])
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


def _sample(rows: Iterable[tuple[Mapping[str, float], bool]]) -> Sample:
    """Each row's signals, and whether it is good; no two belong together."""
    pairs = list(rows)
    signals = {name: np.array([row[name] for row, _ in pairs]) for name in pairs[0][0]}
    return Sample(signals, np.array([good for _, good in pairs]), np.arange(len(pairs)))


def membership(
    assistants: Sequence[Assistant], questions: Sequence[Question], suffix: str = ""
) -> dict[str, Any]:
    """`members`, over every counted document of every list question, with each assistant."""
    samples = [sample for assistant in assistants for sample in list_examples(assistant, questions)]
    return {f"members{suffix}": fit_members(f"members{suffix}", samples)}


def fit_practice(samples: Sequence[Judged]) -> dict[str, Any]:
    """A model of which sentences show it done; `least`: the probability from which they do."""
    together = _joined(samples)
    model, held_out = fit(together, STRENGTH["membership"])
    by = {}
    for least in SHOWN:
        right = float((together.good & (held_out >= least)).sum())
        by[least] = right / together.good.sum(), right / max(1, (held_out >= least).sum())
    least = max(by, key=lambda least: f_measure(*by[least], PRACTICE))
    model["figures"] |= {
        "held-out recall": round(float(by[least][0]), 3),
        "held-out precision": round(float(by[least][1]), 3),
    }
    print("practice", least, model["figures"])
    return {"least": least, **model}


def _joined(samples: Sequence[Judged]) -> Sample:
    signals = {n: np.concatenate([s[n] for s, _ in samples]) for n in samples[0][0]}
    good = np.concatenate([g for _, g in samples])
    groups = np.repeat(np.arange(len(samples)), [len(g) for _, g in samples])
    return Sample(signals, good, groups)


def fit_members(name: str, samples: Sequence[Judged]) -> dict[str, Any]:
    """A model of which documents belong; `least`: of the likeliest one's, from which others do."""
    together = _joined(samples)
    good, groups = together.good, together.groups
    model, held_out = fit(together, STRENGTH["membership"])
    of_likeliest = held_out / _best(held_out, groups)
    by = {share: _recall_and_precision(of_likeliest >= share, good, groups) for share in SHARES}
    least = max(by, key=lambda share: f_measure(*by[share], RECALL_COUNTS[name]))
    recall, precision = by[least]
    model["figures"] |= {
        "held-out recall": round(recall, 3),
        "held-out precision": round(precision, 3),
    }
    print(name, least, model["figures"])
    return {"least": least, **model}


def _best(values: np.ndarray, groups: np.ndarray) -> np.ndarray:
    best = np.zeros(groups.max() + 1)
    np.maximum.at(best, groups, values)
    return np.asarray(best[groups])


def f_measure(recall: float, precision: float, beta: float) -> float:
    """Their harmonic mean, recall counted `beta` times (C. van Rijsbergen, 1979); 0..1."""
    return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)


def _recall_and_precision(
    listed: np.ndarray, good: np.ndarray, groups: np.ndarray
) -> tuple[float, float]:
    right = listed & good
    return _mean_share(right, good, groups), _mean_share(right, listed, groups)


def _mean_share(part: np.ndarray, whole: np.ndarray, groups: np.ndarray) -> float:
    shares = np.bincount(groups, part) / np.maximum(np.bincount(groups, whole), 1)
    return float(shares.mean())


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
