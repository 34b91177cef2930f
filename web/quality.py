"""The last accepted evaluation of a collection, in plain English."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.types import Collection

ACCEPTED = Path(__file__).parent.parent / "eval_questions" / "baseline.json"
SENTENCES = {  # a measure's key in the evaluation, and what it means for a reader
    "complete": "{} of answers had everything that a right answer holds, and nothing amiss.",
    "status": "{} were rightly taken as answered, partly covered or not covered.",
    "citation_recall": "{} of the passages that a full answer rests on were cited, on average.",
    "exact": "{} of quotations were the source's own words, letter for letter.",
    "near_recall": "{} of questions that only touch on what the texts say were told so.",
    "far_recall": "{} of questions about something else altogether were declined.",
    "over_refusal": "{} of questions that the texts do answer were declined by mistake.",
}


@dataclass(frozen=True, slots=True)
class Quality:
    """How many questions were asked, and a sentence for each measure."""

    questions: int
    lines: tuple[str, ...]


def accepted_quality(collection: Collection, path: Path = ACCEPTED) -> Quality | None:
    """What the accepted evaluation says of just this collection; None where there is none."""
    if not path.is_file():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    if kept["stamp"]["corpus"] != collection.digest:
        return None
    values: dict[str, dict[str, Any]] = kept["values"]["assistant"]
    lines = [
        sentence.format(f"{_mean(values[key]):.0%}")
        for key, sentence in SENTENCES.items()
        if key in values and _judged(values[key])
    ]
    return Quality(max(len(_judged(found)) for found in values.values()), tuple(lines))


def _judged(values: dict[str, float | None]) -> list[float]:
    return [value for value in values.values() if value is not None]


def _mean(values: dict[str, float | None]) -> float:
    judged = _judged(values)
    return sum(judged) / len(judged)
