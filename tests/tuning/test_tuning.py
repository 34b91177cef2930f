"""A collection's own words fit the model to it: the real model, on a part of the boards."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from corpus.load import load_collection
from corpus.types import Collection, CorpusError
from index.adapter import LEFT, RANK, add_adapter, write_adapter
from index.encoder import load_encoder, load_model
from index.model import ADAPTER, PACKAGED, own_model, own_model_folder, weights_hash, weights_stamp
from index.types import IndexFault
from tuning.batches import SIZE, make_batches
from tuning.loss import loss_of
from tuning.texts import Meaning, property_meanings, sentence_meanings
from tuning.tune import Progress, Tuned, tune

BOARDS = load_collection()
DOCUMENTS = 10
WORDINGS = 5


@pytest.fixture(scope="module")
def part() -> Collection:
    """A few documents, with a few wordings of each sentence."""
    kept = []
    for document in BOARDS.documents[:DOCUMENTS]:
        seen: Counter[int] = Counter()
        plain = []
        for wording in document.plain:
            seen[wording.start] += 1
            plain += [wording] if seen[wording.start] <= WORDINGS else []
        kept.append(replace(document, plain=tuple(plain)))
    return replace(BOARDS, documents=tuple(kept), properties=())


@pytest.fixture(scope="module")
def tuned(part: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tuned")
    steps: list[tuple[int, int]] = []
    found = tune_quickly(part, folder, lambda done, total: steps.append((done, total)))
    assert set(steps) == {(1, len(steps))}
    assert len(steps) > 2
    assert found.held_out > 10
    assert 0 < found.before < found.after <= 1
    return folder


def tune_quickly(
    part: Collection, folder: Path, progress: Progress = lambda done, total: None
) -> Tuned:
    with pytest.MonkeyPatch.context() as quicker:
        quicker.setattr("tuning.tune.RATE", 3e-4)  # there are a few steps here, not hundreds
        return tune(part, folder, 2, progress=progress)


def test_the_same_seed_gives_the_same_adapter(
    part: Collection, tuned: Path, tmp_path: Path
) -> None:
    tune_quickly(part, tmp_path)
    assert (tmp_path / ADAPTER).read_bytes() == (tuned / ADAPTER).read_bytes()


def test_what_was_learned_is_told_apart_better(part: Collection, tuned: Path) -> None:
    batch = make_batches(sentence_meanings(part), Random(1))[0]
    projection = torch.from_numpy(load_encoder().projection)
    with torch.no_grad():
        before, after = (
            float(loss_of(load_model(name).eval(), batch, projection))
            for name in (PACKAGED, str(tuned))
        )
    assert after < before


def test_a_model_is_known_by_its_adapter(tuned: Path, tmp_path: Path) -> None:
    base, changed = load_encoder(), load_encoder(str(tuned))
    assert changed.fingerprint == weights_hash(str(tuned)) != base.fingerprint
    assert str(tuned / ADAPTER) in weights_stamp(str(tuned))
    one, other = (encoder.encode(["Who helps carers?"])[0].vector for encoder in (base, changed))
    assert 0.5 < float(one @ other) < 0.9999
    corpus = tmp_path / "corpus"
    assert own_model(corpus) == PACKAGED
    own_model_folder(corpus).mkdir(parents=True)
    (own_model_folder(corpus) / ADAPTER).write_bytes((tuned / ADAPTER).read_bytes())
    assert own_model(corpus) == own_model(corpus / ".." / "corpus") == str(corpus / "model")


def test_an_adapter_is_small(tuned: Path) -> None:
    found = load_file(tuned / ADAPTER)
    assert all(tensor.dtype == torch.float16 for tensor in found.values())
    assert all(found[name].shape[1] == RANK for name in found if name.endswith(LEFT))
    assert not [name for name in found if name.startswith("embeddings")]
    assert (tuned / ADAPTER).stat().st_size < 2_000_000


def test_a_folder_that_cannot_be_written_is_found_at_once(part: Collection, tmp_path: Path) -> None:
    (tmp_path / "model").write_text("in its place")
    with pytest.raises(FileExistsError):
        tune(part, tmp_path / "model", progress=lambda done, total: pytest.fail("it learned"))


def test_what_is_broken_off_leaves_nothing(part: Collection, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tune(part, tmp_path / "model", progress=stop)
    assert not (tmp_path / "model").exists()


def test_too_little_to_learn_from(tmp_path: Path) -> None:
    bare = tuple(replace(document, plain=()) for document in BOARDS.documents)
    with pytest.raises(CorpusError, match="wordings"):
        tune(replace(BOARDS, documents=bare, properties=()), tmp_path / "model")
    assert not (tmp_path / "model").exists()


def test_a_change_comes_back_from_its_file(tmp_path: Path) -> None:
    torch.manual_seed(3)
    before, after, again = (torch.nn.Linear(40, 30) for _ in range(3))
    again.load_state_dict(before.state_dict())
    with torch.no_grad():
        after.weight.copy_(before.weight + torch.randn(30, RANK) @ torch.randn(RANK, 40) / 100)
        after.bias.copy_(before.bias + 0.25)
    write_adapter(before, after, tmp_path / ADAPTER)
    add_adapter(again, tmp_path / ADAPTER)
    for one, other in zip(after.parameters(), again.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-3)
    assert [path.name for path in tmp_path.iterdir()] == [ADAPTER]


@pytest.mark.parametrize(
    "tensors",
    [
        {"weight.left": torch.ones(3, 2), "weight.right": torch.ones(2, 3)},  # of another size
        {"other": torch.ones(3)},
        {"weight.left": torch.ones(30, 2)},  # its other half is missing
        {"weight.right": torch.ones(2, 40)},
    ],
)
def test_another_networks_adapter_is_named(
    tensors: dict[str, torch.Tensor], tmp_path: Path
) -> None:
    network = torch.nn.Linear(40, 30)
    was = network.weight.detach().clone()
    save_file(tensors, tmp_path / ADAPTER)
    with pytest.raises(IndexFault, match="insight tune"):
        add_adapter(network, tmp_path / ADAPTER)
    assert torch.equal(network.weight, was)


def test_a_damaged_adapter_is_named(tmp_path: Path) -> None:
    (tmp_path / ADAPTER).write_bytes(b"no tensors")
    with pytest.raises(IndexFault, match=ADAPTER):
        load_model(str(tmp_path))


def test_batches_hold_what_differs() -> None:
    meanings = property_meanings(BOARDS)
    by_text: dict[str, list[Meaning]] = {}
    for meaning in meanings:
        for wording in meaning.wordings:
            by_text.setdefault(wording, []).append(meaning)
    batches = make_batches(meanings, Random(7))
    texts = [text for batch in batches for text in batch.texts]
    assert len(texts) > 2000
    assert all(count <= len(by_text[text]) for text, count in Counter(texts).items())
    for batch in batches:
        assert SIZE // 2 <= len(batch.texts) <= SIZE
        assert not np.diagonal(batch.left_out).any()
        for row, text in enumerate(batch.texts):
            for column, other in enumerate(batch.others[: len(batch.texts)]):
                shared = [m for m in by_text[text] if m in by_text.get(other, [])]
                apart = row != column and not batch.left_out[row, column]
                assert not (apart and shared and len(by_text[text]) == 1)


def test_what_is_unsaid_is_told_apart_too() -> None:
    batch = make_batches(sentence_meanings(BOARDS), Random(7))[0]
    assert len(batch.others) > len(batch.texts)
    unsaid = {question for m in sentence_meanings(BOARDS) for question in m.unlike}
    assert set(batch.others[len(batch.texts) :]) <= unsaid
