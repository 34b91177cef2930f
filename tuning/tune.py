"""A collection in, an adapter of the packaged model that knows its words out."""

import copy
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import torch

from corpus.types import Collection, CorpusError
from index.adapter import add_adapter, write_adapter
from index.encoder import load_encoder, load_model
from index.model import ADAPTER, PACKAGED
from tuning.batches import Batch, make_batches
from tuning.loss import encode, loss_of
from tuning.texts import Meaning, property_meanings, sentence_meanings

EPOCHS = 4
RATE = 5e-5  # the greatest learning rate
WARMING = 0.1  # the share of all steps in which it rises; then it falls to 0
CLIP = 1.0  # the greatest norm of a gradient
HELD_OUT = 0.1  # the share of wordings that are not learned, to see what was
TRAINED = "encoder."  # what the names of the weights that change begin with: not the words' own
ENCODED = 64

Kinds = Sequence[Sequence[Meaning]]
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Tuned:
    """Of `held_out` wordings the share whose nearest other text means the same, by cosine."""

    held_out: int
    before: float
    after: float

    @property
    def is_better(self) -> bool:
        """Whether more are found than before."""
        return self.after > self.before


def tune(
    collection: Collection,
    folder: Path,
    epochs: int = EPOCHS,
    seed: int = 7,
    progress: Progress = lambda done, total: None,
) -> Tuned:
    """Write `folder/adapter.safetensors` if it finds more than the model did, and say how much.

    `progress` is called with the steps done since the last call, and the number of all. The same
    seed gives the same adapter on the same machine. Raises `CorpusError` where too few sentences
    and properties have wordings, and `OSError`, before anything is learned, where the folder can't
    be written.
    """
    random = Random(seed)
    torch.manual_seed(seed)
    kinds = [sentence_meanings(collection), property_meanings(collection)]
    held_out, kinds = _hold_out(kinds, random)
    batches = [batch for _ in range(epochs) for batch in _epoch(kinds, random)]
    if not batches:
        raise CorpusError(
            [
                "too few sentences and properties have wordings to learn from: write more of them "
                "in `plain.yaml` and `properties.yaml`, or do without a model of your own"
            ]
        )
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=folder) as unfinished:
            written = Path(unfinished) / ADAPTER
            model = load_model(PACKAGED)
            before = _found_again(model, held_out, kinds)
            original = copy.deepcopy(model[0].model)
            _train(model, batches, progress)
            write_adapter(original, model[0].model, written)
            again = load_model(PACKAGED)
            add_adapter(again[0].model, written)
            tuned = Tuned(len(held_out), before, _found_again(again, held_out, kinds))
            if tuned.is_better:
                written.replace(folder / ADAPTER)
    finally:
        if not any(folder.iterdir()):
            folder.rmdir()
    return tuned


def _epoch(kinds: Kinds, random: Random) -> Iterable[Batch]:
    batches = [batch for meanings in kinds for batch in make_batches(meanings, random)]
    random.shuffle(batches)
    return batches


def _train(model: Any, batches: Sequence[Batch], progress: Progress) -> None:
    projection = torch.from_numpy(load_encoder(PACKAGED).projection)
    for name, weight in model[0].model.named_parameters():
        weight.requires_grad_(name.startswith(TRAINED))
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    warm = max(1, round(WARMING * len(batches)))
    left = max(1, len(batches) - warm)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0, len(batches) - step) / left)
    )
    model.train()
    for batch in batches:
        optimizer.zero_grad()
        loss_of(model, batch, projection).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(trained, CLIP)
        optimizer.step()
        schedule.step()
        progress(1, len(batches))
    model.eval()


def _hold_out(
    kinds: Kinds, random: Random
) -> tuple[list[tuple[str, Meaning]], list[list[Meaning]]]:
    """Some wordings, each with its meaning, and the meanings without them."""
    held_out = []
    left = []
    for meanings in kinds:
        kept = []
        for meaning in meanings:
            out = {w for w in meaning.wordings[1:] if random.random() < HELD_OUT}
            wordings = tuple(w for w in meaning.wordings if w not in out)
            kept.append(replace(meaning, wordings=wordings))
            held_out += [(wording, kept[-1]) for wording in sorted(out)]
        left.append(kept)
    learned = {w for meanings in left for meaning in meanings for w in meaning.wordings}
    return [(wording, meaning) for wording, meaning in held_out if wording not in learned], left


def _found_again(model: Any, held_out: Sequence[tuple[str, Meaning]], kinds: Kinds) -> float:
    """The share of wordings whose nearest text of all the others is of their meaning."""
    known = [(w, m) for meanings in kinds for m in meanings for w in m.wordings]
    vectors = _vectors(model, [text for text, _ in known])
    nearest = (_vectors(model, [text for text, _ in held_out]) @ vectors.T).argmax(1).tolist()
    right = [known[n][1] is meaning for n, (_, meaning) in zip(nearest, held_out, strict=True)]
    return sum(right) / max(len(right), 1)


def _vectors(model: Any, texts: Sequence[str]) -> torch.Tensor:
    """[n, d]: the texts' vectors, of length 1."""
    with torch.no_grad():
        parts = [
            encode(model, texts[start : start + ENCODED]).vectors
            for start in range(0, len(texts), ENCODED)
        ]
    return torch.cat(parts) if parts else torch.zeros(0, 1)
