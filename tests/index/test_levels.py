"""The levels of an index, each with its own texts: built, saved and loaded, empty or not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.schema import Settings
from corpus.types import Collection, Itself, Member, PlainWording, Property
from index.search import Index
from index.storage import load_index, load_reusable
from tests.index.fake import FARMS, FakeEncoder, collection, document, encoding
from tests.index.test_storage import QUESTION, save


def test_everyday_wordings_are_searched_and_never_shown() -> None:
    text = "Cider is pressed from apples. It is sold in jars."
    farm = document("cider", text, (PlainWording(text.index("It is"), "how much it costs"),))
    index = Index.build(Collection((farm,), Settings()), FakeEncoder())
    assert index.owners["wordings"].tolist() == [0, 1, 1]
    assert index.wording_rows.tolist() == [[0, -1], [1, 2]]
    assert [sentence.text for sentence in index.sentences] == [
        "Cider is pressed from apples.", "It is sold in jars.",
    ]  # fmt: skip
    assert index.rows_of("wordings", 1).tolist() == [1, 2]
    assert index.sentences_of(["cider"]).tolist() == [0, 1]


def everything() -> Collection:
    """A farm with everyday wordings, something unsaid, a property, and another subject."""
    text = "Cider is pressed from apples. It is sold in jars."
    plain = (PlainWording(text.index("It is"), "how much it costs"),)
    farm = replace(document("cider", text, plain), unsaid=("who drinks cider?",))
    shared = Property("drinks", ("something to drink",), (Member("cider", 0, 5),))
    return Collection(
        (farm,),
        Settings(),
        (shared,),
        (),
        ("bin day",),
        (Itself("I am a machine.", ("who are you?",)),),
        digest="everything",
    )


@pytest.mark.parametrize(
    ("farms", "sizes"),
    [
        (
            collection(**FARMS),
            {"passages": 3, "wordings": 5, "unsaid": 0, "phrases": 0, "outside": 0},
        ),
        (
            everything(),
            {"passages": 1, "wordings": 3, "unsaid": 1, "phrases": 2, "outside": 2},
        ),
    ],
)
def test_every_level_is_saved_and_loaded_empty_or_not(
    farms: Collection, sizes: dict[str, int], tmp_path: Path
) -> None:
    save(tmp_path / "index", farms)
    encoder = FakeEncoder()
    built, loaded = Index.build(farms, encoder), load_index(farms, encoder, tmp_path / "index")
    assert {name: len(ranker) for name, ranker in loaded.rankers.items()} == sizes
    query = encoding(QUESTION)
    for name, size in sizes.items():
        one, other, rows = built.rankers[name], loaded.rankers[name], np.arange(size)
        assert loaded.owners[name].tolist() == built.owners[name].tolist()
        assert other.cosines(query).tolist() == one.cosines(query).tolist()
        assert other.bm25(QUESTION).tolist() == one.bm25(QUESTION).tolist()
        similar = other.similarities(query, rows)
        assert similar.shape == (4, size)
        assert similar.tolist() == one.similarities(query, rows).tolist()
    assert load_reusable(encoder, tmp_path / "index") is not None
