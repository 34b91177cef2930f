"""What people call the parts of a collection."""

from assistant.words import language
from corpus.types import Document


def board_names(document: Document) -> list[str]:
    """`board 3`, `board three` and its title, for a board `3. Title`."""
    number, dot, title = document.board.partition(". ")
    if not dot or not number.isdigit():
        return []
    ordinals = language()["ordinals"]
    spelt = [word for word, place in ordinals.items() if place == int(number) - 1]
    cardinal = list(language()["numbers"])[int(number) - 1] if int(number) <= 12 else number
    return [title, f"board {number}", f"board {cardinal}", *(f"{word} board" for word in spelt)]
