"""The boards with an index of their own, built once for all tests that need the real model."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from assistant.assistant import Assistant
from assistant.open import open_assistant
from index.encoder import SentenceEncoder, load_encoder
from index.search import Index
from index.storage import load_index

torch.set_num_threads(1)  # single questions: threads only wait for each other


@dataclass(frozen=True)
class Opened:
    """An assistant with its index, where that is kept, and its encoder."""

    assistant: Assistant
    index: Index
    encoder: SentenceEncoder
    folder: Path


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("index") / "boards"
    assistant = open_assistant(index=folder)
    encoder = load_encoder()
    return Opened(assistant, load_index(assistant.collection, encoder, folder), encoder, folder)
