"""A corpus folder and an index folder in, a ready assistant out; the index is built if need be."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from assistant.assistant import Assistant
from assistant.memory import kept_for_good
from corpus.load import BOARDS, load_collection
from corpus.types import Collection
from index.encoders import open_encoder
from index.model import own_model
from index.search import Index
from index.storage import load_collection_of, load_index, load_reusable, save_index
from index.types import DamagedIndex, Encoder, MissingIndex, StaleIndex

Progress = Callable[[int, int], object]


def default_index_folder(corpus: Path) -> Path:
    """Where the index of a corpus folder is kept unless the person says otherwise."""
    key = hashlib.sha256(str(corpus.resolve()).encode()).hexdigest()[:12]
    return user_cache_path("insight") / f"{corpus.name}-{key}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A collection with its index, and the encoder to ask that with."""

    collection: Collection
    index: Index
    encoder: Encoder

    def assistant(self) -> Assistant:
        """An assistant that answers from it."""
        return Assistant(self.collection, self.index, self.encoder)


def open_index(
    corpus: Path = BOARDS,
    index: Path | None = None,
    model: str | None = None,
    progress: Progress = lambda done, total: None,
) -> Opened:
    """The collection in `corpus` with its index.

    `model`: the collection's own unless another is named. A missing, stale or damaged index is
    built first, and `progress` told of it. Raises
    `CorpusError` where the collection is at fault and `ForeignIndex` where the folder holds
    something else.
    """
    folder = index or default_index_folder(corpus)
    model = model or own_model(corpus)
    with kept_for_good():
        collection = load_collection_of(folder, corpus) or load_collection(corpus)
    try:
        encoder = open_encoder(model, folder)
        found = load_index(collection, encoder, folder)
    except (MissingIndex, StaleIndex, DamagedIndex):
        return build(collection, folder, model, progress)
    return Opened(collection, found, encoder)


def open_assistant(
    corpus: Path = BOARDS,
    index: Path | None = None,
    model: str | None = None,
    progress: Progress = lambda done, total: None,
) -> Assistant:
    """An assistant over the collection in `corpus`, opened as by `open_index`."""
    return open_index(corpus, index, model, progress).assistant()


def build(collection: Collection, folder: Path, model: str, progress: Progress) -> Opened:
    """The collection with its index, built and stored, and with the encoder that is kept there."""
    from index.building import building_encoder  # opening an index needs no other process

    with building_encoder(model, collection, folder) as encoder:
        index = build_index(collection, encoder, folder, progress)
    return Opened(collection, index, open_encoder(model, folder))


def build_index(
    collection: Collection, encoder: Encoder, folder: Path, progress: Progress
) -> Index:
    """The collection's index, built and stored; only what changed is encoded."""
    built = Index.build(collection, encoder, load_reusable(encoder, folder), progress)
    save_index(built, collection, encoder, folder)
    return load_index(collection, encoder, folder)
