"""An index on disk: written beside, checked by its manifest, swapped in one step.

`FOLDER/CURRENT` names the generation in use; each generation is a folder with its manifest.
"""

import json
import shutil
import tempfile
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from corpus.kept import from_json, to_json
from corpus.load import digest
from corpus.types import Collection, Passage
from index.files import Stamp, sha256, stamp
from index.ranker import Ranker
from index.search import PASSAGES, Index
from index.types import DamagedIndex, Encoder, ForeignIndex, IndexFault, MissingIndex, StaleIndex

FORMAT = 15  # one more whenever other files are written, or YAML is read in another way
LIBRARIES = ("faiss-cpu", "numpy", "PyStemmer", "sentencex")
COLLECTION = "collection.json"  # what the index was built from
EXPORT = "encoder"  # the part of a generation that holds the exported model
BUILD = "run `insight build`"


def save_index(index: Index, collection: Collection, encoder: Encoder, folder: Path) -> None:
    """Write the index and make it the current one, in one step, after all its files stand.

    Raises `ForeignIndex` where the folder holds something else.
    """
    if folder.is_dir() and any(folder.iterdir()) and not _is_ours(folder):
        raise ForeignIndex(f"{folder}: holds other files: name an empty folder for the index")
    folder.mkdir(parents=True, exist_ok=True)
    generation = Path(tempfile.mkdtemp(prefix="generation-", dir=folder))
    try:
        if encoder.folder:
            shutil.copytree(encoder.folder, generation / EXPORT)
        (generation / COLLECTION).write_bytes(to_json(collection))
        for name, ranker in index.rankers.items():
            ranker.save(generation / name)
        for name, level in (("passages", index.passages), ("sentences", index.sentences)):
            (generation / f"{name}.json").write_text(json.dumps([asdict(p) for p in level]))
        owners = {name: rows.tolist() for name, rows in index.owners.items()}
        (generation / "owners.json").write_text(json.dumps(owners))
        manifest = identity(collection, encoder) | {"files": _seals(generation)}
        (generation / "manifest.json").write_text(json.dumps(manifest, indent=2))
        pointer = generation / "CURRENT"
        pointer.write_text(generation.name)
        pointer.replace(folder / "CURRENT")
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    for old in folder.glob("generation-*"):
        if old != generation:
            shutil.rmtree(old, ignore_errors=True)


def load_index(collection: Collection, encoder: Encoder, folder: Path) -> Index:
    """The current index of `folder`, whole and built for this collection and model.

    Raises `MissingIndex`, `StaleIndex`, `DamagedIndex` or `ForeignIndex`, each with its mend.
    """
    generation, manifest = read_manifest(folder)
    wanted = identity(collection, encoder)
    changed = [key for key, value in wanted.items() if manifest.get(key) != value]
    if changed:
        raise StaleIndex(f"{folder}: built with another {', '.join(changed)}: {BUILD}")
    check_files(generation, manifest)
    return _read(generation)


def load_collection_of(folder: Path, corpus: Path) -> Collection | None:
    """The collection in `corpus` as the index in `folder` holds it; None where that is of another.

    It was checked when the index was built, and none of its files has changed since.
    """
    try:
        generation, manifest = read_manifest(folder)
        check_files(generation, manifest)
    except IndexFault:
        return None
    if manifest["corpus"] != digest(corpus):
        return None
    return from_json((generation / COLLECTION).read_bytes(), corpus)


def load_reusable(encoder: Encoder, folder: Path) -> Index | None:
    """The index of `folder`, of whatever texts, if its vectors come from this very model."""
    try:
        generation, manifest = read_manifest(folder)
        check_files(generation, manifest, thorough=True)
    except (MissingIndex, DamagedIndex, ForeignIndex, StaleIndex):
        return None
    return _read(generation) if manifest["weights"] == encoder.fingerprint else None


def check_files(generation: Path, manifest: dict[str, Any], thorough: bool = False) -> None:
    """Raise `DamagedIndex` where a file of the generation has not the bytes that were written.

    A file whose stamp is as it was then is not read, unless `thorough`.
    """
    for name, (seal, sha) in manifest["files"].items():
        path = generation / name
        if not path.is_file() or not (
            (not thorough and stamp(path) == seal)
            or (path.stat().st_size == seal[0] and sha256(path) == sha)
        ):
            raise DamagedIndex(f"{path}: missing or not as it was written: {BUILD}")


def read_manifest(folder: Path) -> tuple[Path, dict[str, Any]]:
    """The current generation's folder and its manifest.

    Raises `MissingIndex`, `DamagedIndex`, `StaleIndex` (another format) or `ForeignIndex`.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        raise MissingIndex(f"{folder}: no index yet: {BUILD}")
    if not _is_ours(folder):
        raise ForeignIndex(f"{folder}: not an index of this program: name another folder")
    try:
        generation = folder / (folder / "CURRENT").read_text().strip()
        manifest = json.loads((generation / "manifest.json").read_text())
        if manifest["format"] != FORMAT:
            raise StaleIndex(f"{folder}: index format {manifest['format']}, not {FORMAT}: {BUILD}")
        manifest["files"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedIndex(f"{folder}: its manifest can't be read ({error}): {BUILD}") from error
    return generation, manifest


def identity(collection: Collection, encoder: Encoder) -> dict[str, Any]:
    """What an index depends on; it is stale as soon as one of these differs."""
    return {
        "format": FORMAT,
        "dimension": encoder.dimension,
        "weights": encoder.fingerprint,
        "corpus": collection.digest,
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / "CURRENT").exists() or any(folder.glob("generation-*")))


def _read(generation: Path) -> Index:
    levels = {
        name: [Passage(**item) for item in json.loads((generation / f"{name}.json").read_text())]
        for name in ("passages", "sentences")
    }
    owners = {
        name: np.array(rows, np.int64)
        for name, rows in json.loads((generation / "owners.json").read_text()).items()
    }
    rankers = {name: Ranker.load(generation / name, name != PASSAGES) for name in owners}
    return Index(levels["passages"], levels["sentences"], rankers, owners)


def _seals(folder: Path) -> dict[str, tuple[Stamp, str]]:
    """For each file of the generation, by its name there, its stamp and its hash."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (stamp(path), sha256(path)) for path in files}
