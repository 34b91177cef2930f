"""Which encoder an index is asked and built with: its model's export, or else the reference."""

import json
import logging
import multiprocessing
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from corpus.types import Collection
from index.encoder import load_encoder
from index.export import export
from index.model import weights_hash, weights_stamp
from index.onnx import CARD, OnnxEncoder
from index.storage import BUILD, EXPORT, check_files, read_manifest
from index.types import DamagedIndex, Encoder, ForeignIndex, IndexFault, MissingIndex, StaleIndex

LOG = logging.getLogger("insight.index")


def open_encoder(name: str, index: Path) -> Encoder:
    """The encoder to ask the index in that folder with.

    Raises `StaleIndex` where the export beside the index is of other weights, what `read_manifest`
    raises, and `IndexFault` where there is no such model.
    """
    generation, _ = read_manifest(index)
    if not (generation / EXPORT).is_dir():
        return load_encoder(name)
    found = _same(name, generation / EXPORT)
    if found is None:
        raise StaleIndex(f"{index}: built with another model or weights: {BUILD}")
    return found


@contextmanager
def building_encoder(name: str, collection: Collection, index: Path) -> Iterator[Encoder]:
    """The encoder to build an index with: the export beside the one that is there, or a new one.

    A new export is made in a process of its own, whose memory is then given back. Where it can't
    be made or differs from the reference, the reference it is, and a warning says why.
    """
    found = _reusable(name, index)
    if found:
        yield found
        return
    with tempfile.TemporaryDirectory(prefix="insight-export-") as made:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, context) as process:
            task = process.submit(export, name, collection, Path(made))
            error = task.exception()
        if isinstance(error, IndexFault):
            raise error
        against = repr(error) if error else task.result()
        if against:
            LOG.warning("%s runs on sentence-transformers, not ONNX Runtime: %s", name, against)
        yield load_encoder(name) if against else OnnxEncoder(Path(made))


def _reusable(name: str, index: Path) -> OnnxEncoder | None:
    try:
        generation, manifest = read_manifest(index)
        check_files(generation, manifest, thorough=True)
    except (MissingIndex, DamagedIndex, StaleIndex, ForeignIndex):
        return None
    return _same(name, generation / EXPORT)


def _same(name: str, folder: Path) -> OnnxEncoder | None:
    """The export in `folder`, if it was made of the weights that the model has now."""
    try:
        encoder = OnnxEncoder(folder)
        seen = json.loads((folder / CARD).read_text())["stamp"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if encoder.name != name:
        return None
    unchanged = seen != {} and seen == weights_stamp(name)
    return encoder if unchanged or encoder.fingerprint == weights_hash(name) else None
