"""A batch in, how badly a model tells its pairs apart out.

Multiple negatives ranking (M. Henderson et al., Efficient Natural Language Response Suggestion for
Smart Reply, 2017): of all the others each text should come nearest to its own. Both ways of
coming near are trained, as both are asked for: the cosine of whole vectors, and MaxSim (Khattab and
Zaharia 2020) over token vectors that are shortened as an index keeps them (`index/projection.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from tuning.batches import Batch

SHARPNESS = 20.0  # what a similarity is multiplied by
PIECES = 64  # word pieces at most of a text
GROUP = 16  # texts of like length that are encoded together, so that little is padded
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Encoded:
    """`vectors` [n, d] and `tokens` [n, t, d], all of length 1; `real`: [n, t], no padding."""

    vectors: torch.Tensor
    tokens: torch.Tensor
    real: torch.Tensor


def loss_of(model: Any, batch: Batch, projection: torch.Tensor) -> torch.Tensor:
    """The loss of a batch, lower is better: that of the cosines and that of MaxSim.

    `projection`: [d, k], what shortens token vectors.
    """
    n = len(batch.texts)
    all_of_them = encode(model, [*batch.texts, *batch.others])
    vectors, real = all_of_them.vectors, all_of_them.real
    tokens = functional.normalize(all_of_them.tokens @ projection, dim=-1)
    left_out = torch.from_numpy(batch.left_out)
    own = torch.arange(n)
    cosines = (vectors[:n] @ vectors[n:].T * SHARPNESS).masked_fill(left_out, NEVER)
    there = functional.cross_entropy(cosines, own)
    back = functional.cross_entropy(cosines[:, :n].T, own)
    similar = torch.einsum("itd,jsd->itjs", tokens[:n], tokens[n:])
    nearest = similar.masked_fill(~real[n:][None, None], NEVER).amax(-1)
    late = (nearest * real[:n, :, None]).sum(1) / real[:n].sum(1, keepdim=True)
    by_tokens = functional.cross_entropy((late * SHARPNESS).masked_fill(left_out, NEVER), own)
    return (there + back) / 2 + by_tokens


def encode(model: Any, texts: Sequence[str]) -> Encoded:
    """The texts, encoded with what their gradients need."""
    pieces = model.tokenizer(list(texts), truncation=True, max_length=PIECES)["input_ids"]
    order = sorted(range(len(texts)), key=lambda number: len(pieces[number]))
    longest = len(pieces[order[-1]])
    parts = []
    for start in range(0, len(order), GROUP):
        group = [texts[number] for number in order[start : start + GROUP]]
        parts.append(_encode(model, group, longest))
    back = torch.tensor(order).argsort()
    return Encoded(
        torch.cat([part.vectors for part in parts])[back],
        torch.cat([part.tokens for part in parts])[back],
        torch.cat([part.real for part in parts])[back],
    )


def _encode(model: Any, texts: Sequence[str], width: int) -> Encoded:
    features = dict(
        model.tokenizer(
            list(texts),
            padding=True,
            truncation=True,
            max_length=PIECES,
            return_special_tokens_mask=True,
            return_tensors="pt",
        )
    )
    special = features.pop("special_tokens_mask").bool()
    found = model(features)
    tokens = functional.normalize(found["token_embeddings"], dim=-1)
    wanted = width - tokens.shape[1]
    return Encoded(
        functional.normalize(found["sentence_embedding"], dim=-1),
        functional.pad(tokens, (0, 0, 0, wanted)),
        functional.pad(~special, (0, wanted)),  # padding is special too
    )
