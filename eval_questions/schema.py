"""What a file of questions may say; the keys are explained in `docs/evaluation.md`."""

from typing import Literal, get_args

from corpus.schema import Identifier, Strict, Text

Category = Literal[
    "list", "relation", "comparison", "fact", "paraphrase", "guidance", "link", "misspelt",
    "follow_up", "near_miss", "far_off",
]  # fmt: skip
CATEGORIES: tuple[str, ...] = get_args(Category)


class GoldEntry(Strict):
    """A passage that a complete answer rests on: the document's id and its exact words."""

    document: Identifier
    quote: Text


class QuestionEntry(Strict):
    """One question with all that a right answer holds. A list inside `facts` is any one of them."""

    id: Text
    category: Category
    question: Text
    status: Literal["answered", "partly", "not_covered", "small_talk"]
    conversation: list[Text] = []
    standalone: Text | None = None
    gold: list[GoldEntry] = []
    facts: list[Text | list[Text]] = []
    links: list[Text] = []
    missing: list[Text] = []


class QuestionFile(Strict):
    """One file of a suite."""

    questions: list[QuestionEntry]
