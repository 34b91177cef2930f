"""Questions and five systems in, one run out: every ranking, every answer and all their values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.conversation.turns import weigh_turns
from assistant.judging.coverage import coverage_score
from assistant.types import Answer
from corpus.types import Collection
from eval_questions.dataset import Question
from eval_questions.measures import ANSWER_MEASURES, answer_values
from eval_questions.passages import PassageMap, index_faults
from eval_questions.retrieval import retrieval_values
from eval_questions.statistics import Values
from index.ranker import METHODS
from index.search import Index
from index.types import Encoder, Encoding

ASSISTANT = "assistant"
SYSTEMS = (*METHODS, ASSISTANT)
DEPTH = 10  # passages kept of each ranking
SystemValues = Mapping[str, Mapping[str, Values]]


class Asked(Protocol):
    """What is asked: an `assistant.assistant.Assistant`, or what stands in for one."""

    collection: Collection

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to a question after the earlier ones of its conversation."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question.

    `rewritten`: the answer to the human rewrite of a follow-up, asked alone. `coverage`: the
    refusal score, higher where the collection more likely covers it. `rankings`: for each system
    the ids of its passages, best first.
    """

    question: Question
    answer: Answer
    rewritten: Answer | None
    coverage: float
    rankings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Run:
    """All outcomes, in the suite's order.

    `values`: system, measure, question id. `rewritten`: measure, question id, for the answers to
    the human rewrites. `index_faults`: passages whose offsets don't give their text.
    """

    outcomes: tuple[Outcome, ...]
    qrels: Mapping[str, tuple[str, ...]]
    values: SystemValues
    rewritten: Mapping[str, Values]
    index_faults: tuple[str, ...]


def run_suite(
    questions: Sequence[Question],
    assistant: Asked,
    index: Index,
    encoder: Encoder,
    progress: Callable[[int], object] = lambda done: None,
) -> Run:
    """The run of every system over the questions; `progress` hears of each question done."""
    passages = PassageMap(index.passages)
    texts = sorted({text for q in questions for text in (*q.conversation, q.text)})
    encodings = dict(zip(texts, encoder.encode(texts), strict=True))
    outcomes = []
    for question in questions:
        outcomes.append(_outcome(question, assistant, index, encodings, passages))
        progress(1)
    qrels = passages.qrels(questions)
    values: dict[str, dict[str, Values]] = {}
    for system in SYSTEMS:
        rankings = {o.question.id: o.rankings[system] for o in outcomes if o.question.id in qrels}
        values[system] = retrieval_values(qrels, rankings)
    values[ASSISTANT] |= _by_measure(
        {o.question.id: answer_values(o.question, o.answer, assistant.collection) for o in outcomes}
    )
    rewritten = {
        o.question.id: answer_values(o.question, o.rewritten, assistant.collection)
        for o in outcomes
        if o.rewritten
    }
    faults = index_faults([*index.passages, *index.sentences], assistant.collection)
    return Run(tuple(outcomes), qrels, values, _by_measure(rewritten), tuple(faults))


def _outcome(
    question: Question,
    assistant: Asked,
    index: Index,
    encodings: Mapping[str, Encoding],
    passages: PassageMap,
) -> Outcome:
    answer = assistant.ask(question.text, list(question.conversation))
    rankings = {
        method: passages.of(
            hit.passage
            for hit in index.search(question.text, encodings[question.text], DEPTH, method)
        )
        for method in METHODS
    }
    rankings[ASSISTANT] = passages.of(answer.citations)
    earlier = weigh_turns(question.text, question.conversation, encodings)
    query = encodings[question.text]
    late = index.passage_ranker.rank(question.text, query, "late", earlier)
    return Outcome(
        question,
        answer,
        assistant.ask(question.standalone) if question.standalone else None,
        coverage_score(question.text, late, query.spans),
        rankings,
    )


def _by_measure(values: Mapping[str, Mapping[str, float | None]]) -> dict[str, Values]:
    """Values by question turned into values by measure."""
    return {
        measure.key: {name: of_question[measure.key] for name, of_question in values.items()}
        for measure in ANSWER_MEASURES
    }
