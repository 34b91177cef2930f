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


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gardens, with the boards' change to the model as if it were their own."""
    folder = tmp_path_factory.mktemp("corpus") / "gardens"
    shutil.copytree(GARDENS, folder)
    own_model_folder(folder).mkdir()
    shutil.copy(own_model_folder(BOARDS) / ADAPTER, own_model_folder(folder))
    return folder


@pytest.fixture(scope="module")
def index(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its index, built with that model."""
    folder = tmp_path_factory.mktemp("index") / "gardens"
    open_index(corpus, folder)
    return folder


def test_a_damaged_model_is_named_and_the_index_stays(corpus: Path, index: Path) -> None:
    before = read_manifest(index)
    adapter = own_model_folder(corpus) / ADAPTER
    whole = adapter.read_bytes()
    adapter.write_bytes(b"no tensors")
    with pytest.raises(IndexFault, match=ADAPTER):
        open_index(corpus, index)
    assert read_manifest(index) == before
    adapter.write_bytes(whole)


def test_an_index_follows_the_model_of_its_collection(corpus: Path, index: Path) -> None:
    tuned = open_index(corpus, index).encoder.fingerprint
    assert tuned == weights_hash(str(own_model_folder(corpus)))
    (own_model_folder(corpus) / ADAPTER).unlink()
    with pytest.raises(StaleIndex, match="another model or weights"):
        open_encoder(own_model(corpus), index)
    assert open_index(corpus, index).encoder.fingerprint == weights_hash(PACKAGED)
