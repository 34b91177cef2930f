"""Products of 8 bits: a fused graph in, one that takes a question in a third of the time out.

What goes into a product is scaled channel by channel and the weights against it, so that a few
great channels don't leave all others few of the 256 steps (G. Xiao and others, SmoothQuant, 2023).
What an activation puts out is uneven from token to token: each token's is scaled by its greatest.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from index.onnx import PROJECTION
from index.types import Floats, Ints

STRENGTH = 0.7  # how much of a channel's size goes over to the weights: 1 is all of it
LEAST = 1e-5  # that under which a channel, or a token, is as good as empty
PRODUCTS = ("MatMul", "Attention")
UNEVEN = ("BiasGelu", "Gelu", "FastGelu")


def write_int8(graph: Path, target: Path, inputs: Iterable[Mapping[str, Ints]]) -> None:
    """Write the graph with products of 8 bits to `target`; `inputs`: passes to find sizes with."""
    model = onnx.load(graph)
    made_by = {output: node.op_type for node in model.graph.node for output in node.output}
    weights = {tensor.name for tensor in model.graph.initializer}
    products = [n for n in model.graph.node if n.op_type in PRODUCTS and n.input[1] in weights]
    full = {node.name for node in products if node.input[1] == PROJECTION}
    uneven = {node.name for node in products if made_by.get(node.input[0]) in UNEVEN}
    even = [node for node in products if node.name not in full | uneven]
    _smooth(model, even, _sizes(model, {node.input[0] for node in even}, inputs))
    _scale_tokens(model, uneven)
    with _quiet():
        quantize_dynamic(
            model,
            target,
            op_types_to_quantize=list(PRODUCTS),
            nodes_to_exclude=list(full),
            per_channel=True,
            weight_type=QuantType.QInt8,
            use_external_data_format=True,  # mapped into memory, not read
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def _sizes(
    model: Any, names: Iterable[str], inputs: Iterable[Mapping[str, Ints]]
) -> dict[str, Floats]:
    """For each of those tensors the greatest size of every channel over the passes, [d]."""
    watched, names = onnx.ModelProto(), sorted(names)
    watched.CopyFrom(model)
    for name in names:
        watched.graph.output.append(
            helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        )
    session = onnxruntime.InferenceSession(
        watched.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    found: dict[str, Floats] = {}
    for each in inputs:
        for name, values in zip(names, session.run(names, dict(each)), strict=True):
            sizes = np.abs(values).max(axis=tuple(range(values.ndim - 1)))
            found[name] = np.maximum(found.get(name, LEAST), sizes)
    return found


def _smooth(model: Any, products: Iterable[Any], sizes: Mapping[str, Floats]) -> None:
    """Scale down what goes into each product, and its weights up."""
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    nodes = list(model.graph.node)
    for product in products:
        weights = numpy_helper.to_array(tensors[product.input[1]])
        rows = np.maximum(np.abs(weights).max(axis=1), LEAST)
        scales = sizes[product.input[0]] ** STRENGTH / rows ** (1 - STRENGTH)
        scales = (scales / np.exp(np.log(scales).mean())).astype(np.float32)
        own = f"{product.name}_smooth"
        model.graph.initializer.extend(
            [
                numpy_helper.from_array(1 / scales, f"{own}_scales"),
                numpy_helper.from_array(weights * scales[:, None], f"{own}_weights"),
            ]
        )
        scaled = helper.make_node("Mul", [product.input[0], f"{own}_scales"], [own], name=own)
        nodes.insert(nodes.index(product), scaled)
        product.input[0], product.input[1] = own, f"{own}_weights"
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    kept = [tensor for tensor in model.graph.initializer if tensor.name in used]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)


def _scale_tokens(model: Any, products: Iterable[str]) -> None:
    """Divide what goes into a product, token by token, by its greatest value, and undo it after."""
    least = numpy_helper.from_array(np.array(LEAST, np.float32), "least_of_a_token")
    model.graph.initializer.append(least)
    nodes = []
    for node in model.graph.node:
        if node.name not in products:
            nodes.append(node)
            continue
        given, made, own = node.input[0], node.output[0], f"{node.name}_token"
        found, greatest, scaled, product = (f"{own}_{i}" for i in range(4))
        node.input[0], node.output[0] = scaled, product
        nodes += [
            helper.make_node("ReduceMax", [given], [found], found, axes=[-1], keepdims=1),
            helper.make_node("Max", [found, least.name], [greatest], greatest),
            helper.make_node("Div", [given, greatest], [scaled], scaled),
            node,
            helper.make_node("Mul", [product, greatest], [made], own),
        ]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what the library logs as it goes."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)
