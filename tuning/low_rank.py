"""A network before and after its training in, what changed in it as a small file out."""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from index.adapter import LEFT, RIGHT

RANK = 16


def save_change(before: Any, after: Any, path: Path) -> None:
    """Write the change of every weight in half precision, each matrix's cut to rank `RANK`.

    The best of that rank (C. Eckart and G. Young, 1936), by its singular values. Replaces the file
    in one step.
    """
    old = dict(before.named_parameters())
    kept: dict[str, torch.Tensor] = {}
    for name, weight in after.named_parameters():
        change = (weight - old[name]).detach()
        if not change.any():
            continue
        if change.dim() == 2:
            left, values, right = torch.linalg.svd(change, full_matrices=False)
            root = values[:RANK].sqrt()
            kept[name + LEFT] = (left[:, :RANK] * root).half().contiguous()
            kept[name + RIGHT] = (root[:, None] * right[:RANK]).half().contiguous()
        else:
            kept[name] = change.half()
    written = path.with_suffix(".part")
    save_file(kept, written)
    written.replace(path)
