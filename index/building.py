"""Which encoder an index is built with: an export of the model, or else the reference."""

import logging
import multiprocessing
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from corpus.types import Collection
from index.encoder import load_encoder
from index.encoders import of_same_weights
from index.export import export, export_int8
from index.onnx import QUESTIONS, OnnxEncoder
from index.storage import EXPORT, check_files, read_manifest
from index.types import DamagedIndex, Encoder, ForeignIndex, IndexFault, MissingIndex, StaleIndex

LOG = logging.getLogger("insight.index")


@contextmanager
def building_encoder(name: str, collection: Collection, index: Path) -> Iterator[Encoder]:
    """The encoder to build an index with: the export beside the one that is there, or a new one.

    A new export is made in a process of its own, whose memory is then given back. Where it can't
    be made or differs from the reference, the reference it is, and a warning says why; so too where
    questions can't be encoded by products of 8 bits.
    """
    found = _reusable(name, index)
    if found:
        yield found
        return
    with tempfile.TemporaryDirectory(prefix="insight-export-") as made:
        folder = Path(made)
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, context) as process:
            against = _outcome(process.submit(export, name, collection, folder))
            full = "" if against else _outcome(process.submit(export_int8, collection, folder))
        if against:
            LOG.warning("%s runs on sentence-transformers, not ONNX Runtime: %s", name, against)
        if full:
            LOG.warning("%s encodes questions without products of 8 bits: %s", name, full)
            for written in folder.glob(f"{QUESTIONS}*"):
                written.unlink()
        yield load_encoder(name) if against else OnnxEncoder(folder)


def _outcome(task: Future[str]) -> str:
    """What speaks against what a task made, its failing too; an `IndexFault` is raised anew."""
    error = task.exception()
    if isinstance(error, IndexFault):
        raise error
    return repr(error) if error else task.result()


def _reusable(name: str, index: Path) -> OnnxEncoder | None:
    try:
        generation, manifest = read_manifest(index)
        check_files(generation, manifest, thorough=True)
    except (MissingIndex, DamagedIndex, StaleIndex, ForeignIndex):
        return None
    return of_same_weights(name, generation / EXPORT)
