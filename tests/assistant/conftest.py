"""Real assistants, opened once: over the boards and over a small second collection."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.open import open_assistant
from tests.conftest import Opened

GARDENS = Path(__file__).parents[1] / "gardens"


@pytest.fixture(scope="session")
def boards(opened: Opened) -> Assistant:
    return opened.assistant


@pytest.fixture(scope="session")
def gardens(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_assistant(GARDENS, tmp_path_factory.mktemp("gardens") / "index")
