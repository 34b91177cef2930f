"""What phrases of a text stand for: documents, things, values of facets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What a phrase may stand for: a document, a thing, a value of a facet or the lack of it."""

    kind: str
    name: str
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of a text, from `start` to before `end`, and what it stands for."""

    start: int
    end: int
    targets: tuple[Target, ...]

    def names(self, kind: str) -> list[str]:
        """The names of its targets of one kind."""
        return [target.name for target in self.targets if target.kind == kind]
