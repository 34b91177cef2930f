"""What people call the parts of a collection."""

from assistant.language.words import content, language
from corpus.types import Document


def board_names(document: Document) -> list[str]:
    """`board 3`, `third board`, its title and `board on adopting`, for a board `3. Title`."""
    number, dot, title = document.board.partition(". ")
    if not dot or not number.isdigit():
        return []
    ordinals = language()["ordinals"]
    spelt = [word for word, place in ordinals.items() if place == int(number) - 1]
    cardinal = list(language()["numbers"])[int(number) - 1] if int(number) <= 12 else number
    names = [title, f"board {number}", f"board {cardinal}", *(f"{word} board" for word in spelt)]
    short = title.split(" in ")[0].split(" for ")[0]  # `Creating the conditions`
    subjects = [short, *_beginnings(short), *(word.text for word in content(short))]
    return [*names, *(f"board {on} {subject}" for on in ("on", "about") for subject in subjects)]


def section_names(document: Document) -> list[str]:
    """A section's heading and what it is called in short (`Core principles of innovation`)."""
    heading = document.section
    short = heading.split(" in ")[0].split(" for ")[0]
    shorter = short.split(" of ")[0]  # `Core principles`
    names = [heading, *(name for name in (short, shorter) if len(name.split()) > 1)]
    return [*names, *(name for long in names for name in _with_other_weight(long))]


def _with_other_weight(heading: str) -> list[str]:
    """`main elements`, `elements` for `Key elements`; nothing where it begins with no such word."""
    weight, _, rest = heading.partition(" ")
    weights = language()["weights"]
    return [rest, *(f"{word} {rest}" for word in weights)] if weight.lower() in weights else []


def _beginnings(title: str) -> list[str]:
    """The title's first words, `Scaling and spreading` of `Scaling and spreading innovation`."""
    spoken = title.split()
    return [" ".join(spoken[:count]) for count in range(2, len(spoken))]
