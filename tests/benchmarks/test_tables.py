"""Lines of results in, tables and aims out."""

import json
from pathlib import Path

from benchmarks.compare import in_order
from benchmarks.contenders import CONTENDERS
from benchmarks.goals import goals
from benchmarks.lines import Cell, Line, read_lines
from benchmarks.results import brief, goal_table, measured_sets, shown, table, times
from benchmarks.sets import BenchSet

RETRIEVAL, ANSWER, BARE = "Insight, retrieval", "Insight, whole answer", "bare ONNX Runtime"
LINES = [
    Line(1, "boards", BARE, {"passages/s": 20.0, "median ms": 10.0}, [10.0, 20.0, 10.0]),
    Line(1, "boards", RETRIEVAL, {"passages/s": 16.0, "nDCG@10, last turn": 0.75}),
    Line(1, "boards", ANSWER, {"start s": 1.2}, [15.0, 40.0, 35.0]),
    Line(1, "boards", "txtai, defaults", {"start s": 10.0, "nDCG@10, last turn": 0.68}),
    Line(1, "boards", "txtai, hybrid", {"start s": 11.0, "nDCG@10, last turn": 0.7}),
    Line(2, "boards", BARE, {"passages/s": 20.0, "median ms": 12.0}, [10.0, 10.0, 10.0]),
    Line(2, "boards", RETRIEVAL, {"passages/s": 19.0, "nDCG@10, last turn": 0.75}),
    Line(2, "boards", ANSWER, {"start s": 0.9}, [20.0, 20.0, 20.0]),
    Line(2, "boards", "txtai, defaults", {"start s": 12.0, "nDCG@10, last turn": 0.68}),
    Line(1, "scifact", RETRIEVAL, {"nDCG@10, last turn": 0.7}),
    Line(1, "scifact", "txtai, hybrid", {"nDCG@10, last turn": 0.71}),
]


def test_a_table_leaves_out_what_nobody_measured_and_marks_the_other_gaps() -> None:
    columns = [(name, "boards", name) for name in ("passages/s", "start s", "index MiB")]
    assert table(LINES, columns).splitlines() == [
        "| | passages/s | start s |",
        "|---|---|---|",
        "| bare ONNX Runtime | 20.0 | – |",
        "| Insight, retrieval | 17.5 (16.0–19.0) | – |",
        "| Insight, whole answer | – | 1.05 (0.900–1.20) |",
        "| txtai, defaults | – | 11.0 (10.0–12.0) |",
        "| txtai, hybrid | – | 11.0 |",
    ]


def test_each_timed_set_has_its_table_with_the_number_of_its_runs() -> None:
    headings = [part for part in times(LINES) if part.startswith("#")]
    assert headings == ["### boards (2 runs)"]  # of scifact the ranking alone was measured


def test_aims_are_held_against_the_same_run_and_the_same_question() -> None:
    found = {goal.text: goal for goal in goals(LINES)}
    built = found["boards: passages a second, by those of bare ONNX Runtime: 0.9 at least"]
    assert built.found == Cell(0.875, 0.8, 0.95)
    assert not built.is_reached
    started = found["the same, by txtai's start to its first answer: 0.1 at most"]
    assert started.found == Cell((1.2 / 10 + 0.9 / 12) / 2, 0.9 / 12, 1.2 / 10)
    assert started.is_reached
    answered = found["an answer by the bare encoding of its question, median: 2.0 at most"]
    assert answered.found == Cell(2.0, 2.0, 2.0)  # of 1.5, 2 and 3.5; of 2, 2 and 2
    assert answered.is_reached


def test_the_floor_is_the_quicker_of_two_for_each_run_and_question() -> None:
    spinning = Line(
        1, "boards", "bare ONNX Runtime, spinning", {"passages/s": 32.0}, [30.0, 10.0, 5.0]
    )
    found = {goal.text: goal for goal in goals([*LINES, spinning])}
    built = found["boards: passages a second, by those of bare ONNX Runtime: 0.9 at least"]
    assert built.found == Cell((16 / 32 + 19 / 20) / 2, 16 / 32, 19 / 20)
    answered = found["an answer by the bare encoding of its question, median: 2.0 at most"]
    assert answered.found == Cell(3.0, 2.0, 4.0)  # of 1.5, 4 and 7; of 2, 2 and 2


def test_a_ranking_is_held_against_the_best_peer_of_its_set() -> None:
    rows = list(goal_table(LINES))
    assert (
        "| boards, last turn: more nDCG@10 than the best peer | 0.0500"
        " (0.750; txtai, hybrid: 0.700) | yes |" in rows
    )
    assert (
        "| scifact, last turn: more nDCG@10 than the best peer | -0.0100"
        " (0.700; txtai, hybrid: 0.710) | **no** |" in rows
    )


def test_what_was_not_measured_is_named() -> None:
    found = measured_sets(LINES)
    assert found.startswith("Not measured: mtrag_govt; scifact of txtai, defaults, LangChain")
    assert "scifact of txtai, hybrid" not in found


def test_lines_that_were_written_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    assert read_lines(path) == []
    path.write_text("".join(json.dumps(line.to_dict()) + "\n" for line in LINES))
    assert [line.to_dict() for line in read_lines(path)] == [
        dict(line.to_dict(), ms=list(line.ms)) for line in LINES
    ]


def test_every_second_run_is_in_the_reverse_order() -> None:
    asked = BenchSet("boards", [], [], {"last turn": {"q": "Who?"}}, {}, repeated=True)
    assert in_order(CONTENDERS, asked, 1) == list(CONTENDERS)
    assert in_order(CONTENDERS, asked, 2) == list(CONTENDERS)[::-1]


def test_a_large_set_is_for_ranking_and_a_set_without_queries_for_building() -> None:
    large = BenchSet("scifact", [], [], {"last turn": {"q": "Who?"}}, {})
    assert all(contender.ranks for contender in in_order(CONTENDERS, large, 1))
    bare = BenchSet("scifact sample", [], [], {}, {}, repeated=True)
    indexes = [contender.index for contender in in_order(CONTENDERS, bare, 1)]
    assert len(indexes) == len(set(indexes)) == 8


def test_figures_have_three_digits() -> None:
    assert [brief(value) for value in (0.12345, 1.2345, 12.345, 123.45)] == [
        "0.123",
        "1.23",
        "12.3",
        "123",
    ]
    assert shown(None) == "–"
    assert shown(Cell(2.0, 1.0, 3.0)) == "2.00 (1.00–3.00)"
