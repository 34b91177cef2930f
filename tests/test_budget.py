"""What an answer may cost, counted and not timed: a kind of question that costs more fails here."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from index.ranker import Ranker, Ranking
from index.types import Encoding, Ints
from tests.conftest import Opened
from tests.index.fake import FARMS, FakeEncoder

ROOT = Path(__file__).parent.parent

# For each kind a conversation, and what its last question may cost: texts encoded, searches,
# passages and wordings looked at. Of 61 passages and 1,099 wordings; lower one where it fell.
BUDGETS: dict[str, tuple[list[str], tuple[int, int, int, int]]] = {
    "small talk": (["Hello!"], (0, 0, 0, 0)),
    "abbreviation": (["What does FDAC stand for?"], (0, 0, 0, 0)),
    "link": (["Where can I find the evaluation of Pause?"], (1, 1, 61, 0)),
    "fact": (["When was the first FDAC set up in London?"], (1, 5, 61, 80)),
    "paraphrase": (["Who helps mums whose kids keep being taken away?"], (1, 5, 61, 440)),
    "two parts": (["What is Pause and who funds it?"], (3, 12, 183, 790)),
    "guidance": (["How should we measure the value of an innovation?"], (1, 5, 61, 390)),
    "list": (["Which projects work with adopted children or adopters?"], (1, 4, 61, 70)),
    "comparison": (["How do Pause and FDAC differ?"], (1, 3, 61, 40)),
    "relation": (["Who adapted Family Safeguarding?"], (1, 3, 61, 270)),
    "another subject": (["What is the capital of France?"], (1, 5, 61, 470)),
    "follow-up": (
        ["How is Pause kept faithful to its model?", "Who runs it locally?"],
        (1, 5, 61, 330),
    ),
}


@dataclass(slots=True)
class Cost:
    """Texts encoded, calls of the two rankers, and the passages and wordings these looked at."""

    encoded: int = 0
    searches: int = 0
    passages: int = 0
    wordings: int = 0


@dataclass
class Counted:
    """A ranker that adds what it is asked for to a cost."""

    ranker: Ranker
    cost: Cost
    level: str

    def rank(self, text: str, query: Encoding) -> Ranking:
        return self._noted(self.ranker.rank(text, query))

    def score(self, text: str, query: Encoding, ids: Ints | None = None) -> Ranking:
        return self._noted(self.ranker.score(text, query, ids))

    def knows(self, word: str) -> bool:
        return self.ranker.knows(word)

    def __len__(self) -> int:
        return len(self.ranker)

    def _noted(self, ranking: Ranking) -> Ranking:
        self.cost.searches += 1
        setattr(self.cost, self.level, getattr(self.cost, self.level) + len(ranking.ids))
        return ranking


@dataclass
class CountedEncoder:
    """An encoder that adds the texts it is given to a cost."""

    encoder: Any
    cost: Cost

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        self.cost.encoded += len(texts)
        return list(self.encoder.encode(texts))


def cost_of(opened: Opened, *questions: str) -> Cost:
    """What the last question of a conversation costs, by an assistant that remembers the others."""
    cost = Cost()
    index: Any = replace(
        opened.index,
        passage_ranker=Counted(opened.index.passage_ranker, cost, "passages"),  # type: ignore[arg-type]
        sentence_ranker=Counted(opened.index.sentence_ranker, cost, "wordings"),  # type: ignore[arg-type]
    )
    encoder: Any = CountedEncoder(opened.encoder, cost)
    assistant = Assistant(opened.assistant.collection, index, encoder)
    for number, question in enumerate(questions):
        cost.encoded = cost.searches = cost.passages = cost.wordings = 0
        assistant.ask(question, questions[:number])
    return cost


@pytest.mark.parametrize("kind", BUDGETS)
def test_an_answer_keeps_to_its_budget(kind: str, opened: Opened) -> None:
    questions, budget = BUDGETS[kind]
    names = ("encoded", "searches", "passages", "wordings")
    cost = cost_of(opened, *questions)
    found = {name: getattr(cost, name) for name in names}
    allowed = dict(zip(names, budget, strict=True))
    assert not {n: (found[n], allowed[n]) for n in names if found[n] > allowed[n]}


def test_a_question_asked_again_costs_nothing(opened: Opened) -> None:
    question = "When was the first FDAC set up in London?"
    assert cost_of(opened, question, question).encoded == 0


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
