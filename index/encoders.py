"""Which encoder an index is asked with: its model's export, or else the reference."""

import json
from pathlib import Path

from index.encoder import load_encoder
from index.model import weights_hash, weights_stamp
from index.onnx import CARD, OnnxEncoder
from index.storage import BUILD, EXPORT, read_manifest
from index.types import Encoder, StaleIndex


def open_encoder(name: str, index: Path) -> Encoder:
    """The encoder to ask the index in that folder with.

    Raises `StaleIndex` where the export beside the index is of other weights, what `read_manifest`
    raises, and `IndexFault` where there is no such model.
    """
    generation, _ = read_manifest(index)
    if not (generation / EXPORT).is_dir():
        return load_encoder(name)
    if of_same_weights(name, generation / EXPORT) is None:
        raise StaleIndex(f"{index}: built with another model or weights: {BUILD}")
    return OnnxEncoder(generation / EXPORT, of_questions=True)


def of_same_weights(name: str, folder: Path) -> OnnxEncoder | None:
    """The export in `folder`, if it was made of the weights that the model has now."""
    try:
        encoder = OnnxEncoder(folder)
        seen = json.loads((folder / CARD).read_text())["stamp"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    unchanged = seen != {} and seen == weights_stamp(name)
    return encoder if unchanged or encoder.fingerprint == weights_hash(name) else None
