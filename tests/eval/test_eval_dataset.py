import textwrap
from pathlib import Path

import pytest

from assistant.types import Status
from corpus.load import load_collection
from eval_questions.dataset import BOARDS, SuiteError, load_questions


def write(folder: Path, text: str, name: str = "questions.yaml") -> Path:
    (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return folder


GOOD = """\
    questions:
      - id: fact-leeds
        category: fact
        question: "How many conferences did Leeds hold?"
        status: answered
        gold:
          - document: family-valued
            quote: "with 660 conferences held in 2016"
        facts: ["660", ["Leeds", "there"]]
    """


def test_gold_is_located_in_its_document(tmp_path: Path) -> None:
    collection = load_collection()
    (question,) = load_questions(write(tmp_path, GOOD), collection)
    (gold,) = question.gold
    text = collection.by_id["family-valued"].text
    assert text[gold.start : gold.end] == gold.quote == "with 660 conferences held in 2016"
    assert question.facts == (("660",), ("Leeds", "there"))
    assert question.status is Status.ANSWERED


def test_gold_may_stand_in_the_pointer_to_further_reading(tmp_path: Path) -> None:
    collection = load_collection()
    quote = "Read more about Family Valued in the project storyboard and Programme Directory"
    file = GOOD.replace("with 660 conferences held in 2016", quote)
    (question,) = load_questions(write(tmp_path, file), collection)
    assert question.gold[0].start > collection.by_id["family-valued"].body_end


def test_every_fault_is_told_at_once_with_its_line_and_its_mend(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a.yaml")
    write(
        tmp_path,
        """\
        questions:
          - id: fact-leeds
            category: fact
            question: Who?
            status: answered
            gold:
              - document: nowhere
                quote: words
          - id: list-odd
            category: fact
            question: What?
            status: partly
            gold:
              - document: family-valued
                quote: "words that do not stand there"
            links: ["http://example.org/none"]
          - id: follow_up-alone
            category: follow_up
            question: and there?
            status: not_covered
            gold:
              - document: family-valued
                quote: "660 conferences"
        """,
        "b.yaml",
    )
    write(tmp_path, "questions:\n  - id: fact-x\n    colour: red\n", "c.yaml")
    with pytest.raises(SuiteError) as caught:
        load_questions(tmp_path, load_collection())
    b, c = tmp_path / "b.yaml", tmp_path / "c.yaml"
    told = [": ".join(fault.split(": ")[:3]) for fault in caught.value.faults]
    assert [line for line in told if line.startswith(str(b))] == [
        f"{b}:2: id 'fact-leeds' is taken: choose another; the first is in {tmp_path}/a.yaml:2",
        f"{b}:7: fact-leeds: no document 'nowhere'",
        f"{b}:9: list-odd: id without its category",
        f"{b}:15: list-odd: 'words that do not stand there' does not stand in family-valued",
        f"{b}:16: list-odd: no document has the link 'http://example.org/none'",
        f"{b}:9: list-odd: missing and status disagree",
        f"{b}:17: follow_up-alone: conversation and category disagree",
        f"{b}:17: follow_up-alone: standalone and category disagree",
        f"{b}:21: follow_up-alone: gold for a question that is not_covered",
    ]
    assert f"{c}:3: questions.0.colour: unknown key" in told
    assert sum(line.startswith(str(c)) for line in told) == 4  # category, question, status, colour


def test_a_folder_without_questions_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match="no YAML file with questions"):
        load_questions(tmp_path, load_collection())


def test_the_boards_suite_has_what_the_keepers_count_on() -> None:
    questions = load_questions(BOARDS, load_collection())
    found = [question.category for question in questions]
    least = {"list": 30, "relation": 20, "paraphrase": 30, "guidance": 20, "comparison": 15,
             "link": 15, "misspelt": 15, "follow_up": 35, "near_miss": 25,
             "far_off": 20}  # fmt: skip
    assert len(questions) >= 180
    assert {name: count for name, count in least.items() if found.count(name) < count} == {}
    dev = sum(question.split == "dev" for question in questions)
    assert 0.45 < dev / len(questions) < 0.55
