"""A model in, the same weights for ONNX Runtime out, held against the reference.

And those of 8 bits for questions, held against the same weights in full.
"""

import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from corpus.types import Collection
from index.encoder import load_encoder
from index.model import weights_stamp
from index.onnx import CARD, GRAPH, QUESTIONS, TOKENIZER, OnnxEncoder, fuse
from index.texts import cut
from index.types import Encoder, Encoding, Floats

LEAST_COSINE = 0.9999
TOP = 10
TIE = 1e-4  # two cosines nearer than this may change places
LEAST_OF_INT8 = 0.99
SAMPLE = 1600


def export(name: str, collection: Collection, folder: Path) -> str:
    """Export the model into the empty `folder`; what speaks against its use, or nothing."""
    from index.graph import write_graph  # torch is needed for nothing else

    reference = load_encoder(name)
    with tempfile.TemporaryDirectory() as traced:
        graph = Path(traced) / GRAPH
        tokenizer, config = write_graph(name, reference.projection, graph)
        fuse(graph, folder / GRAPH, config)
    (folder / TOKENIZER).write_text(tokenizer)
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


def export_int8(collection: Collection, folder: Path) -> str:
    """Write the graph for questions beside that of an export; what speaks against it, or nothing.

    Half of a sample of the collection's wordings finds its scales, the other checks it.
    """
    from index.int8 import write_int8

    encoder = OnnxEncoder(folder)
    texts = cut(collection, encoder).levels["wordings"].texts
    sample = texts[:: max(1, len(texts) // SAMPLE)]
    write_int8(folder / GRAPH, folder / QUESTIONS, map(encoder.inputs, sample[::2]))
    found = OnnxEncoder(folder, of_questions=True)
    held_out = sample[1::2] or sample
    least = _least_cosine(zip(encoder.encode(held_out), found.encode(held_out), strict=True))
    return "" if least >= LEAST_OF_INT8 else f"a cosine to the same in full is {least:.4f}"


def difference(reference: Encoder, other: Encoder, texts: Sequence[str]) -> str:
    """How `other` encodes the texts unlike `reference`; nothing where it is alike.

    Alike: the same word pieces, every cosine to the reference's vectors at least `LEAST_COSINE`,
    and the same ten nearest texts for each text.
    """
    pairs = list(zip(reference.encode(texts), other.encode(texts), strict=True))
    if any(a.spans != b.spans for a, b in pairs):
        return "it cuts a text into other word pieces"
    least = _least_cosine(pairs)
    if least < LEAST_COSINE:
        return f"a cosine to the reference is {least:.6f}"
    ours, theirs = (np.stack([pair[side].vector for pair in pairs]) for side in (0, 1))
    if not all(_same_nearest(row, ours, theirs) for row in range(len(texts))):
        return f"a text has other texts among its {TOP} nearest"
    return ""


def _least_cosine(pairs: Iterable[tuple[Encoding, Encoding]]) -> float:
    """Of each text's vectors, its tokens' among them, to those of another encoder."""
    return min(
        min(float((a.tokens * b.tokens).sum(axis=1).min(initial=1.0)), float(a.vector @ b.vector))
        for a, b in pairs
    )


def _same_nearest(row: int, ours: Floats, theirs: Floats) -> bool:
    mine = ours @ ours[row]
    nearest = np.argsort(-(theirs @ theirs[row]), kind="stable")[:TOP]
    return bool(mine[nearest].min() >= np.sort(mine)[::-1][:TOP][-1] - TIE)
