"""A corpus folder and an index folder in, a ready assistant out; the index is built if need be."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_cache_path

from assistant.assistant import Assistant
from corpus.load import BOARDS, load_collection
from corpus.types import Collection
from index.encoder import PACKAGED, load_encoder
from index.search import Index
from index.storage import load_index, load_reusable, save_index
from index.types import DamagedIndex, Encoder, MissingIndex, StaleIndex

Progress = Callable[[int, int], object]


def default_index_folder(corpus: Path) -> Path:
    """Where the index of a corpus folder is kept unless the person says otherwise."""
    key = hashlib.sha256(str(corpus.resolve()).encode()).hexdigest()[:12]
    return user_cache_path("insight") / f"{corpus.name}-{key}"


def open_assistant(
    corpus: Path = BOARDS,
    index: Path | None = None,
    model: str = PACKAGED,
    progress: Progress = lambda done, total: None,
) -> Assistant:
    """An assistant over the collection in `corpus`.

    A missing, stale or damaged index is built first, and `progress` told of it. Raises
    `CorpusError` where the collection is at fault and `ForeignIndex` where the folder holds
    something else.
    """
    collection = load_collection(corpus)
    encoder = load_encoder(model)
    folder = index or default_index_folder(corpus)
    try:
        found = load_index(collection, encoder, folder)
    except (MissingIndex, StaleIndex, DamagedIndex):
        found = build_index(collection, encoder, folder, progress)
    return Assistant(collection, found, encoder)


def build_index(
    collection: Collection, encoder: Encoder, folder: Path, progress: Progress
) -> Index:
    """The collection's index, built and stored; only what changed is encoded."""
    built = Index.build(collection, encoder, load_reusable(encoder, folder), progress)
    save_index(built, collection, encoder, folder)
    return load_index(collection, encoder, folder)
