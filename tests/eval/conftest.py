"""The boards' assistant with an index of its own, a sample of the questions, and its run."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from assistant.assistant import Assistant
from assistant.open import open_assistant
from eval_questions.dataset import BOARDS, Question, load_questions
from eval_questions.record import Stamp
from eval_questions.run import Run, run_suite
from index.encoder import SentenceEncoder, load_encoder
from index.search import Index
from index.storage import load_index

torch.set_num_threads(1)  # single questions: threads only wait for each other
STAMP = Stamp("test", "model", "weights", "corpus", "questions")


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


@pytest.fixture(scope="session")
def questions(opened: Opened) -> tuple[Question, ...]:
    """Every sixth question: some of each category."""
    return load_questions(BOARDS, opened.assistant.collection)[::6]


@pytest.fixture(scope="session")
def run(opened: Opened, questions: tuple[Question, ...]) -> Run:
    return run_suite(questions, opened.assistant, opened.index, opened.encoder)
