"""The relations of a collection laid out as a picture: origins left, who took them up right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from corpus.types import Collection, Document, Relation

WIDTH, GAP_ACROSS, GAP_DOWN, LINE, LETTERS = 190, 110, 14, 16, 24

Place = str | tuple[str, str]  # a name; or an arrow, from and to, on its way past a column


@dataclass(frozen=True, slots=True)
class Node:
    """A box with a name; choosing it asks `question`."""

    name: str
    question: str
    document: bool
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from an origin to who took it up, and the words that show it."""

    path: str
    sentence: str
    words: str
    document: Document


@dataclass(frozen=True, slots=True)
class Graph:
    """A picture's boxes and arrows, in the units of its SVG."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def drawn_kinds(collection: Collection) -> dict[str, str]:
    """The kinds of relation that are drawn, each with the words for its arrow."""
    kinds = collection.settings.vocabulary.relations
    return {name: kind.arrow for name, kind in kinds.items() if kind.arrow}


def drawn_relations(collection: Collection) -> list[Relation]:
    """Every relation that is drawn: of a drawn kind, and between two different names."""
    kinds = drawn_kinds(collection)
    return [r for r in collection.relations if r.kind in kinds and r.who != r.what]


def draw(collection: Collection) -> Graph:
    """The picture from left to right, for a wide page."""
    drawn = drawn_relations(collection)
    nodes: dict[str, Node] = {}
    ways: dict[tuple[str, str], list[tuple[int, int]]] = {}  # where an arrow passes a column
    for number, column in enumerate(_columns(drawn)):
        x = y = 0
        for item in column:
            x = number * (WIDTH + GAP_ACROSS)
            if isinstance(item, str):
                nodes[item] = box(collection, item, x, y)
                y += nodes[item].height + GAP_DOWN
            else:
                ways.setdefault(item, []).append((x, y + GAP_DOWN // 2))
                y += 2 * GAP_DOWN
    paths = [_path(nodes[r.what], ways.get((r.what, r.who), []), nodes[r.who]) for r in drawn]
    return whole(collection, nodes, paths)


def whole(
    collection: Collection, nodes: dict[str, Node], paths: Iterable[str], margin: int = 0
) -> Graph:
    """The picture of boxes by name and a path for each drawn relation; `margin` on the right."""
    kinds = drawn_kinds(collection)
    edges = tuple(
        Edge(
            path,
            f"{nodes[r.who].name} {kinds[r.kind]} {nodes[r.what].name}",
            collection.by_id[r.document_id].text[r.start : r.end],
            collection.by_id[r.document_id],
        )
        for r, path in zip(drawn_relations(collection), paths, strict=True)
    )
    width = max((n.x + n.width for n in nodes.values()), default=0) + 2 + margin
    height = max((n.y + n.height for n in nodes.values()), default=0) + 2
    return Graph(width, height, tuple(nodes.values()), edges)


def _columns(relations: Iterable[Relation]) -> list[list[Place]]:
    """Names by how many steps they stand from an origin; each near what it learned from.

    An arrow over more than one step has a place of its own in each column that it passes.
    """
    origins: dict[str, list[str]] = {}
    for relation in relations:
        origins.setdefault(relation.who, []).append(relation.what)
        origins.setdefault(relation.what, [])

    def depth(name: str, seen: tuple[str, ...] = ()) -> int:
        nearer = [o for o in origins[name] if o not in seen]  # a circle is cut where it closes
        return 1 + max((depth(o, (*seen, name)) for o in nearer), default=-1)

    steps = {name: depth(name) for name in origins}
    columns: list[list[Place]] = [[] for _ in range(max(steps.values(), default=-1) + 1)]
    before: dict[Place, list[Place]] = {}  # what each place is drawn from, one column to the left
    for name, step in steps.items():
        columns[step].append(name)
        for origin in dict.fromkeys(origins[name]):
            passed = range(steps[origin] + 1, step)
            for column in passed:
                columns[column].append((origin, name))
                before.setdefault((origin, name), [origin])
            before.setdefault(name, []).append((origin, name) if passed else origin)
    for left, column_places in pairwise(columns):
        place = {item: number for number, item in enumerate(left)}
        column_places.sort(key=lambda item: _middle(before.get(item, []), place))
    return columns


def _middle(items: Iterable[Place], place: dict[Place, int]) -> float:
    """How far down, on average, the items stand; below everything where none does."""
    found = [place[item] for item in items if item in place]
    return sum(found) / len(found) if found else len(place)


def box(collection: Collection, name: str, x: int, y: int) -> Node:
    """The box of a name, its upper left corner at `x`, `y`."""
    document = collection.by_id.get(name)
    shown = document.name if document else collection.settings.vocabulary.things[name].name
    lines = tuple(wrap(shown, LETTERS)) or (shown,)
    question = f"What is {shown}?" if document else f"Which projects learned from {shown}?"
    return Node(
        shown, question, document is not None, x + 1, y + 1, WIDTH, 14 + LINE * len(lines), lines
    )


def _path(start: Node, between: Iterable[tuple[int, int]], end: Node) -> str:
    """A curve from the right edge of one box to the left edge of another, past those between."""
    x, y = start.x + start.width, start.y + start.height // 2
    path = f"M{x} {y}"
    for across, down in between:
        path += f"{_curve(x, y, across, down)}H{across + WIDTH}"
        x, y = across + WIDTH, down
    return path + _curve(x, y, end.x, end.y + end.height // 2)


def _curve(x1: int, y1: int, x2: int, y2: int) -> str:
    half = max((x2 - x1) // 2, 30)
    return f"C{x1 + half} {y1} {x2 - half} {y2} {x2} {y2}"
