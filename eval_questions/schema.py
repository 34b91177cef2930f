"""What a file of questions may say; the keys are explained in `docs/evaluation.md`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from corpus.strict import Identifier, Strict, Text

Category = Literal[
    "list", "relation", "comparison", "fact", "paraphrase", "guidance", "link", "misspelt",
    "follow_up", "near_miss", "far_off",
]  # fmt: skip
CATEGORIES: tuple[str, ...] = get_args(Category)


@dataclass(frozen=True)
class GoldEntry(Strict):
    """A passage that a complete answer rests on: the document's id and its exact words."""

    document: Identifier
    quote: Text


@dataclass(frozen=True)
class QuestionEntry(Strict):
    """One question with all that a right answer holds. A list inside `facts` is any one of them."""

    id: Text
    category: Category
    question: Text
    status: Literal["answered", "partly", "not_covered", "small_talk"]
    conversation: Sequence[Text] = ()
    standalone: Text | None = None
    gold: Sequence[GoldEntry] = ()
    facts: Sequence[Text | list[Text]] = ()
    links: Sequence[Text] = ()
    missing: Sequence[Text] = ()


@dataclass(frozen=True)
class QuestionFile(Strict):
    """One file of a suite."""

    questions: list[QuestionEntry]
