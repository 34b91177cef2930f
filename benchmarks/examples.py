"""Judged questions in, what the regressions learn from them out."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import yaml

from assistant.assistant import Assistant
from assistant.drafting.facts import best_sentences
from assistant.drafting.guidance import guidance_on
from assistant.drafting.listing import nearest_told
from assistant.finding.evidence import Evidence
from assistant.judging.coverage import list_signals
from assistant.judging.membership import membership_signals
from assistant.judging.off_topic import OUTSIDE, may_be_off_topic, outside, topic_signals
from assistant.judging.signals import Signals, read_signals
from assistant.reading.conditions import counted, held_shares
from assistant.reading.question import Kind
from benchmarks.usual import usual_questions
from corpus.types import Collection
from eval_questions.dataset import Question, load_questions

HERE = Path(__file__).parent
EVERY = 8  # so many of the usual questions for one that is learned from
TOLD = ("answered", "partly")  # of what is on the collection's subject
NOT_JUDGED = {"list", "comparison", "link"}  # these are declined by other means

Judged = tuple[dict[str, np.ndarray], np.ndarray]  # signals by name, [n] each, and which are good


def load(collection: Collection) -> list[Question]:
    """The suite's `dev` half and the questions written for calibration."""
    suites = (HERE.parent / "eval_questions" / "boards", HERE / "questions")
    dev, own = (load_questions(folder, collection) for folder in suites)
    return [question for question in dev if question.split == "dev"] + list(own)


def answer_examples(
    assistant: Assistant, questions: Sequence[Question]
) -> Iterator[tuple[Signals, str]]:
    """What speaks for each question being covered, and the status that it should have.

    Of a question of several parts each part by itself, as it is answered: the parts that hold a
    word of what is missing are not said, the others are. Left out is what has no sentence near.
    """
    short = yaml.safe_load((HERE / "calibration.yaml").read_text())["questions"]
    judged = [(q["question"], q["status"], ()) for q in short] + [
        (q.standalone or q.text, str(q.status), q.missing)
        for q in questions
        if q.category not in NOT_JUDGED
    ]
    for text, status, missing in judged:
        whole, *parts = assistant.finder.parts(assistant.read(text))
        if status != "partly" or not parts:
            found = [(part, status) for part in (parts or [whole])]
        else:
            found = list(_told_apart(parts, missing))
        for part, of_part in found:
            chosen = best_sentences(part)
            if chosen:
                yield read_signals(part, chosen), of_part


def _told_apart(
    parts: Sequence[Evidence], missing: Sequence[str]
) -> Iterator[tuple[Evidence, str]]:
    """Each part with whether it is said; none, where no part holds a word of what is missing."""
    texts = [part.question.text.lower() for part in parts]
    lacking = [any(word.lower() in text for word in missing) for text in texts]
    if any(lacking):
        for part, lacks in zip(parts, lacking, strict=True):
            yield part, "partly" if lacks else "answered"


def usual_examples(assistant: Assistant) -> Iterator[tuple[Signals, str]]:
    """The same for some of the usual questions, left out where other sentences are nearer."""
    for asked in islice(usual_questions(assistant.collection), 0, None, EVERY):
        evidence = assistant.finder.evidence(assistant.read(asked.text))
        chosen = best_sentences(evidence)
        shown = any(asked.is_told_by(sentence.passage.text) for sentence in chosen)
        if chosen and shown == bool(asked.told):
            yield read_signals(evidence, chosen), "answered" if asked.told else "partly"


def advice_examples(
    assistant: Assistant, questions: Sequence[Question]
) -> Iterator[tuple[Signals, bool]]:
    """What speaks for guidance answering each question that asks for it, and whether it does."""
    asked = yaml.safe_load((HERE / "advice.yaml").read_text(encoding="utf-8"))["questions"]
    judged = [(q["question"], q["status"]) for q in asked]
    judged += [(q.standalone or q.text, str(q.status)) for q in questions]
    for text, status in judged:
        read = assistant.read(text)
        if read.kind is Kind.GUIDANCE:
            evidence = assistant.finder.evidence(read)
            guidance = guidance_on(evidence)
            if guidance:
                yield read_signals(evidence, guidance), status == "answered"


def topic_examples(
    assistant: Assistant, questions: Sequence[Question]
) -> Iterator[tuple[dict[str, float], bool]]:
    """What speaks for each question being on the collection's subject.

    Those that name a document by more than a place are left out. One of the collection's own that
    are not on it is held against the others.
    """
    collection = assistant.collection
    asked = [(q.standalone or q.text, str(q.status)) for q in questions if q.status in TOLD]
    itself = (text for entry in collection.itself for text in entry.asked)
    others = [(text, OUTSIDE) for text in (*collection.off_topic, *itself)]
    for text, status in (*asked, *others):
        evidence = assistant.finder.evidence(assistant.read(text))
        if not may_be_off_topic(evidence):
            continue
        signals = topic_signals(evidence)
        if status == OUTSIDE:
            signals[OUTSIDE] = float(np.sort(outside(evidence))[-2])
        yield signals, status != OUTSIDE


def told_examples(
    assistant: Assistant, questions: Sequence[Question]
) -> Iterator[tuple[dict[str, float], bool]]:
    """What speaks for each set that is asked for having members, and whether it has."""
    for question in questions:
        read = assistant.read(question.standalone or question.text)
        if read.kind is Kind.LIST and not read.link_kinds:
            evidence = assistant.finder.evidence(read)
            chosen = nearest_told(evidence)
            if chosen:
                yield list_signals(evidence, chosen), question.status == "answered"


def list_examples(assistant: Assistant, questions: Sequence[Question]) -> Iterator[Judged]:
    """What is answered as a list: questions for a set, and those for anyone who does something."""
    for question in questions:
        text = question.standalone or question.text
        read = assistant.read(text)
        if question.status != "answered" or read.kind is not Kind.LIST or read.link_kinds:
            continue
        documents = counted(assistant.collection)
        good = np.array([d.id in question.documents for d in documents])
        if good.any():
            held = held_shares(documents, read, assistant.collection)
            yield membership_signals(documents, assistant.finder.evidence(read), held), good
