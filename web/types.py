"""What the page's parts need of the rest: something to ask, and the keeper's few settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.types import Answer
from corpus.types import Collection
from service.questions import EARLIER_QUESTIONS, QUESTION_CHARACTERS


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
    if len(shown) > QUESTION_CHARACTERS:
        raise QuestionError(
            f"That question has {len(shown):,} characters; the most is {QUESTION_CHARACTERS:,}. "
            "Please shorten it: a sentence or two is best."
        )
    return shown


def check_earlier(earlier: Sequence[str]) -> list[str]:
    """The earlier questions of a conversation, each checked.

    Raises `QuestionError` where there are more than a question may carry along.
    """
    if len(earlier) > EARLIER_QUESTIONS:
        raise QuestionError(
            f"This conversation has {EARLIER_QUESTIONS + 1} questions, the most that it can: "
            "please start a new one."
        )
    return [check_question(question) for question in earlier]
