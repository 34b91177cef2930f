"""The relations of a collection laid out as a picture: origins left, who took them up right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from corpus.types import Collection, Document, Relation

WIDTH, GAP_ACROSS, GAP_DOWN, LINE, LETTERS = 190, 110, 14, 16, 24


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


def draw(collection: Collection) -> Graph:
    """The picture of every drawn relation between two different names."""
    kinds = drawn_kinds(collection)
    drawn = [r for r in collection.relations if r.kind in kinds and r.who != r.what]
    columns = _columns(drawn)
    nodes: dict[str, Node] = {}
    for number, column in enumerate(columns):
        y = 0
        for name in column:
            node = _node(collection, name, number * (WIDTH + GAP_ACROSS), y)
            nodes[name] = node
            y += node.height + GAP_DOWN
    edges = tuple(
        Edge(
            _path(nodes[r.what], nodes[r.who]),
            f"{nodes[r.who].name} {kinds[r.kind]} {nodes[r.what].name}",
            collection.by_id[r.document_id].text[r.start : r.end],
            collection.by_id[r.document_id],
        )
        for r in drawn
    )
    width = max((n.x + n.width for n in nodes.values()), default=0) + 2
    height = max((n.y + n.height for n in nodes.values()), default=0) + 2
    return Graph(width, height, tuple(nodes.values()), edges)


def _columns(relations: Iterable[Relation]) -> list[list[str]]:
    """Names by how many steps they stand from an origin; each near what it learned from."""
    origins: dict[str, list[str]] = {}
    for relation in relations:
        origins.setdefault(relation.who, []).append(relation.what)
        origins.setdefault(relation.what, [])

    def depth(name: str, seen: tuple[str, ...] = ()) -> int:
        nearer = [o for o in origins[name] if o not in seen]  # a circle is cut where it closes
        return 1 + max((depth(o, (*seen, name)) for o in nearer), default=-1)

    columns: list[list[str]] = []
    for name in origins:
        while len(columns) <= depth(name):
            columns.append([])
        columns[depth(name)].append(name)
    for before, column in pairwise(columns):
        place = {name: number for number, name in enumerate(before)}

        def height(name: str, place: dict[str, int] = place) -> float:
            near = [place[o] for o in origins[name] if o in place]
            return sum(near) / len(near) if near else len(place)

        column.sort(key=height)
    return columns


def _node(collection: Collection, name: str, x: int, y: int) -> Node:
    document = collection.by_id.get(name)
    shown = document.name if document else collection.settings.vocabulary.things[name].name
    lines = tuple(wrap(shown, LETTERS)) or (shown,)
    question = f"What is {shown}?" if document else f"Which projects learned from {shown}?"
    return Node(
        shown, question, document is not None, x + 1, y + 1, WIDTH, 14 + LINE * len(lines), lines
    )


def _path(start: Node, end: Node) -> str:
    """A curve from the right edge of one box to the left edge of another."""
    x1, y1 = start.x + start.width, start.y + start.height // 2
    x2, y2 = end.x, end.y + end.height // 2
    half = max((x2 - x1) // 2, 30)
    return f"M{x1} {y1}C{x1 + half} {y1} {x2 - half} {y2} {x2} {y2}"
