"""The one door to ONNX Runtime and tokenizers: texts in, sentence and token vectors out."""

import json
import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Encoding as Pieces
from tokenizers import Tokenizer

from index.types import Encoding, Ints

GRAPH, TOKENIZER, CARD = "model.onnx", "tokenizer.json", "encoder.json"
QUESTIONS = "questions.onnx"  # the graph again, with products of 8 bits (`int8.py`)
INPUTS = ["input_ids", "attention_mask"]
OUTPUTS = ["sentence_embedding", "short_embedding", "token_embeddings"]
PROJECTION = "projection"  # the weights in a graph that shorten its vectors
UNFUSED = "SkipLayerNormFusion"  # its one step takes longer than the three that it replaces
SPINNING = 50  # microseconds that a thread waits awake for its next share of a pass
TOGETHER = 512  # word pieces of a batch: with more it outgrows the processor's cache


class OnnxEncoder:
    """A model that was exported into `folder`; its weights are mapped into memory when first used.

    `of_questions`: by the graph with products of 8 bits, where it was kept. Its scales are of a
    whole pass, so each text has its own. Raises `OSError`, `ValueError` or `KeyError` where the
    folder holds no export.
    """

    def __init__(self, folder: Path, of_questions: bool = False) -> None:
        card = json.loads((folder / CARD).read_text())
        self.folder: Path | None = folder
        self.name = str(card["name"])
        self.dimension = int(card["dimension"])
        self.fingerprint = str(card["fingerprint"])
        self.max_pieces = int(card["max_pieces"])
        in_int8 = of_questions and (folder / QUESTIONS).is_file()
        self.runner = "ONNX Runtime" + (", products of 8 bits" if in_int8 else "")
        self._files, self._graph = folder, QUESTIONS if in_int8 else GRAPH
        self._together = 0 if in_int8 else TOGETHER

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """One encoding for each text: sentence and token vectors from a single pass."""
        pieces = [self._tokenizer.encode(text) for text in texts]  # sooner than a batch for one
        found: dict[int, Encoding] = {}
        for rows in self._batches([len(piece.ids) for piece in pieces]):
            found |= zip(rows, self._run([pieces[i] for i in rows]), strict=True)
        return [found[i] for i in range(len(texts))]

    def count(self, text: str) -> int:
        """The number of word pieces of `text`, special tokens left out."""
        return len(self._counter.encode(text, add_special_tokens=False).ids)

    def inputs(self, text: str) -> dict[str, Ints]:
        """What a pass over the text takes."""
        return _inputs([self._tokenizer.encode(text)])

    def _batches(self, lengths: Sequence[int]) -> Iterator[list[int]]:
        """The numbers of the texts of those lengths that are encoded together, shortest first."""
        batch: list[int] = []
        for number in sorted(range(len(lengths)), key=lengths.__getitem__):
            if batch and (len(batch) + 1) * lengths[number] > self._together:
                yield batch
                batch = []
            batch.append(number)
        if batch:
            yield batch

    def _run(self, pieces: Sequence[Pieces]) -> Iterator[Encoding]:
        vectors, short, tokens = self._session.run(OUTPUTS, _inputs(pieces))
        for row, piece in enumerate(pieces):
            offsets = piece.offsets
            kept = [i for i, (start, end) in enumerate(offsets) if end > start]
            spans = [offsets[i] for i in kept]
            yield Encoding(vectors[row], short[row], tokens[row, kept], spans)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self._files / TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.max_pieces)
        return tokenizer

    @cached_property
    def _counter(self) -> Tokenizer:
        tokenizer = Tokenizer.from_file(str(self._files / TOKENIZER))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = cores()
        # a thread that waits is soon needed again, or not for long: then it leaves the processor
        options.add_session_config_entry("session.intra_op.allow_spinning", "1")
        options.add_session_config_entry("session.intra_op.spin_duration_us", str(SPINNING))
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._files / self._graph,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=[UNFUSED],
        )


def _inputs(pieces: Sequence[Pieces]) -> dict[str, Ints]:
    longest = max(len(p.ids) for p in pieces)
    ids: Ints = np.zeros((len(pieces), longest), np.int64)
    mask: Ints = np.zeros_like(ids)
    for row, piece in enumerate(pieces):
        ids[row, : len(piece.ids)] = piece.ids
        mask[row, : len(piece.ids)] = 1
    return dict(zip(INPUTS, (ids, mask), strict=True))


def fuse(graph: Path, target: Path, config: Any) -> None:
    """Write `graph` to `target`, several steps fused where one is sooner, its weights beside it.

    Weights in a file of their own are mapped into memory, not read. `config`: the model's.
    """
    # heavy, and of use here alone
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    heads, width = getattr(config, "num_attention_heads", 0), getattr(config, "hidden_size", 0)
    steps = FusionOptions("bert")
    steps.enable_skip_layer_norm = steps.enable_bias_skip_layer_norm = False
    fused = optimize_model(
        str(graph),
        model_type="bert",
        num_heads=heads,
        hidden_size=width,
        optimization_options=steps,
        opt_level=0,
    )
    fused.save_model_to_file(str(target), use_external_data_format=True)


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
