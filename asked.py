"""What a person or a file hands in, questions fit to be asked out."""

import json
import unicodedata
from pathlib import Path

LONGEST_QUESTION = 2_000  # characters; page and API hold to the same
BATCH_MEND = 'write a JSON array of questions, such as ["What is Pause?", "Who runs it?"]'


class QuestionError(ValueError):
    """Why a question can't be asked, in a sentence for the person who asked it."""


class BatchError(ValueError):
    """Every fault of a batch file, each with its file, line and mend."""


def check_question(text: str) -> str:
    """The question without blanks round it; control characters become blanks.

    Any language passes. Raises `QuestionError` for what no collection could answer.
    """
    if "\0" in text:
        raise QuestionError("The question holds a NUL character: ask in plain text.")
    if any(unicodedata.category(c) == "Cs" for c in text):
        raise QuestionError("The question isn't valid text: save or send it as UTF-8.")
    shown = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text).strip()
    if not shown:
        raise QuestionError("The question is empty: write what you would like to know.")
    if len(shown) > LONGEST_QUESTION:
        raise QuestionError(
            f"The question has {len(shown):,} characters, and the most is {LONGEST_QUESTION:,}: "
            "shorten it to a sentence or two."
        )
    if not any(c.isalnum() for c in shown):
        raise QuestionError("The question has no words: write what you would like to know.")
    return shown


def read_batch(path: Path) -> list[list[str]]:
    """The conversations of `path`, one a line, each a JSON array of questions.

    Raises `BatchError` with all faults at once, before anything is asked.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").rstrip().split("\n")
    except UnicodeDecodeError as error:
        raise BatchError(f"{path}:1: not UTF-8 text: save the file as UTF-8") from error
    conversations, faults = [], []
    for number, line in enumerate(lines, start=1):
        try:
            conversations.append(_conversation(line))
        except ValueError as error:
            faults.append(f"{path}:{number}: {error}")
    if faults:
        raise BatchError("\n".join(faults))
    return conversations


def _conversation(line: str) -> list[str]:
    try:
        questions = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BatchError(f"not JSON: {BATCH_MEND}") from error
    if not isinstance(questions, list) or not questions:
        raise BatchError(f"not an array with a question in it: {BATCH_MEND}")
    checked = []
    for place, question in enumerate(questions, start=1):
        if not isinstance(question, str):
            raise BatchError(f"question {place} is not text: {BATCH_MEND}")
        try:
            checked.append(check_question(question))
        except QuestionError as error:
            raise BatchError(f"question {place}: {error}") from error
    return checked
