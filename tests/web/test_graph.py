from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from corpus.load import BOARDS, load_collection
from corpus.types import Collection
from web.graph import Graph, draw, drawn_kinds
from web.graph_down import draw_down

Draw = Callable[[Collection], Graph]
both_ways = pytest.mark.parametrize("draws", [draw, draw_down])


@both_ways
def test_every_drawn_relation_is_an_arrow_with_its_words(draws: Draw) -> None:
    collection = load_collection(BOARDS)
    graph = draws(collection)
    kinds = drawn_kinds(collection)
    drawn = [r for r in collection.relations if r.kind in kinds and r.who != r.what]
    assert len(graph.edges) == len(drawn)
    assert "Rethinking Social Care in Bradford adapted Mockingbird" in {
        edge.sentence for edge in graph.edges
    }
    for edge in graph.edges:
        assert edge.words in edge.document.text


@both_ways
def test_no_two_boxes_overlap_and_all_lie_within_the_picture(draws: Draw) -> None:
    graph = draws(load_collection(BOARDS))
    for number, a in enumerate(graph.nodes):
        assert a.x + a.width < graph.width
        assert a.y + a.height < graph.height
        for b in graph.nodes[number + 1 :]:
            apart_across = a.x + a.width <= b.x or b.x + b.width <= a.x
            assert apart_across or a.y + a.height <= b.y or b.y + b.height <= a.y


@pytest.mark.parametrize("name", ["Mockingbird", "Iceland"])
def test_a_name_asks_about_itself(name: str, assistant: Assistant) -> None:
    node = next(n for n in draw(assistant.collection).nodes if n.name == name)
    assert name in node.question
