"""A question and the questions before it in, one that stands alone out."""

from collections.abc import Sequence


def standalone_query(question: str, earlier: Sequence[str]) -> str:
    """The question with the one before it in front, or alone where it is the first."""
    return f"{earlier[-1]} {question}" if earlier else question
