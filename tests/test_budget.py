"""What an answer may cost, counted and not timed: a kind of question that costs more fails here."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from index.ranker import Ranker
from index.types import Encoding, Floats, Ints
from tests.conftest import Opened
from tests.index.fake import FARMS, FakeEncoder

ROOT = Path(__file__).parent.parent

# For each kind a conversation, and what its last question may cost: texts encoded, calls of the
# rankers, wordings whose tokens are read, and texts of the other levels whose tokens are read. Of
# 13,936 wordings, 9,398 things unsaid, 8,332 phrases of properties and 2,370 texts on other
# subjects; lower one where it fell.
BUDGETS: dict[str, tuple[list[str], tuple[int, int, int, int]]] = {
    "small talk": (["Hello!"], (0, 0, 0, 0)),
    "abbreviation": (["What does FDAC stand for?"], (0, 0, 0, 0)),
    "link": (["Where can I find the evaluation of Pause?"], (0, 0, 0, 0)),
    "fact": (["When was the first FDAC set up in London?"], (1, 6, 275, 32)),
    "paraphrase": (["Who helps mums whose kids keep being taken away?"], (1, 8, 280, 32)),
    "two parts": (["What is Pause and who funds it?"], (2, 12, 545, 64)),
    "guidance": (["How should we measure the value of an innovation?"], (1, 10, 400, 155)),
    "list": (["Which projects work with adopted children or adopters?"], (1, 8, 565, 155)),
    "list by meaning": (["Which projects support care leavers?"], (1, 10, 535, 155)),
    "list, narrowed": (["Which projects for care leavers are in Yorkshire?"], (2, 13, 996, 310)),
    "comparison": (["How do Pause and FDAC differ?"], (1, 3, 485, 0)),
    "relation": (["Who adapted Family Safeguarding?"], (0, 0, 0, 0)),
    "another subject": (["What is the capital of France?"], (1, 8, 505, 155)),
    "follow-up": (
        ["How is Pause kept faithful to its model?", "Who runs it locally?"],
        (1, 6, 275, 32),
    ),
}
NAMES = ("encoded", "searches", "wordings", "others")


@dataclass(slots=True)
class Cost:
    """Texts encoded, calls of the rankers, and the texts whose tokens these read."""

    encoded: int = 0
    searches: int = 0
    wordings: int = 0
    others: int = 0


class Counted(Ranker):
    """A ranker that adds what it is asked for to a cost; `level` is where its texts count."""

    def __init__(self, ranker: Ranker, cost: Cost, level: str) -> None:
        super().__init__(ranker._keys, ranker._dense, ranker._sparse, ranker._tokens, ranker._short)
        self.cost, self.level = cost, level

    def cosines(self, query: Encoding) -> Floats:
        self.cost.searches += 1
        return super().cosines(query)

    def bm25(self, text: str) -> Floats:
        self.cost.searches += 1
        return super().bm25(text)

    def similarities(self, query: Encoding, ids: Ints) -> Floats:
        self._note(len(ids))
        return super().similarities(query, ids)

    def both_ways(self, query: Encoding, ids: Ints) -> tuple[Floats, Floats]:
        self._note(len(ids))
        return super().both_ways(query, ids)

    def _note(self, texts: int) -> None:
        self.cost.searches += 1
        setattr(self.cost, self.level, getattr(self.cost, self.level) + texts)


@dataclass
class CountedEncoder:
    """An encoder that adds the texts it is given to a cost."""

    encoder: Any
    cost: Cost

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        self.cost.encoded += len(texts)
        return list(self.encoder.encode(texts))


def cost_of(opened: Opened, *questions: str) -> dict[str, int]:
    """What the last question of a conversation costs, by an assistant that remembers the others."""
    cost = Cost()
    rankers: dict[str, Ranker] = {
        name: Counted(ranker, cost, "wordings" if name == "wordings" else "others")
        for name, ranker in opened.index.rankers.items()
    }
    encoder: Any = CountedEncoder(opened.encoder, cost)
    index = replace(opened.index, rankers=rankers)
    assistant = Assistant(opened.assistant.collection, index, encoder)
    for number, question in enumerate(questions):
        cost.encoded = cost.searches = cost.wordings = cost.others = 0
        assistant.ask(question, questions[:number])
    return asdict(cost)


@pytest.mark.parametrize("kind", BUDGETS)
def test_an_answer_keeps_to_its_budget(kind: str, opened: Opened) -> None:
    questions, budget = BUDGETS[kind]
    found = cost_of(opened, *questions)
    allowed = dict(zip(NAMES, budget, strict=True))
    assert not {n: (found[n], allowed[n]) for n in NAMES if found[n] > allowed[n]}


def test_a_question_asked_again_costs_nothing(opened: Opened) -> None:
    question = "When was the first FDAC set up in London?"
    assert cost_of(opened, question, question)["encoded"] == 0


def test_a_build_encodes_each_new_text_once_from_the_shortest_to_the_longest() -> None:
    encoder = FakeEncoder()
    Ranker.build([*FARMS.values(), "A long text about farms and orchards and barns."], encoder)
    assert encoder.encoded == sorted(encoder.encoded, key=len)
    assert len(set(encoder.encoded)) == len(encoder.encoded) == 4


def test_products_of_answering_stay_on_one_thread() -> None:
    script = (
        "import assistant.open, numpy, threadpoolctl as t; "
        "print([p['num_threads'] for p in t.threadpool_info() if 'numpy' in p['filepath']])"
    )
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "[1]\n"
