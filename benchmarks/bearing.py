"""Questions for advice in, what speaks for each sentence advising on it or showing it done, out."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from assistant.assistant import Assistant
from assistant.finding.evidence import Evidence
from assistant.judging.bearing import advising_signals, showing_signals
from assistant.reading.question import Kind
from benchmarks.examples import Judged
from corpus.types import Passage
from eval_questions.dataset import Question

READ = Path(__file__).parent / "bearing.yaml"  # questions for which every sentence was read


def advising_examples(assistant: Assistant, questions: Sequence[Question]) -> Iterator[Judged]:
    """What speaks for each sentence of guidance advising on what is asked, and whether it does.

    Left out are those that come near it; of a judged question, whose gold need not be all that
    advises, the others of its texts.
    """
    for read in _read_questions():
        evidence = _evidence(read["question"], assistant)
        if evidence:
            good, near = (_meant(read.get(name, ()), evidence) for name in ("advises", "near"))
            yield from _advising(evidence, good, near)
    for question in questions:
        evidence = _evidence(question.standalone or question.text, assistant)
        if evidence and question.status == "answered":
            good = {n for n, s in enumerate(evidence.index.sentences) if _is_gold(s, question)}
            of_its_texts = evidence.index.sentences_of(question.documents)
            yield from _advising(evidence, good, set(of_its_texts.tolist()))


def showing_examples(assistant: Assistant) -> Iterator[Judged]:
    """What speaks for each sentence of a story showing it done, and whether it does.

    Left out are those on which readers may differ.
    """
    for read in _read_questions():
        evidence = _evidence(read["question"], assistant)
        if evidence:
            good, doubtful = (_meant(read.get(n, ()), evidence) for n in ("shows", "may_show"))
            places = _places(evidence, doubtful - good, of_stories=True)
            yield showing_signals(evidence, places), _are_good(good, places, evidence)


def _advising(evidence: Evidence, good: set[int], doubtful: set[int]) -> Iterator[Judged]:
    places = _places(evidence, doubtful - good, of_stories=False)
    found = _are_good(good, places, evidence)
    if found.any():
        yield advising_signals(evidence, places), found


def _read_questions() -> list[dict[str, Any]]:
    return list(yaml.safe_load(READ.read_text(encoding="utf-8"))["questions"])


def _evidence(text: str, assistant: Assistant) -> Evidence | None:
    """What there is on a question for advice; None where another kind of question is asked."""
    question = assistant.read(text)
    return assistant.finder.evidence(question) if question.kind is Kind.GUIDANCE else None


def _places(evidence: Evidence, left_out: set[int], of_stories: bool) -> list[int]:
    """Where in what was looked at the sentences of stories are, or those of guidance."""
    stories = set(evidence.collection.counted)
    return [
        place
        for place, number in enumerate(evidence.scores.numbers.tolist())
        if number not in left_out
        and (evidence.index.sentences[number].document_id in stories) == of_stories
    ]


def _are_good(good: set[int], places: Sequence[int], evidence: Evidence) -> np.ndarray:
    return np.array([number in good for number in evidence.scores.numbers[places].tolist()])


def _is_gold(sentence: Passage, question: Question) -> bool:
    return any(
        gold.document_id == sentence.document_id
        and gold.start < sentence.end
        and sentence.start < gold.end
        for gold in question.gold
    )


def _meant(given: Iterable[str], evidence: Evidence) -> set[int]:
    """The numbers of the sentences that are given as `document: first words`.

    Raises `ValueError` where these are the first of none, or of several.
    """
    found: set[int] = set()
    for one in given:
        name, _, opening = one.partition(": ")
        own = evidence.index.sentences_of([name]).tolist()
        meant = [n for n in own if evidence.index.sentences[n].text.startswith(opening)]
        if len(meant) != 1:
            raise ValueError(f"{READ.name}: {len(meant)} sentences begin as {one!r}; want one")
        found.update(meant)
    return found
