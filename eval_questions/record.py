"""A run in, its JSON out, and read again: what the report shows and comparisons start from."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.types import Answer
from corpus.types import Collection
from eval_questions.dataset import Question
from eval_questions.figures import DIGITS, figures
from eval_questions.measures import missed
from eval_questions.run import ASSISTANT, Outcome, Run, SystemValues
from eval_questions.statistics import Values

FORMAT = 1


class RecordError(Exception):
    """A file that is not a run's, with the mend."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a run was made of: code, model, texts and questions."""

    commit: str
    model: str
    weights: str
    corpus: str
    questions: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a comparison needs of an earlier run: its stamp and its values by system."""

    stamp: Stamp
    values: SystemValues


def current_commit() -> str:
    """The short commit of this program's code, with `+` where files differ from it.

    `unversioned` where the code is not in a git working tree.
    """
    here = Path(__file__).parent

    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=here, capture_output=True, text=True, check=True
        ).stdout.strip()

    try:
        commit = git("rev-parse", "--short=12", "HEAD")
        changed = git("status", "--porcelain", "--untracked-files=no", ":/*.py", ":/*.yaml")
    except (OSError, subprocess.CalledProcessError):
        return "unversioned"
    return f"{commit}+" if changed else commit


def keep(run: Run, stamp: Stamp) -> Kept:
    """The run's stamp and values, rounded as a file holds them, so that both compare alike."""
    return Kept(
        stamp,
        {
            system: {measure: _rounded(found) for measure, found in measures.items()}
            for system, measures in run.values.items()
        },
    )


def record(run: Run, stamp: Stamp, collection: Collection) -> dict[str, Any]:
    """The whole run as plain values; the same run gives the same record."""
    return kept_record(keep(run, stamp)) | {
        "figures": figures(run),
        "questions": [_question(outcome, run, collection) for outcome in run.outcomes],
    }


def kept_record(kept: Kept) -> dict[str, Any]:
    """Stamp and values alone, as plain values: what a baseline holds."""
    return {"format": FORMAT, "stamp": asdict(kept.stamp), "values": kept.values}


def write_record(content: Mapping[str, Any], path: Path) -> None:
    """Write a record to `path`, whose folder is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_kept(path: Path) -> Kept:
    """The stamp and values of a record. Raises `RecordError` where the file is not one."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            raise RecordError(f"{path}: format {content['format']}, not {FORMAT}: make it again")
        return Kept(Stamp(**content["stamp"]), content["values"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        mend = "name the JSON file of a run of `insight eval`"
        raise RecordError(f"{path}: can't be read as a run ({error}): {mend}") from error


def _rounded(values: Values) -> dict[str, float | None]:
    return {name: None if v is None else round(v, DIGITS) for name, v in values.items()}


def _question(outcome: Outcome, run: Run, collection: Collection) -> dict[str, Any]:
    question = outcome.question
    values = {measure: found.get(question.id) for measure, found in run.values[ASSISTANT].items()}
    return {
        **_judged(question),
        "answer": _answer(outcome.answer),
        "rewritten": _answer(outcome.rewritten) if outcome.rewritten else None,
        "missed": list(missed(question, outcome.answer, collection)),
        "coverage": round(outcome.coverage, DIGITS),
        "relevant": list(run.qrels.get(question.id, ())),
        "rankings": {system: list(names) for system, names in outcome.rankings.items()},
        "values": _rounded({key: v for key, v in values.items() if v is not None}),
    }


def _judged(question: Question) -> dict[str, Any]:
    return asdict(question) | {"split": question.split, "status": str(question.status)}


def _answer(answer: Answer) -> dict[str, Any]:
    """What the report shows of an answer."""
    keys = ("number", "document_id", "title", "start", "end", "quote")
    return {
        "status": str(answer.status),
        "searched_for": answer.searched_for,
        "text": answer.text,
        "citations": [{key: getattr(c, key) for key in keys} for c in answer.citations],
        "links": [{"label": link.label, "url": link.url} for link in answer.links],
    }
