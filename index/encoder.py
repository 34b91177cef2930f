"""The one door to sentence-transformers: texts in, sentence and token vectors out."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from index.adapter import add_adapter
from index.model import (
    PACKAGED,
    PACKAGED_FOLDER,
    adapter_of,
    model_folder,
    shown_name,
    weights_hash,
)
from index.projection import principal_components, unit
from index.types import Encoding, Floats, IndexFault

BATCH = 32


class SentenceEncoder:
    """Any sentence-transformers model, on torch: what every other encoder is held against.

    Raises `IndexFault` where there is no such model, or the packaged weights are not the ones this
    project was measured with.
    """

    folder: Path | None = None  # nothing of it is kept with an index
    runner = "sentence-transformers"

    def __init__(self, name: str = PACKAGED) -> None:
        self.name = shown_name(name)
        self.fingerprint = weights_hash(name)
        self._model = load_model(name)
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.max_pieces = int(self._model.max_seq_length or 256)

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """One encoding for each text: sentence and token vectors from a single pass."""
        return [
            Encoding(vector, self._shortened(vector), self._shortened(tokens), spans)
            for vector, tokens, spans in self._passes(texts)
        ]

    def count(self, text: str) -> int:
        """The number of word pieces of `text`, special tokens left out."""
        pieces = self._model.tokenizer(text, add_special_tokens=False, verbose=False)
        return len(pieces["input_ids"])

    @cached_property
    def projection(self) -> Floats:
        """[d, k]: what shortens the model's token vectors, found by reading its vocabulary."""
        return principal_components(
            self._model.tokenizer.get_vocab(),
            lambda texts: [unit(tokens) for _, tokens, _ in self._passes(texts)],
        )

    def _shortened(self, vectors: Floats) -> Floats:
        return unit(vectors @ self.projection)

    def _passes(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[Floats, Floats, list[tuple[int, int]]]]:
        """For each text its vector, of unit length, its token vectors and their places."""
        outputs: Any = self._model.encode(  # one dict of tensors for each text
            list(texts), batch_size=BATCH, output_value=None, show_progress_bar=False
        )
        for text, output in zip(texts, outputs, strict=True):
            spans = self._model.tokenizer(
                text, truncation=True, max_length=self.max_pieces, return_offsets_mapping=True
            )["offset_mapping"]
            kept = [i for i, (start, end) in enumerate(spans) if end > start]
            tokens = output["token_embeddings"].numpy()[kept].astype(np.float32)
            vector = unit(output["sentence_embedding"].numpy().astype(np.float32))
            yield vector, tokens, [spans[i] for i in kept]


def load_model(name: str, **options: Any) -> Any:
    """The library's own model, loaded without its progress bar and advice on standard error.

    The library takes seconds to import, and an index with an exported encoder needs none of it.
    """
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as library_output

    adapter = adapter_of(name)
    folder = PACKAGED_FOLDER if adapter else model_folder(name)
    library_output.set_verbosity_error()
    library_output.disable_progress_bar()
    try:
        model = SentenceTransformer(
            str(folder if folder.is_dir() else name), device="cpu", model_kwargs=options
        )
    except (OSError, ValueError) as error:
        problem = str(error).splitlines()[0]
        raise IndexFault(
            f"{name}: not a sentence-transformers model that can be loaded ({problem}): "
            "name a model's folder, or one that has been downloaded"
        ) from error
    if adapter:
        add_adapter(model[0].model, adapter)
    return model


@lru_cache(maxsize=2)
def load_encoder(name: str = PACKAGED) -> SentenceEncoder:
    """The reference encoder of that name, loaded once in a process."""
    return SentenceEncoder(name)
