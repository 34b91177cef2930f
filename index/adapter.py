"""A small change to the packaged model's weights: a file in, the model changed in place out.

Each matrix's change is a product of two thin ones, `NAME.left` and `NAME.right`, as in LoRA (E. Hu
et al., 2021); each vector's stands as it is, under its name. `tuning/` makes such files.
"""

from pathlib import Path
from typing import Any

from index.types import IndexFault

LEFT, RIGHT = ".left", ".right"
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
        unlike = [n for n, change in changes.items() if weights[n].shape != change.shape]
    except (OSError, SafetensorError, KeyError, RuntimeError) as error:
        raise IndexFault(f"{path}: not an adapter of this model ({error}): {MEND}") from error
    if unlike:
        raise IndexFault(f"{path}: {unlike[0]} is of another size in this model: {MEND}")
    with torch.no_grad():
        for name, change in changes.items():
            weights[name] += change
