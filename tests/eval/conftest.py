"""A sample of the boards' questions, and its run."""

import pytest

from eval_questions.dataset import BOARDS, Question, load_questions
from eval_questions.record import Stamp
from eval_questions.run import Run, run_suite
from tests.conftest import Opened

STAMP = Stamp("test", "model", "weights", "corpus", "questions")


@pytest.fixture(scope="session")
def questions(opened: Opened) -> tuple[Question, ...]:
    """Every sixth question: some of each category."""
    return load_questions(BOARDS, opened.assistant.collection)[::6]


@pytest.fixture(scope="session")
def run(opened: Opened, questions: tuple[Question, ...]) -> Run:
    return run_suite(questions, opened.assistant, opened.index, opened.encoder)
