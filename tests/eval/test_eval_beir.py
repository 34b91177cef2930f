import json
from pathlib import Path
from typing import Any

import pytest

from eval_questions.beir import CACHE_FORMAT, beir_figures, beir_lines, load_ranker
from eval_questions.beir_files import BeirError, read_beir
from index.encoder import load_encoder
from index.ranker import METHODS, Ranker

TEXTS = {
    "cat": "A cat is a small animal that catches mice.",
    "bridge": "The bridge over the river was opened in 1932.",
    "bread": "Bread is baked from flour, water and yeast.",
    "bicycle": "A bicycle has two wheels and is driven by pedals.",
}
QUERIES: list[tuple[str, str, dict[str, Any], str | None]] = [
    ("q1", "What is bread made of?", {"history": [], "rewrite": "What is bread made of?"}, "bread"),
    (
        "q2",
        "When was it opened?",
        {
            "history": [
                {"role": "user", "text": "Tell me about the bridge over the river."},
                {"role": "assistant", "text": "It is a bridge."},
            ],
            "rewrite": "When was the bridge over the river opened?",
            "answerable": True,
        },
        "bridge",
    ),
    ("q3", "Who painted the ceiling?", {"history": [], "answerable": False}, None),
]


def write(folder: Path, metadata: bool = True) -> Path:
    (folder / "qrels").mkdir()
    corpus = [{"_id": name, "title": name.title(), "text": text} for name, text in TEXTS.items()]
    queries = [
        {"_id": name, "text": text, "metadata": found if metadata else {}}
        for name, text, found, _ in QUERIES
    ]
    for name, items in (("corpus", corpus), ("queries", queries)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items))
    rows = "".join(f"{name}\t{answer}\t1\n" for name, _, _, answer in QUERIES if answer)
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n" + rows)
    return folder


def test_three_forms_of_a_conversation_stand_side_by_side(tmp_path: Path) -> None:
    found = read_beir(write(tmp_path))
    assert found.texts[0] == "Cat. A cat is a small animal that catches mice."
    assert found.queries[1].earlier == ("Tell me about the bridge over the river.",)
    figures = beir_figures(found, load_encoder(), cache=tmp_path / "cache")
    assert (figures["passages"], figures["queries"], figures["judged"]) == (4, 3, 2)
    assert list(figures["measures"]) == list(METHODS)
    assert {tuple(forms) for forms in figures["measures"].values()} == {
        ("alone", "resolved", "rewrite")
    }
    late = figures["measures"]["late"]
    assert late["rewrite"]["RR"]["mean"] == 1.0
    assert late["resolved"]["RR"]["mean"] == 1.0
    assert figures["refusal_auc"]["alone"] in (0.0, 1.0)  # one that is answerable, one that isn't
    assert any(line.startswith("late     rewrite") for line in beir_lines(figures))


def test_without_metadata_there_is_the_query_alone(tmp_path: Path) -> None:
    found = read_beir(write(tmp_path, metadata=False))
    figures = beir_figures(found, load_encoder(), cache=tmp_path / "cache")
    assert list(figures["measures"]["bm25"]) == ["alone"]
    assert figures["refusal_auc"] == {"alone": None}


def test_a_sample_is_always_the_same(tmp_path: Path) -> None:
    found = read_beir(write(tmp_path))
    runs = [beir_figures(found, load_encoder(), 2, tmp_path / "cache") for _ in range(2)]
    assert runs[0] == runs[1]
    assert runs[0]["queries"] == 2


def test_encodings_are_kept_for_the_same_texts_and_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, encoder, steps = read_beir(write(tmp_path)), load_encoder(), []

    def note(what: str, done: int, total: int) -> None:
        steps.append((what, done, total))

    first = load_ranker(found, encoder, tmp_path / "cache", note)
    assert steps == [("texts", 0, 4), ("texts", 4, 4)]
    monkeypatch.setattr(Ranker, "build", None)  # nothing is encoded a second time
    again = load_ranker(found, encoder, tmp_path / "cache", note)
    query = encoder.encode(["flour"])[0]
    assert list(first.rank("flour", query).ids) == list(again.rank("flour", query).ids)
    assert [path.name[:2] for path in (tmp_path / "cache").iterdir()] == [f"{CACHE_FORMAT}-"]


def test_every_broken_line_is_told_with_its_file_and_number(tmp_path: Path) -> None:
    write(tmp_path)
    with (tmp_path / "corpus.jsonl").open("a") as file:
        file.write('{"_id": "cat", "text": "again"}\n{"_id": 7}\n\n{broken\n')
    with (tmp_path / "queries.jsonl").open("ab") as raw:
        raw.write(b'{"_id": "q9", "text": "x", "metadata": {"history": [3]}}\n\xff\xfe\n')
    with (tmp_path / "qrels" / "test.tsv").open("a") as file:
        file.write("q1\tnowhere\t1\nq0\tcat\t1\nq1 cat 1\n")
    with pytest.raises(BeirError) as caught:
        read_beir(tmp_path)
    told = [fault.removeprefix(f"{tmp_path}/").split(": ")[0] for fault in caught.value.faults]
    assert told == [
        "corpus.jsonl:5",
        "corpus.jsonl:6",
        "corpus.jsonl:8",
        "queries.jsonl:4",
        "queries.jsonl:5",
        "qrels/test.tsv:4",
        "qrels/test.tsv:5",
        "qrels/test.tsv:6",
    ]


def test_a_folder_without_the_three_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(BeirError, match=r"queries\.jsonl: no such file"):
        read_beir(tmp_path)
