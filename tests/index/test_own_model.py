"""A collection's own model: the index follows it, and a damaged one is named."""

import shutil
from pathlib import Path

import pytest

from assistant.open import open_index
from corpus.load import BOARDS
from index.encoders import open_encoder
from index.model import ADAPTER, PACKAGED, own_model, own_model_folder, weights_hash
from index.storage import read_manifest
from index.types import IndexFault, StaleIndex
from tests.assistant.conftest import GARDENS


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The gardens, with the boards' change to the model as if it were their own."""
    folder = tmp_path / "gardens"
    shutil.copytree(GARDENS, folder)
    own_model_folder(folder).mkdir()
    shutil.copy(own_model_folder(BOARDS) / ADAPTER, own_model_folder(folder))
    return folder


def test_an_index_follows_the_model_of_its_collection(corpus: Path, tmp_path: Path) -> None:
    tuned = open_index(corpus, tmp_path / "index").encoder.fingerprint
    assert tuned == weights_hash(str(own_model_folder(corpus)))
    (own_model_folder(corpus) / ADAPTER).unlink()
    with pytest.raises(StaleIndex, match="another model or weights"):
        open_encoder(own_model(corpus), tmp_path / "index")
    assert open_index(corpus, tmp_path / "index").encoder.fingerprint == weights_hash(PACKAGED)


def test_a_damaged_model_is_named_and_the_index_stays(corpus: Path, tmp_path: Path) -> None:
    open_index(corpus, tmp_path / "index")
    before = read_manifest(tmp_path / "index")
    (own_model_folder(corpus) / ADAPTER).write_bytes(b"no tensors")
    with pytest.raises(IndexFault, match=ADAPTER):
        open_index(corpus, tmp_path / "index")
    assert read_manifest(tmp_path / "index") == before
