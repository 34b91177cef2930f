"""What the page's parts need of the rest: something to ask, and the keeper's few settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.types import Answer
from corpus.types import Collection

LONGEST_QUESTION = 2000  # characters; the API holds to the same
LONGEST_CONVERSATION = 50  # questions


class Asked(Protocol):
    """What answers questions over one collection."""

    @property
    def collection(self) -> Collection:
        """The texts that it answers from."""

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to a question of a conversation."""


class Settings(Protocol):
    """What a keeper sets that the page heeds."""

    @property
    def feedback(self) -> Path | None:
        """The SQLite file that holds feedback; None where none is asked for."""


@dataclass(frozen=True, slots=True)
class PageSettings:
    """The page's settings by themselves."""

    feedback: Path | None = None


class QuestionError(ValueError):
    """Why a question can't be asked, in a sentence for the person who asked it."""


def check_question(question: str) -> str:
    """The question without blanks round it and without control characters.

    Raises `QuestionError` where nothing is left or it is too long.
    """
    shown = "".join(c if c.isprintable() or c == "\n" else " " for c in question).strip()
    if not shown:
        raise QuestionError("Please type a question first.")
    if len(shown) > LONGEST_QUESTION:
        raise QuestionError(
            f"That question has {len(shown):,} characters; the most is {LONGEST_QUESTION:,}. "
            "Please shorten it: a sentence or two is best."
        )
    return shown
