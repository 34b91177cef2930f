"""The one door to torch: a sentence-transformers model in, its graph in ONNX's form out."""

import warnings
from pathlib import Path
from typing import Any

import torch

from index.encoder import load_model
from index.onnx import INPUTS, OUTPUTS

TRACED = ([[101, 2054, 2003, 8724, 102], [101, 2054, 2003, 102, 0]], [[1] * 5, [1, 1, 1, 1, 0]])


class Pass(torch.nn.Module):
    """One pass of the whole model, pooling and all, as a function of tensors."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self._model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The sentence vectors and the token vectors of a batch."""
        found = self._model(dict(zip(INPUTS, (ids, mask), strict=True)))
        return found[OUTPUTS[0]], found[OUTPUTS[1]]


def write_graph(name: str, path: Path) -> tuple[str, Any]:
    """Write the model's graph to `path`; its tokenizer as JSON and its configuration come out.

    Attention is traced in its plain form, which ONNX Runtime knows how to fuse.
    """
    model = load_model(name, attn_implementation="eager").eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's, on branches that no text takes
        torch.onnx.export(
            Pass(model),
            tuple(torch.tensor(rows) for rows in TRACED),
            str(path),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={
                **{key: {0: "texts", 1: "pieces"} for key in (*INPUTS, OUTPUTS[1])},
                OUTPUTS[0]: {0: "texts"},
            },
            opset_version=17,
            dynamo=False,  # the newer exporter takes ten times as long, for the same figures
        )
    return model.tokenizer.backend_tokenizer.to_str(), model[0].model.config
