"""The boards with the index that everyone uses, built where it is missing or stale."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.open import default_index_folder, open_index
from corpus.load import BOARDS
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
def opened() -> Opened:
    found = open_index()
    return Opened(found.assistant(), found.index, found.encoder, default_index_folder(BOARDS))
