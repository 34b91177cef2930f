"""A small change to the packaged model's weights: written to a file, and added from it.

Each matrix's change is a product of two thin ones, `NAME.left` and `NAME.right`, as in LoRA (E. Hu
et al., 2021); each vector's stands as it is, under its name. All are in half precision.
"""

from pathlib import Path
from typing import Any

from index.types import IndexFault

LEFT, RIGHT = ".left", ".right"
RANK = 16
MEND = "make it anew with `insight tune`, or take it out"


def add_adapter(network: Any, path: Path) -> None:
    """Add the change in a file to a network's weights. It costs nothing more when it is asked.

    Raises `IndexFault` where the file is damaged or made for another network; nothing is changed.
    """
    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    weights = dict(network.named_parameters())
    try:
        found = {name: tensor.float() for name, tensor in load_file(path).items()}
        changes = {
            name.removesuffix(LEFT): tensor @ found[name.removesuffix(LEFT) + RIGHT]
            if name.endswith(LEFT)
            else tensor
            for name, tensor in found.items()
            if not name.endswith(RIGHT)
        }
        halves = [name for name in found if name.endswith(RIGHT)]
        changes |= {name: found[name] for name in halves if _left_of(name) not in found}
        unlike = [n for n, change in changes.items() if weights[n].shape != change.shape]
    except (OSError, SafetensorError, KeyError, RuntimeError) as error:
        raise IndexFault(f"{path}: not an adapter of this model ({error}): {MEND}") from error
    if unlike:
        raise IndexFault(f"{path}: {unlike[0]} is of another size in this model: {MEND}")
    with torch.no_grad():
        for name, change in changes.items():
            weights[name] += change


def _left_of(right: str) -> str:
    return right.removesuffix(RIGHT) + LEFT


def write_adapter(before: Any, after: Any, path: Path) -> None:
    """Write what changed between two states of a network, each matrix's change cut to rank `RANK`.

    The nearest of that rank (C. Eckart and G. Young, 1936), by its singular values.
    """
    import torch
    from safetensors.torch import save_file

    old = dict(before.named_parameters())
    kept: dict[str, Any] = {}
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
    save_file(kept, path)
