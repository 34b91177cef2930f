from dataclasses import replace

import pytest

from assistant.types import Answer, AnswerLink, Citation, Status
from corpus.schema import Settings
from corpus.types import Collection, Document, Passage
from eval_questions.dataset import Gold, Question
from eval_questions.measures import answer_values, holds, inexact, missed
from eval_questions.passages import PassageMap, index_faults
from eval_questions.retrieval import retrieval_values


def document(name: str, text: str) -> Document:
    return Document(name, "project", name, name, "", "", text, len(text), "", None)


COLLECTION = Collection(
    (document("a", "Leeds held 660 conferences."), document("b", "Bradford has 900 children.")),
    Settings(),
)


def cite(number: int, name: str, start: int, end: int, shift: int = 0) -> Citation:
    text = COLLECTION.by_id[name].text
    quote = text[start + shift : end + shift]
    return Citation(number, name, name, "", "", "project", quote, start, end, text, ())


def gold(name: str, start: int, end: int) -> Gold:
    return Gold(name, start, end, COLLECTION.by_id[name].text[start:end])


LIST = Question(
    "list-x",
    "list",
    "Which?",
    Status.ANSWERED,
    gold=(gold("a", 0, 10), gold("b", 0, 8)),
    facts=(("660",), ("nine hundred", "900"), ("1,000",)),
    links=("http://a.org", "http://b.org"),
)
ANSWER = Answer(
    "Which?",
    "Which?",
    Status.ANSWERED,
    "Leeds **held 660** [1]; another [2], twice [3].",
    (cite(1, "a", 5, 26), cite(2, "a", 11, 26), cite(3, "a", 0, 5)),
    (AnswerLink("website", "a", "http://a.org"), AnswerLink("website", "c", "http://c.org")),
)


def test_an_answer_is_scored_part_by_part() -> None:
    values = answer_values(LIST, ANSWER, COLLECTION)
    assert values == {
        "complete": 0.0,
        "status": 1.0,
        "story_recall": 1 / 2,  # a of a, b
        "story_precision": 1.0,  # a alone is cited
        "citation_recall": 1 / 2,  # the span in a, of two
        "citation_precision": 2 / 3,  # 5-26 and 0-5 overlap 0-10; 11-26 doesn't
        "first_right": 1.0,  # 5-26 of a
        "exact": 1.0,
        "fact_recall": 1 / 3,  # 660 of three
        "link_recall": 1 / 2,  # a.org of a.org, b.org
        "link_precision": 1 / 2,  # a.org of a.org, c.org
        "near_recall": None,
        "near_precision": None,
        "far_recall": None,
        "far_precision": None,
        "over_refusal": 0.0,
        "missing_named": None,
        "words": 5.0,  # Leeds held 660 another twice: markers are not words
    }


def test_the_first_citation_is_the_one_that_counts() -> None:
    citations = (cite(1, "a", 11, 26), cite(2, "a", 0, 5))  # the second stands on the gold
    values = answer_values(LIST, replace(ANSWER, citations=citations), COLLECTION)
    assert values["first_right"] == 0.0


def test_what_was_missed_is_told_in_words() -> None:
    assert missed(LIST, ANSWER, COLLECTION) == (
        "fact not in the text: nine hundred / 900",
        "fact not in the text: 1,000",
        "document not cited: b",
        "link not given: http://b.org",
    )


def test_a_quotation_one_character_off_and_a_marker_without_citation_are_inexact() -> None:
    answer = Answer("?", "?", Status.ANSWERED, "One [1], two [2], three [7].",
                    (cite(1, "a", 0, 5), cite(2, "a", 0, 5, shift=1)))  # fmt: skip
    assert inexact(answer, COLLECTION) == (
        "quotation [2] is not a's words",
        "marker [7] has no citation",
    )
    assert answer_values(LIST, answer, COLLECTION)["exact"] == 1 / 3  # [1] of [1], [2], [7]


def test_an_unanswered_question_scores_zero_and_does_not_vanish() -> None:
    none = Answer("Which?", "Which?", Status.NOT_COVERED, "The collection doesn't say.")
    values = answer_values(LIST, none, COLLECTION)
    zero = ("complete", "status", "story_recall", "story_precision", "citation_recall",
            "citation_precision", "first_right", "fact_recall", "link_recall",
            "link_precision")  # fmt: skip
    assert [values[key] for key in zero] == [0.0] * len(zero)
    assert values["over_refusal"] == 1.0
    assert values["far_precision"] == 0.0  # declined in whole, and wrongly
    assert values["exact"] is None  # nothing was quoted


NEAR = Question("near_miss-x", "near_miss", "Cost?", Status.PARTLY, missing=("cost", "price"))


@pytest.mark.parametrize(
    ("status", "text", "complete", "recall", "precision", "named"),
    [
        (Status.PARTLY, "The boards don't give costs.", 1, 1, 1, 1),
        (Status.PARTLY, "The boards don't say that.", 0, 1, 1, 0),
        (Status.NOT_COVERED, "Nothing on the price.", 0, 1, None, 1),
        (Status.ANSWERED, "It cost much.", 0, 0, None, 0),
    ],
)
def test_a_near_miss(
    status: Status, text: str, complete: int, recall: int, precision: int | None, named: int
) -> None:
    values = answer_values(NEAR, Answer("Cost?", "Cost?", status, text), COLLECTION)
    keys = ("complete", "near_recall", "near_precision", "missing_named")
    assert [values[key] for key in keys] == [complete, recall, precision, named]


@pytest.mark.parametrize(
    ("text", "wording", "found"),
    [
        ("a SOCIAL impact\nbond", "social impact bond", True),
        ("Young People\u2019s Panel", "young people's panel", True),
        ("**660** conferences [1]", "660 conferences", True),
        ("the Family Group Conferencing offer", "Family Group Conferenc", True),
        ("over 5,000 people", "5", False),
        ("over 15 people", "5", False),
        ("over 5,000 people", "000", False),
        ("in 2016.", "2016", True),
        ("unseen", "seen", False),
    ],
)
def test_wordings_are_found_where_a_word_begins(text: str, wording: str, found: bool) -> None:
    assert holds(text, (wording,)) is found


def test_retrieval_measures_by_hand() -> None:
    qrels = {"q1": ("a", "b"), "q2": ("c",), "q3": ("d",)}
    values = retrieval_values(qrels, {"q1": ["x", "a", "y", "b"], "q2": ["c"]})
    # q1: relevant at 2 and 4. DCG = 1/log2(3) + 1/log2(5) = .63093 + .43068; ideal = 1 + .63093
    assert values["nDCG@10"]["q1"] == pytest.approx(1.06161 / 1.63093, abs=1e-5)
    assert {name: found["q1"] for name, found in values.items() if name != "nDCG@10"} == {
        "RR": 0.5,
        "R@1": 0.0,
        "R@3": 0.5,
        "R@5": 1.0,
    }
    assert all(found["q2"] == 1.0 for found in values.values())
    assert all(found["q3"] == 0.0 for found in values.values())  # no ranking: zero, not absent


def test_a_span_belongs_to_the_passages_it_overlaps() -> None:
    passages = PassageMap(
        [Passage("a", 0, 10, ""), Passage("a", 11, 20, ""), Passage("b", 3, 5, "")]
    )
    assert passages.holding(Passage("a", 9, 12, "")) == ["a:0-10", "a:11-20"]
    assert passages.holding(Passage("a", 25, 30, "")) == ["a:11-20"]  # after the last: its pointer
    assert passages.holding(Passage("b", 0, 2, "")) == ["b:3-5"]
    assert passages.holding(Passage("c", 0, 2, "")) == ["c:0-2"]  # never found, and so counted
    assert passages.of([Passage("a", 12, 13, ""), Passage("a", 9, 12, "")]) == ("a:11-20", "a:0-10")


def test_a_passage_must_slice_back_to_its_document() -> None:
    good, off = Passage("a", 0, 5, "Leeds"), Passage("a", 1, 6, "Leeds")
    assert index_faults([good, off], COLLECTION) == [
        "passage a:1-6: its offsets do not give its text"
    ]
