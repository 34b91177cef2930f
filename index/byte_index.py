"""Sentence vectors as numbers of 8 bits too, by which all of them are weighed the sooner.

A question is multiplied with all vectors of several levels, which in full would drive all else out
of the processor's cache. Each is cut into blocks, every block with a scale of its own, and ONNX
Runtime multiplies them; a cosine is off by .0006 as a rule.
"""

from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import onnxruntime

from index.dense import DenseIndex
from index.types import Floats

BLOCK = 16
STEPS, ZERO = 127, 128  # to either side of what a byte says for nothing
INT8_PRODUCTS = 4  # what ONNX Runtime calls them
GRAPH = ".onnx"
GIVEN, FOUND = "vector", "cosines"


class ByteIndex(DenseIndex):
    """Unit vectors, [n, d], and the bytes of the `graph` by which ONNX Runtime multiplies them.

    Where no graph could be made, for want of a working `onnx`, they are weighed in full.
    """

    def __init__(self, vectors: Floats, graph: npt.NDArray[np.uint8] | None) -> None:
        super().__init__(vectors)
        self._graph = graph

    @classmethod
    def build(cls, vectors: Floats) -> Self:
        """An index over `vectors`, [n, d], each of unit length."""
        try:
            graph = np.frombuffer(_graph(vectors), np.uint8)
        except ImportError:
            graph = None
        return cls(np.ascontiguousarray(vectors, np.float32), graph)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The index saved at `path`; both stay on disk until they are used."""
        beside = path.with_suffix(GRAPH)
        graph = np.memmap(beside, mode="r") if beside.is_file() else None
        return cls(np.asarray(np.load(path, mmap_mode="r")), graph)

    def save(self, path: Path) -> None:
        """Write the vectors to `path`, and the graph beside it."""
        super().save(path)
        if self._graph is not None:
            self._graph.tofile(path.with_suffix(GRAPH))

    def all_scores(self, vector: Floats) -> Floats:
        """[n]: the cosine of every vector to `vector`, in their order, as the bytes give it."""
        if self._graph is None or not len(self):
            return super().all_scores(vector)
        (cosines,) = self._session.run([FOUND], {GIVEN: _in_blocks(vector[None])})
        return np.asarray(cosines[0])

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        assert self._graph is not None
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # so soon that threads would wait for each other
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._graph.tobytes(), options, providers=["CPUExecutionProvider"]
        )


def _graph(vectors: Floats) -> bytes:
    """The product of any vector with `vectors`, [n, d], as ONNX Runtime reads it."""
    from onnx import TensorProto, helper, numpy_helper  # of use at the build alone

    padded = _in_blocks(vectors)
    count, width = padded.shape
    blocks = padded.reshape(count, width // BLOCK, BLOCK)
    scales = np.abs(blocks).max(axis=2) / STEPS
    steps = np.round(blocks / np.where(scales, scales, 1)[:, :, None]) + ZERO
    product = helper.make_node(
        "MatMulNBits",
        [GIVEN, "bytes", "scales"],
        [FOUND],
        domain="com.microsoft",
        K=width,
        N=count,
        bits=8,
        block_size=BLOCK,
        accuracy_level=INT8_PRODUCTS,
    )
    graph = helper.make_graph(
        [product],
        "cosines",
        [helper.make_tensor_value_info(GIVEN, TensorProto.FLOAT, [1, width])],
        [helper.make_tensor_value_info(FOUND, TensorProto.FLOAT, [1, count])],
        [
            numpy_helper.from_array(steps.astype(np.uint8), "bytes"),
            numpy_helper.from_array(scales.astype(np.float32), "scales"),
        ],
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return bytes(
        helper.make_model(graph, opset_imports=versions, ir_version=10).SerializeToString()
    )


def _in_blocks(vectors: Floats) -> Floats:
    """The vectors, [n, d], with as many zeros after each as make up whole blocks."""
    missing = -vectors.shape[1] % BLOCK
    return np.pad(vectors, ((0, 0), (0, missing))) if missing else vectors
