"""The same picture from top to bottom, for a narrow page: who took something up stands under it."""

from corpus.types import Collection
from web.graph import GAP_DOWN, Graph, Node, box, drawn_relations, whole

INDENT, STEM, ROOM = 24, 12, 44  # units of the SVG: a step in, where an arrow starts, for arcs


def draw_down(collection: Collection) -> Graph:
    """The picture in one column; a second origin's arrow runs round on the right."""
    drawn = drawn_relations(collection)
    learners: dict[str, list[str]] = {}
    for relation in drawn:
        learners.setdefault(relation.what, []).append(relation.who)
    taught = {relation.who for relation in drawn}
    nodes: dict[str, Node] = {}
    parents: dict[str, str] = {}

    def place(name: str, depth: int) -> None:
        below = max((n.y + n.height + GAP_DOWN for n in nodes.values()), default=0)
        nodes[name] = box(collection, name, depth * INDENT, below)
        for learner in learners.get(name, ()):
            if learner not in nodes:
                parents[learner] = name
                place(learner, depth + 1)

    for name in sorted(learners, key=taught.__contains__):  # origins first; circles come last
        if name not in nodes:
            place(name, 0)
    edge = max((n.x + n.width for n in nodes.values()), default=0)
    arcs = [
        _elbow(nodes[r.what], nodes[r.who])
        if parents.get(r.who) == r.what
        else _arc(nodes[r.what], nodes[r.who], edge)
        for r in drawn
    ]
    return whole(collection, nodes, arcs, ROOM)


def _elbow(origin: Node, learner: Node) -> str:
    """Down from under the origin, then right to the box of who learned from it."""
    start, down = origin.y + origin.height, learner.y + learner.height // 2
    return f"M{origin.x + STEM} {start}V{down}H{learner.x}"


def _arc(origin: Node, learner: Node, edge: int) -> str:
    """Round on the right, farther out the farther the two stand from each other."""
    y1, y2 = origin.y + origin.height // 2, learner.y + learner.height // 2
    out = edge + min(ROOM + 12, 20 + abs(y2 - y1) // 6)
    return f"M{origin.x + origin.width} {y1}C{out} {y1} {out} {y2} {learner.x + learner.width} {y2}"
