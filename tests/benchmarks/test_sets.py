"""Folders in BEIR's form and the boards in, what every contender gets out."""

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.process import ask, build
from benchmarks.sets import external, sample


def write(folder: Path) -> Path:
    (folder / "qrels").mkdir(parents=True)
    texts = [{"_id": f"d{i}", "title": "", "text": f"Farm {i}"} for i in range(81)]
    asked = [{"role": "user", "text": "Which farms keep bees?"}]
    queries = [
        {"_id": "q1", "text": "Who keeps bees?"},
        {
            "_id": "q2",
            "text": "Where is it?",
            "metadata": {"history": asked, "rewrite": "Where is Farm 2?"},
        },
        {"_id": "q3", "text": "Nobody judged this."},
    ]
    for name, items in (("corpus", texts), ("queries", queries)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(i) + "\n" for i in items))
    (folder / "qrels" / "test.tsv").write_text("q1\td1\t1\nq2\td2\t1\n")
    return folder


def test_every_form_of_a_judged_query_is_asked_once(tmp_path: Path) -> None:
    found = external(write(tmp_path / "farms"))
    assert found.forms["last turn"] == {"q1": "Who keeps bees?", "q2": "Where is it?"}
    assert found.forms["rewrite"] == {"q1": "Who keeps bees?", "q2": "Where is Farm 2?"}
    assert len(found.queries(1)) == len(set(found.queries(1))) == 3
    assert sorted(found.queries(2)) == found.queries(1) != found.queries(2)


def test_a_sample_is_built_from_and_not_asked(tmp_path: Path) -> None:
    found = sample(external(write(tmp_path / "farms")))
    assert list(found.ids) == ["d0", "d40", "d80"]
    assert found.queries(1) == []
    assert not found.is_asked


class Lengths:
    """Finds the texts by how near their length is to the query's."""

    def load_model(self) -> None:
        pass

    def build(self, texts: Sequence[str], folder: Path) -> None:
        (folder / "lengths").write_text(json.dumps([len(text) for text in texts]))

    def open(self, folder: Path) -> None:
        self.lengths = json.loads((folder / "lengths").read_text())

    def ask(self, query: str) -> list[int]:
        return sorted(range(len(self.lengths)), key=lambda i: abs(self.lengths[i] - len(query)))


def test_a_process_builds_and_asks_what_stands_beside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text('"long text"\n"a"\n"four"\n')
    (tmp_path / "queries.jsonl").write_text('"b"\n"five!"\n')
    folder = tmp_path / "lengths"
    folder.mkdir()
    built, asked = build(Lengths(), folder), ask(Lengths(), folder)
    assert built["disk"] == len("[9, 1, 4]")
    assert asked["rankings"] == [[1, 2, 0], [2, 0, 1]]
    assert len(asked["seconds"]) == 1
