"""This project's whole answer on the boards, with quotations; passages are not ranked."""

from collections.abc import Sequence
from pathlib import Path

from assistant.open import default_index_folder, open_assistant
from benchmarks.peers.process import main
from corpus.load import BOARDS


class Answer:
    """The assistant as the service opens it; `model`, an export, is that beside its index."""

    def __init__(self, model: Path, hybrid: bool) -> None:
        pass

    def load_model(self) -> None:
        """Nothing to load."""

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """A link to the boards' index, which stands: it holds much more than their passages."""
        (folder / "boards").symlink_to(default_index_folder(BOARDS).resolve())

    def open(self, folder: Path) -> None:
        """The collection and its index, warmed up as the service does it."""
        self._assistant = open_assistant(index=folder / "boards")
        self._assistant.warm_up()

    def ask(self, query: str) -> list[int]:
        """No passages: what an answer is worth, `insight eval` measures."""
        self._assistant.ask(query)
        return []


if __name__ == "__main__":
    main(Answer)
