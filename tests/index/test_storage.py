"""An index on disk: the same as in memory, told apart when it is not, whole or not there at all."""

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from assistant.open import build_index
from corpus.types import Collection
from index import storage
from index.files import sha256
from index.search import Index
from index.storage import load_index, load_reusable, save_index
from index.types import DamagedIndex, ForeignIndex, MissingIndex, StaleIndex
from tests.index.fake import FARMS, FakeEncoder, collection, encoding

QUESTION = "when are apples picked"
HARMED = ["wordings/vectors.npy", "wordings/tokens/codes.npy", "owners.json", "wordings/keys.txt"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the farms' index."""
    save(tmp_path / "index")
    return tmp_path / "index"


def save(folder: Path, farms: Collection | None = None) -> None:
    farms, encoder = farms or collection(**FARMS), FakeEncoder()
    save_index(Index.build(farms, encoder), farms, encoder, folder)


def test_a_saved_and_loaded_index_ranks_alike(folder: Path) -> None:
    farms, encoder = collection(**FARMS), FakeEncoder()
    built, loaded = Index.build(farms, encoder), load_index(farms, encoder, folder)
    for method in ("bm25", "dense", "fusion", "late"):
        query = encoding(QUESTION)
        assert loaded.search(QUESTION, query, method=method) == built.search(
            QUESTION, query, method=method
        )
    assert loaded.sentences == built.sentences
    assert loaded.wording_rows.tolist() == built.wording_rows.tolist()


def test_no_index_is_missing(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(MissingIndex, match=re.escape(f"{folder}: no index yet: run `insight")):
            load_index(collection(**FARMS), FakeEncoder(), folder)


def test_other_texts_make_it_stale(folder: Path) -> None:
    with pytest.raises(StaleIndex, match=r"built with another corpus: run `insight build`"):
        load_index(collection(**{**FARMS, "oats": "Oats."}), FakeEncoder(), folder)


def test_another_model_makes_it_stale(folder: Path) -> None:
    with pytest.raises(StaleIndex, match=r"built with another weights: run `insight build`"):
        load_index(collection(**FARMS), FakeEncoder("other weights"), folder)


def test_another_format_makes_it_stale(folder: Path) -> None:
    manifest = next(folder.glob("generation-*/manifest.json"))
    content = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(content | {"format": 1}))
    with pytest.raises(StaleIndex, match=r"index format 1, not \d+: run `insight build`"):
        load_index(collection(**FARMS), FakeEncoder(), folder)


@pytest.mark.parametrize("name", HARMED)
@pytest.mark.parametrize("harm", ["truncated", "changed", "removed"])
def test_a_harmed_file_is_damage(name: str, harm: str, folder: Path) -> None:
    path = next(folder.glob(f"generation-*/{name}"))
    content = path.read_bytes()
    if harm == "removed":
        path.unlink()
    elif harm == "truncated":
        path.write_bytes(content[: len(content) // 2])
    else:
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(DamagedIndex, match=rf"{name}: missing or not as it was written: run"):
        load_index(collection(**FARMS), FakeEncoder(), folder)
    assert load_reusable(FakeEncoder(), folder) is None


def test_bytes_that_were_seen_whole_are_not_read_again_and_a_copy_is(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(path: Path) -> str:
        read.append(path.name)
        return sha256(path)

    monkeypatch.setattr(storage, "sha256", noted)
    assert load_index(collection(**FARMS), FakeEncoder(), folder)
    assert read == []
    shutil.copytree(folder, tmp_path / "copy")
    assert load_index(collection(**FARMS), FakeEncoder(), tmp_path / "copy")
    assert "codes.npy" in read


@pytest.mark.parametrize("content", ["", "{", "[]", json.dumps({"format": storage.FORMAT})])
def test_a_manifest_that_cannot_be_read_is_damage(content: str, folder: Path) -> None:
    next(folder.glob("generation-*/manifest.json")).write_text(content)
    with pytest.raises(DamagedIndex, match=r"its manifest can't be read"):
        load_index(collection(**FARMS), FakeEncoder(), folder)


def test_a_folder_of_other_files_is_foreign_and_never_written_to(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(ForeignIndex, match="not an index of this program: name another folder"):
        load_index(collection(**FARMS), FakeEncoder(), tmp_path)
    with pytest.raises(ForeignIndex, match="holds other files: name an empty folder"):
        save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_interrupted_write_leaves_the_old_index(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(path.name for path in folder.iterdir())

    def interrupted(folder: Path) -> dict[str, object]:
        raise KeyboardInterrupt

    monkeypatch.setattr(storage, "_seals", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(folder, collection(oats="Oats grow."))
    assert sorted(path.name for path in folder.iterdir()) == before
    assert load_index(collection(**FARMS), FakeEncoder(), folder)


def test_a_new_index_leaves_nothing_of_the_old(folder: Path) -> None:
    oats = collection(oats="Oats grow.")
    save(folder, oats)
    assert len(list(folder.glob("generation-*"))) == 1
    found = load_index(oats, FakeEncoder(), folder)
    assert [passage.text for passage in found.passages] == ["Oats grow."]


def test_only_changed_texts_are_encoded_again(folder: Path) -> None:
    changed = collection(**{**FARMS, "cider": "Cider is pressed in October."})
    encoder, steps = FakeEncoder(), []
    index = build_index(changed, encoder, folder, lambda done, total: steps.append((done, total)))
    text = "Cider. Reports. Cider is pressed in October."
    assert encoder.encoded == [text, text]  # as a passage and as a sentence
    # passages: 2 kept, 1 new; wordings: 4 kept, 1 new; nothing is unsaid,
    # there is no property, and nothing on other subjects
    assert steps == [(2, 8), (1, 8), (4, 8), (1, 8), (0, 8), (0, 8), (0, 8)]
    fresh = Index.build(changed, FakeEncoder())
    query = encoding(QUESTION)
    for one, other in zip(
        index.search(QUESTION, query), fresh.search(QUESTION, query), strict=True
    ):
        assert one.passage == other.passage
        np.testing.assert_allclose(one.score, other.score, atol=1e-6)


def test_another_models_vectors_are_never_reused(folder: Path) -> None:
    assert load_reusable(FakeEncoder("other weights"), folder) is None
