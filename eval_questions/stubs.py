"""Asked questions in, stub YAML out, with the current answers as proposals to correct."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from assistant.types import Answer, Status
from eval_questions.run import Asked

PROPOSED_CATEGORY = {
    Status.ANSWERED: "fact",
    Status.PARTLY: "near_miss",
    Status.NOT_COVERED: "far_off",
    Status.SMALL_TALK: "far_off",
}
HEADER = """\
# Proposals from the current answers: correct every category, status, gold quote and fact, then move
# what you keep into the suite. `insight eval` names what still contradicts itself.
"""


def read_asked(path: Path) -> list[str]:
    """The questions of a file, one a line; blank lines are passed over, doubles kept once."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def stub_yaml(questions: Sequence[str], assistant: Asked) -> str:
    """A question file with one proposal for each question, each under an id of its own."""
    stubs: list[dict[str, Any]] = []
    taken: set[str] = set()
    for question in questions:
        stub = _stub(question, assistant.ask(question))
        name, number = stub["id"], 2
        while stub["id"] in taken:
            stub["id"], number = f"{name}-{number}", number + 1
        taken.add(stub["id"])
        stubs.append(stub)
    return HEADER + yaml.safe_dump(
        {"questions": stubs}, sort_keys=False, allow_unicode=True, width=100
    )


def _stub(question: str, answer: Answer) -> dict[str, Any]:
    category = PROPOSED_CATEGORY[answer.status]
    words = re.findall(r"[a-z0-9]+", question.lower())
    gold = {(c.document_id, c.quote): None for c in answer.citations}
    covered = answer.status in (Status.ANSWERED, Status.PARTLY)
    stub = {
        "id": "-".join([category, *words[:6]]),
        "category": category,
        "question": question,
        "status": str(answer.status),
        "gold": [{"document": name, "quote": quote} for name, quote in gold] if covered else [],
        "facts": [],
    }
    return stub | ({"missing": []} if answer.status == Status.PARTLY else {})
