"""The relations on the way from one thing to another, in a few steps."""

from collections.abc import Callable

from corpus.types import Collection, Relation

FURTHEST = 3  # steps from one thing to another


def ways(
    things: list[str], ends: Callable[[str, Relation], bool], collection: Collection
) -> set[Relation]:
    """The relations on each way of at most `FURTHEST` steps from a thing to where it `ends`.

    `ends` is told the thing that a way starts from and the relation that it has come to.
    """
    found: set[Relation] = set()
    steps: list[tuple[tuple[Relation, ...], str]] = [
        ((relation,), thing)
        for thing in things
        for relation in collection.relations
        if relation.who == thing
    ]
    while steps:
        way, start = steps.pop()
        if ends(start, way[-1]):
            found |= set(way)
        elif len(way) < FURTHEST:
            seen = {start, *(relation.what for relation in way)}
            steps += [
                ((*way, relation), start)
                for relation in collection.relations
                if relation.who == way[-1].what and relation.what not in seen
            ]
    return found
