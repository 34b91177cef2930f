"""A collection in, an adapter of the packaged model that knows its words out."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import torch

from corpus.types import Collection, CorpusError
from index.encoder import load_model
from index.model import ADAPTER, PACKAGED
from tuning.batches import SIZE, make_batches
from tuning.loss import encode, loss_of
from tuning.low_rank import save_change
from tuning.texts import Meaning, property_meanings, sentence_meanings

EPOCHS = 4
RATE = 5e-5  # the greatest learning rate
WARMING = 0.1  # the share of all steps in which it rises; then it falls to 0
CLIP = 1.0  # the greatest norm of a gradient
HELD_OUT = 0.1  # the share of wordings that are not learned, to see what was
TRAINED = "encoder."  # what the names of the weights that change begin with: not the words' own
LEAST = SIZE  # meanings under which there is too little to tell apart
ENCODED = 64

Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Tuned:
    """Of `held_out` wordings the share whose nearest other text means the same, by cosine."""

    held_out: int
    before: float
    after: float


def tune(
    collection: Collection,
    folder: Path,
    epochs: int = EPOCHS,
    seed: int = 7,
    progress: Progress = lambda done, total: None,
) -> Tuned:
    """Write `folder/adapter.safetensors`, and say what it is good for.

    `progress` is called with the steps done since the last call, and the number of all. The same
    seed gives the same adapter on the same machine. Raises `CorpusError` where fewer than
    `LEAST` sentences and properties have wordings.
    """
    random = Random(seed)
    torch.manual_seed(seed)
    held_out, kinds = _hold_out(
        [sentence_meanings(collection), property_meanings(collection)], random
    )
    if sum(map(len, kinds)) < LEAST:
        raise CorpusError(
            [
                f"fewer than {LEAST} sentences and properties have wordings: write more of them in "
                "`plain.yaml` and `properties.yaml`, or do without a model of your own"
            ]
        )
    model = load_model(PACKAGED)
    network = model[0].model
    original = copy.deepcopy(network)
    before = _found_again(model, held_out, kinds)
    _train(model, kinds, epochs, random, progress)
    after = _found_again(model, held_out, kinds)
    folder.mkdir(parents=True, exist_ok=True)
    save_change(original, network, folder / ADAPTER)
    return Tuned(len(held_out), before, after)


def _train(
    model: Any,
    kinds: Sequence[Sequence[Meaning]],
    epochs: int,
    random: Random,
    progress: Progress,
) -> None:
    from transformers import get_linear_schedule_with_warmup

    batches = []
    for _ in range(epochs):
        of_epoch = [batch for meanings in kinds for batch in make_batches(meanings, random)]
        random.shuffle(of_epoch)
        batches += of_epoch
    for name, weight in model[0].model.named_parameters():
        weight.requires_grad_(name.startswith(TRAINED))
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    schedule = get_linear_schedule_with_warmup(optimizer, int(WARMING * len(batches)), len(batches))
    model.train()
    for batch in batches:
        optimizer.zero_grad()
        loss_of(model, batch).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(trained, CLIP)
        optimizer.step()
        schedule.step()
        progress(1, len(batches))
    model.eval()


def _hold_out(
    kinds: Sequence[Sequence[Meaning]], random: Random
) -> tuple[list[tuple[str, Meaning]], list[list[Meaning]]]:
    """Some wordings, each with its meaning, and the meanings without them."""
    held_out = []
    left = []
    for meanings in kinds:
        kept = []
        for meaning in meanings:
            out = {w for w in meaning.wordings[1:] if random.random() < HELD_OUT}
            kept.append(
                replace(meaning, wordings=tuple(w for w in meaning.wordings if w not in out))
            )
            held_out += [(wording, kept[-1]) for wording in sorted(out)]
        left.append(kept)
    return held_out, left


def _found_again(
    model: Any, held_out: Sequence[tuple[str, Meaning]], kinds: Sequence[Sequence[Meaning]]
) -> float:
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
    return torch.cat(parts) if parts else torch.zeros(0, 0)
