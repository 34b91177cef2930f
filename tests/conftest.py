"""The boards with an index of their own, built once for all tests that need the real model."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.open import open_index
from index.search import Index
from index.types import Encoder


@dataclass(frozen=True)
class Opened:
    """An assistant with its index, where that is kept, and its encoder."""

    assistant: Assistant
    index: Index
    encoder: Encoder
    folder: Path


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("index") / "boards"
    found = open_index(index=folder)
    return Opened(found.assistant(), found.index, found.encoder, folder)
