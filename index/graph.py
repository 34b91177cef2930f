"""The one door to torch: a sentence-transformers model in, its graph in ONNX's form out."""

import warnings
from pathlib import Path
from typing import Any

import torch

from index.encoder import load_model
from index.onnx import INPUTS, OUTPUTS, PROJECTION
from index.types import Floats

TRACED = ([[101, 2054, 2003, 8724, 102], [101, 2054, 2003, 102, 0]], [[1] * 5, [1, 1, 1, 1, 0]])


class Pass(torch.nn.Module):
    """One pass of the whole model, pooling and all, as a function of tensors."""

    def __init__(self, model: Any, projection: Floats) -> None:
        super().__init__()
        self._model = model
        self.register_buffer(PROJECTION, torch.from_numpy(projection))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """The sentence vectors of a batch, whole and shortened, and the token vectors, shortened.

        All of unit length.
        """
        found = self._model(dict(zip(INPUTS, (ids, mask), strict=True)))
        vectors, tokens = unit(found["sentence_embedding"]), found["token_embeddings"]
        projection = self.get_buffer(PROJECTION)
        return vectors, unit(vectors @ projection), unit(tokens @ projection)


def unit(vectors: torch.Tensor) -> torch.Tensor:
    """The vectors, along the last axis, each of unit length."""
    lengths: torch.Tensor = torch.linalg.vector_norm(vectors, dim=-1, keepdim=True)
    return vectors / lengths.clamp_min(1e-9)


def write_graph(name: str, projection: Floats, path: Path) -> tuple[str, Any]:
    """Write the model's graph to `path`; its tokenizer as JSON and its configuration come out.

    `projection`, [d, k], shortens its vectors. Attention is traced in its plain form, which ONNX
    Runtime knows how to fuse.
    """
    model = load_model(name, attn_implementation="eager").eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's, on branches that no text takes
        torch.onnx.export(
            Pass(model, projection),
            tuple(torch.tensor(rows) for rows in TRACED),
            str(path),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={
                **{key: {0: "texts", 1: "pieces"} for key in (*INPUTS, OUTPUTS[2])},
                **{key: {0: "texts"} for key in OUTPUTS[:2]},
            },
            opset_version=17,
            dynamo=False,  # the newer exporter takes ten times as long, for the same figures
        )
    return model.tokenizer.backend_tokenizer.to_str(), model[0].model.config
