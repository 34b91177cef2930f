"""An answer beside its question in, what is right and what is missed in it out.

Every measure is first a value for each question, then a mean. A question that a measure applies to
always has a value: an answer that holds nothing scores 0. None: the measure does not apply.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.types import Answer, Citation, Status
from corpus.types import Collection
from eval_questions.dataset import Question
from eval_questions.passages import overlap

LISTS = ("list", "relation")
FAR = (Status.NOT_COVERED, Status.SMALL_TALK)
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")  # curved quotation marks
WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")
MARKER = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of answers: its key, its heading and what it means.

    `higher`: whether more is better; None where neither is, and the gate lets it be.
    """

    key: str
    label: str
    meaning: str
    higher: bool | None = True


ANSWER_MEASURES = (
    Measure("complete", "complete", "status, facts, documents, links and missing part all right"),
    Measure("status", "status right", "the answer's status is the judged one"),
    Measure("story_recall", "story recall", "lists, relations: share of the gold documents cited"),
    Measure("story_precision", "story precision", "lists, relations: share of those cited in gold"),
    Measure("citation_recall", "citation recall", "share of gold spans that a citation overlaps"),
    Measure("citation_precision", "citation precision", "share of citations on a gold span"),
    Measure("first_right", "first citation right", "the first citation is on a gold span"),
    Measure("exact", "exact quotations", "share of citations whose offsets give their quote"),
    Measure("fact_recall", "fact recall", "share of the required facts in the text"),
    Measure("link_recall", "link accuracy", "share of the links asked for that are given"),
    Measure("link_precision", "link precision", "share of the links given that were asked for"),
    Measure("near_recall", "near: recall", "near misses that were declined, in part or whole"),
    Measure("near_precision", "near: precision", "answers given as `partly` that should be"),
    Measure("far_recall", "far: recall", "far-off questions that were declined"),
    Measure("far_precision", "far: precision", "whole refusals and small talk that should be"),
    Measure("over_refusal", "over-refusal", "covered questions that were declined", higher=False),
    Measure("missing_named", "missing part named", "near misses declined with the part named"),
    Measure("words", "words", "length of the text", higher=None),
)


def answer_values(
    question: Question, answer: Answer, collection: Collection
) -> dict[str, float | None]:
    """The value of each of `ANSWER_MEASURES`, in their order."""
    cited = {citation.document_id for citation in answer.citations}
    is_list = question.category in LISTS and bool(question.documents)
    found = [g for g in question.gold if any(overlap(g, c) for c in answer.citations)]
    right = [c for c in answer.citations if any(overlap(g, c) for g in question.gold)]
    facts = [fact for fact in question.facts if holds(answer.text, fact)]
    given = {link.url for link in answer.links}
    asked = set(question.links)
    exact = sum(is_exact(citation, collection) for citation in answer.citations)
    quoted = len(answer.citations) + len(_unresolved(answer))
    near, far = question.status == Status.PARTLY, question.status in FAR
    covered = question.status == Status.ANSWERED
    declined = answer.status != Status.ANSWERED
    named = declined and holds(answer.text, question.missing)
    hits = len(cited & question.documents)
    values = {
        "complete": float(not any(_incomplete(question, answer))),
        "status": float(answer.status == question.status),
        "story_recall": hits / len(question.documents) if is_list else None,
        "story_precision": _share(hits, len(cited)) if is_list else None,
        "citation_recall": len(found) / len(question.gold) if question.gold else None,
        "citation_precision": _share(len(right), len(answer.citations)) if question.gold else None,
        "first_right": _first_right(right, answer) if question.gold else None,
        "exact": exact / quoted if quoted else None,
        "fact_recall": len(facts) / len(question.facts) if question.facts else None,
        "link_recall": len(asked & given) / len(asked) if asked else None,
        "link_precision": _share(len(asked & given), len(given)) if asked else None,
        "near_recall": float(declined) if near else None,
        "near_precision": float(near) if answer.status == Status.PARTLY else None,
        "far_recall": float(declined) if far else None,
        "far_precision": float(far) if answer.status in FAR else None,
        "over_refusal": float(declined) if covered else None,
        "missing_named": float(named) if near else None,
        "words": float(len(WORD.findall(MARKER.sub("", answer.text)))),
    }
    return {measure.key: values[measure.key] for measure in ANSWER_MEASURES}


def missed(question: Question, answer: Answer, collection: Collection) -> tuple[str, ...]:
    """One line for each thing that is wrong with the answer; a complete and exact one has none."""
    return (*_incomplete(question, answer), *inexact(answer, collection))


def inexact(answer: Answer, collection: Collection) -> tuple[str, ...]:
    """One line for each citation that is not its document's words, and each marker without one."""
    wrong = [c for c in answer.citations if not is_exact(c, collection)]
    return (
        *(f"quotation [{c.number}] is not {c.document_id}'s words" for c in wrong),
        *(f"marker [{number}] has no citation" for number in _unresolved(answer)),
    )


def is_exact(citation: Citation, collection: Collection) -> bool:
    """Whether the citation's offsets give its quote, to the byte."""
    document = collection.by_id.get(citation.document_id)
    words = document.text[citation.start : citation.end] if document else None
    return bool(citation.quote) and words == citation.quote


def holds(text: str, wordings: tuple[str, ...]) -> bool:
    """Whether any of the wordings stands in the text, beginning where a word begins.

    Case, the form of quotation marks, line breaks, markers and emphasis play no part. A wording
    that ends in a figure is not followed by more of the number: `5` is not in `5,000`.
    """
    plain = _plain(text)
    return any(_stands(plain, _plain(wording)) for wording in wordings)


def _stands(text: str, wording: str) -> bool:
    end = r"(?![.,]?\d)" if wording[-1:].isdigit() else ""
    start = r"(?<!\d[.,])" if wording[:1].isdigit() else ""
    return re.search(rf"(?<!\w){start}{re.escape(wording)}{end}", text) is not None


def _plain(text: str) -> str:
    text = re.sub(r"\*+|\s*\[\d+\]", "", text.translate(STRAIGHT))
    return " ".join(text.casefold().split())


def _incomplete(question: Question, answer: Answer) -> Iterator[str]:
    if answer.status != question.status:
        yield f"status {answer.status}, not {question.status}"
    for fact in question.facts:
        if not holds(answer.text, fact):
            yield f"fact not in the text: {' / '.join(fact)}"
    for name in sorted(question.documents - {c.document_id for c in answer.citations}):
        yield f"document not cited: {name}"
    for url in sorted(set(question.links) - {link.url for link in answer.links}):
        yield f"link not given: {url}"
    if question.missing and not holds(answer.text, question.missing):
        yield f"missing part not named: {' / '.join(question.missing)}"


def _unresolved(answer: Answer) -> list[int]:
    """The numbers of markers that no citation explains."""
    markers = {int(number) for number in MARKER.findall(answer.text)}
    return sorted(markers - {citation.number for citation in answer.citations})


def _first_right(right: list[Citation], answer: Answer) -> float:
    return float(bool(right) and right[0] == answer.citations[0])


def _share(part: int, whole: int) -> float:
    """0 where there is nothing to be right."""
    return part / whole if whole else 0.0
