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

EXTERNAL = ("mtrag_govt", "scifact")


@dataclass(frozen=True, slots=True)
class BenchSet:
    """`forms`: for each form of the queries, query id to what is searched for.

    `ids[i]` names `texts[i]`; `qrels`: query id to the ids of its relevant texts.
    """

    name: str
    ids: Sequence[str]
    texts: Sequence[str]
    forms: Mapping[str, Mapping[str, str]]
    qrels: Mapping[str, Sequence[str]]

    @property
    def queries(self) -> list[str]:
        """What is searched for in any form, each once, in a fixed order."""
        return sorted({text for form in self.forms.values() for text in form.values()})


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
    return BenchSet("boards", ids, made.levels["passages"].texts, forms, qrels)


def external(folder: Path) -> BenchSet:
    """The set of a folder in BEIR's form, without the queries that nothing is relevant to."""
    found = read_beir(folder)
    queries = [query for query in found.queries if query.id in found.qrels]
    forms = {"last turn": {query.id: query.text for query in queries}}
    if any(query.rewrite is not None for query in queries):
        forms["rewrite"] = {q.id: q.text if q.rewrite is None else q.rewrite for q in queries}
    return BenchSet(folder.name, found.ids, found.texts, forms, found.qrels)
