"""The sets that contenders are measured on: their texts, their queries and what is relevant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.open import Opened
from eval_questions.beir_files import read_beir
from eval_questions.dataset import BOARDS as SUITE
from eval_questions.dataset import load_questions
from eval_questions.passages import PassageMap, span_id
from index.texts import cut

EXTERNAL = ("mtrag_govt", "scifact")  # the quickest first
EVERY = 40  # of so many texts one is in the sample


@dataclass(frozen=True, slots=True)
class BenchSet:
    """`forms`: for each form of the queries, query id to what is searched for.

    `ids[i]` names `texts[i]`; `qrels`: query id to the ids of its relevant texts. `repeated`: it is
    small enough to be measured several times.
    """

    name: str
    ids: Sequence[str]
    texts: Sequence[str]
    forms: Mapping[str, Mapping[str, str]]
    qrels: Mapping[str, Sequence[str]]
    repeated: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether there are queries; where there are none, only building is measured."""
        return bool(self.forms)

    def queries(self, run: int) -> list[str]:
        """What is searched for in any form, each once; each run begins at another place."""
        found = sorted({text for form in self.forms.values() for text in form.values()})
        begin = (run - 1) * 61 % len(found) if found else 0
        return found[begin:] + found[:begin]


def boards(opened: Opened) -> BenchSet:
    """The passages of the boards as they are indexed, and the suite's questions with gold."""
    made = cut(opened.collection, opened.encoder)
    found = [q for q in load_questions(SUITE, opened.collection) if q.gold]
    forms = {
        "last turn": {q.id: q.text for q in found},
        "rewrite": {q.id: q.standalone or q.text for q in found},
    }
    ids = [span_id(passage) for passage in made.passages]
    qrels = PassageMap(made.passages).qrels(found)
    return BenchSet("boards", ids, made.levels["passages"].texts, forms, qrels, repeated=True)


def external(folder: Path) -> BenchSet:
    """The set of a folder in BEIR's form, without the queries that nothing is relevant to."""
    found = read_beir(folder)
    queries = [query for query in found.queries if query.id in found.qrels]
    forms = {"last turn": {query.id: query.text for query in queries}}
    if any(query.rewrite is not None for query in queries):
        forms["rewrite"] = {q.id: q.text if q.rewrite is None else q.rewrite for q in queries}
    return BenchSet(folder.name, found.ids, found.texts, forms, found.qrels)


def sample(found: BenchSet) -> BenchSet:
    """Some texts of a set, always the same, to build from again and again."""
    return BenchSet(
        f"{found.name} sample", found.ids[::EVERY], found.texts[::EVERY], {}, {}, repeated=True
    )
