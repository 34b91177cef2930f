"""What `insight doctor` finds: Python, libraries, collection, model, index, the right to write."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = "insight-assistant"
OLDEST_PYTHON = (3, 11)
INSTALL = "run `make install`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `good`, or at fault with the mend."""

    good: bool
    text: str


def findings(corpus: Path | None, index: Path | None, model: str | None) -> Iterator[Finding]:
    """Everything that was looked at, in order; later parts wait for the libraries."""
    yield check_python()
    yield from check_libraries()
    try:
        yield from check_collection(corpus, index, model)
    except ImportError as error:
        yield Finding(False, f"a library can't be imported ({error}): {INSTALL}")


def check_python() -> Finding:
    """Whether this Python is new enough."""
    found = sys.version.split()[0]
    oldest = ".".join(map(str, OLDEST_PYTHON))
    if sys.version_info < OLDEST_PYTHON:
        return Finding(False, f"Python {found}: {oldest} or later is needed: {INSTALL} with it")
    return Finding(True, f"Python {found}")


def check_libraries() -> Iterator[Finding]:
    """Every library that the project needs, its version held against the range asked for."""
    try:
        wanted = [Requirement(line) for line in requires(PROJECT) or []]
    except PackageNotFoundError:
        yield Finding(False, f"{PROJECT}: not installed in this Python: {INSTALL}")
        return
    for requirement in wanted:
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield check_library(requirement)


def check_library(requirement: Requirement) -> Finding:
    """Whether one library is installed in a version that will do."""
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return Finding(False, f"{requirement.name}: not installed: {INSTALL}")
    if not requirement.specifier.contains(found, prereleases=True):
        return Finding(False, f"{requirement.name} {found}: needs {requirement}: {INSTALL}")
    return Finding(True, f"{requirement.name} {found}")


def check_collection(
    corpus: Path | None, index: Path | None, model: str | None
) -> Iterator[Finding]:
    """The collection, the model, the index over the one by the other, and the right to write it.

    A missing or stale index is no fault: the next question builds it.
    """
    from assistant.open import default_index_folder
    from corpus.load import BOARDS, load_collection
    from corpus.types import CorpusError
    from index.encoder import load_encoder
    from index.encoders import open_encoder
    from index.model import own_model
    from index.storage import load_index
    from index.types import DamagedIndex, ForeignIndex, IndexFault, MissingIndex, StaleIndex

    corpus = corpus or BOARDS
    folder = index or default_index_folder(corpus)
    yield check_writing(folder)
    try:
        collection = load_collection(corpus)
    except CorpusError as error:
        yield Finding(False, f"collection: {len(error.faults)} faults: run `insight check`")
        return
    yield Finding(True, f"collection: {len(collection.documents)} documents in {corpus}")
    try:
        model = model or own_model(corpus)
        reference = load_encoder(model)
    except IndexFault as error:
        yield Finding(False, f"model: {error}")
        return
    yield Finding(True, f"model {reference.name}: weights {reference.fingerprint}")
    try:
        encoder = open_encoder(model, folder)
        found = load_index(collection, encoder, folder)
    except MissingIndex as error:
        yield Finding(True, f"index missing: {error}, or ask a question")
    except StaleIndex as error:
        yield Finding(True, f"index stale: {error}, or ask a question")
    except (DamagedIndex, ForeignIndex) as error:
        state = "damaged" if isinstance(error, DamagedIndex) else "foreign"
        yield Finding(False, f"index {state}: {error}")
    else:
        yield Finding(True, f"index present: {len(found.passages)} passages in {folder}")
        yield Finding(True, f"questions are encoded by {encoder.runner}")


def check_writing(folder: Path) -> Finding:
    """Whether the index folder, or the folder in which it would be made, can be written to."""
    there = next(path for path in (folder, *folder.resolve().parents) if path.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        return Finding(False, f"{there}: can't be written to: choose another with --index")
    return Finding(True, f"{there}: can be written to")
