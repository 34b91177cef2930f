"""A collection kept as JSON is the one that its YAML gives; an index gives back only its own."""

import shutil
from pathlib import Path

from assistant.open import build_index
from corpus.kept import from_json, to_json
from corpus.load import BOARDS, load_collection
from index.storage import load_collection_of
from tests.index.fake import FakeEncoder

FARM = """
title: Farms
documents:
  - id: oats
    title: Oats
    text: Oats are sown in spring.
"""


def test_the_boards_come_back_whole() -> None:
    boards = load_collection(BOARDS)
    assert from_json(to_json(boards), BOARDS) == boards
    assert from_json(to_json(boards), BOARDS).digest == boards.digest


def test_the_logo_is_where_the_collection_lies_now(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    (before / "farm.yaml").write_text(FARM)
    (before / "collection.yaml").write_text("logo: sheaf.svg")
    (before / "sheaf.svg").write_text("<svg/>")
    shutil.copytree(before, after)
    kept = from_json(to_json(load_collection(before)), after)
    assert kept.logo == after / "sheaf.svg"


def test_an_index_gives_its_collection_until_a_file_of_either_changes(tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "farm.yaml").write_text(FARM)
    assert load_collection_of(index, corpus) is None
    farm = load_collection(corpus)
    build_index(farm, FakeEncoder(), index, lambda done, total: None)
    assert load_collection_of(index, corpus) == farm
    (corpus / "farm.yaml").write_text(FARM + " \n")
    assert load_collection_of(index, corpus) is None
    (corpus / "farm.yaml").write_text(FARM)
    next(index.glob("*/collection.json")).write_text("{}")
    assert load_collection_of(index, corpus) is None
