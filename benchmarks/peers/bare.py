"""The floor: the model under ONNX Runtime and nothing else, which finds no text."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Encoding, Tokenizer

from benchmarks.peers.process import main

TOGETHER = 512  # word pieces of a batch, as this project's own encoder has it


class Bare:
    """`model`: the folder of an export. `spinning`: threads that wait keep their core."""

    def __init__(self, model: Path, spinning: bool) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = len(os.sched_getaffinity(0))
        options.add_session_config_entry("session.intra_op.allow_spinning", str(int(spinning)))
        self._session = onnxruntime.InferenceSession(
            model / "model.onnx", options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(256)

    def load_model(self) -> None:
        """It is loaded; the first text finds it warm."""
        self.ask("a text")

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """The vectors of the texts, shortest first so that little is padded; nothing is kept."""
        batch: list[Encoding] = []
        for piece in sorted(self._tokenizer.encode_batch(list(texts)), key=lambda p: len(p.ids)):
            if (len(batch) + 1) * len(piece.ids) > TOGETHER and batch:
                self._vectors(batch)
                batch = []
            batch.append(piece)
        self._vectors(batch)

    def open(self, folder: Path) -> None:
        """Nothing to open."""

    def ask(self, query: str) -> list[int]:
        """One pass of the model."""
        self._vectors([self._tokenizer.encode(query)])
        return []

    def _vectors(self, pieces: Sequence[Encoding]) -> npt.NDArray[np.float32]:
        """[n, d]."""
        ids = np.zeros((len(pieces), max(len(p.ids) for p in pieces)), np.int64)
        mask = np.zeros_like(ids)
        for row, piece in enumerate(pieces):
            ids[row, : len(piece.ids)] = piece.ids
            mask[row, : len(piece.ids)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask}
        found: npt.NDArray[np.float32] = self._session.run(["sentence_embedding"], inputs)[0]
        return found


if __name__ == "__main__":
    main(Bare)
