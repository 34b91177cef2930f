"""A model in, the same weights for ONNX Runtime out, held against the reference."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.types import Collection
from index.encoder import load_encoder
from index.model import weights_stamp
from index.onnx import CARD, GRAPH, PROJECTION, TOKENIZER, OnnxEncoder, fuse
from index.texts import cut
from index.types import Encoder, Floats

LEAST_COSINE = 0.9999
TOP = 10
TIE = 1e-4  # two cosines nearer than this may change places


def export(name: str, collection: Collection, folder: Path) -> str:
    """Export the model into the empty `folder`; what speaks against its use, or nothing."""
    from index.graph import write_graph  # torch is needed for nothing else

    reference = load_encoder(name)
    with tempfile.TemporaryDirectory() as traced:
        graph = Path(traced) / GRAPH
        tokenizer, config = write_graph(name, graph)
        fuse(graph, folder / GRAPH, config)
    (folder / TOKENIZER).write_text(tokenizer)
    np.save(folder / PROJECTION, reference.projection)
    card = {
        "name": reference.name,
        "dimension": reference.dimension,
        "max_pieces": reference.max_pieces,
        "fingerprint": reference.fingerprint,
        "stamp": weights_stamp(name),
    }
    (folder / CARD).write_text(json.dumps(card))
    texts = cut(collection, reference).levels["passages"].texts
    return difference(reference, OnnxEncoder(folder), texts)


def difference(reference: Encoder, other: Encoder, texts: Sequence[str]) -> str:
    """How `other` encodes the texts unlike `reference`; nothing where it is alike.

    Alike: the same word pieces, every cosine to the reference's vectors at least `LEAST_COSINE`,
    and the same ten nearest texts for each text.
    """
    pairs = list(zip(reference.encode(texts), other.encode(texts), strict=True))
    if any(a.spans != b.spans for a, b in pairs):
        return "it cuts a text into other word pieces"
    tokens = min(float((a.tokens * b.tokens).sum(axis=1).min()) for a, b in pairs)
    ours, theirs = (np.stack([pair[side].vector for pair in pairs]) for side in (0, 1))
    texts_least = float((ours * theirs).sum(axis=1).min())
    if min(tokens, texts_least) < LEAST_COSINE:
        return f"a cosine to the reference is {min(tokens, texts_least):.6f}"
    if not all(_same_nearest(row, ours, theirs) for row in range(len(texts))):
        return f"a text has other texts among its {TOP} nearest"
    return ""


def _same_nearest(row: int, ours: Floats, theirs: Floats) -> bool:
    mine = ours @ ours[row]
    nearest = np.argsort(-(theirs @ theirs[row]), kind="stable")[:TOP]
    return bool(mine[nearest].min() >= np.sort(mine)[::-1][:TOP][-1] - TIE)
