"""The exported encoder against the reference, and which of the two serves."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from transformers import AutoTokenizer, BertConfig, BertModel

from assistant.open import Opened as Built
from assistant.open import build
from corpus.load import BOARDS
from index.encoder import SentenceEncoder, load_encoder
from index.encoders import open_encoder
from index.export import LEAST_OF_INT8, difference
from index.model import PACKAGED, PACKAGED_FOLDER, own_model
from index.onnx import OnnxEncoder
from index.storage import load_index
from index.texts import embedded_text
from index.types import Encoding, Floats, IndexFault, StaleIndex
from tests.conftest import Opened
from tests.index.fake import FARMS, FakeEncoder, collection

ROOT = Path(__file__).parents[2]
ODD = ["", "a", "Größe 10 £ — «ß» 日本語 🙂", "word " * 400, "Don't STOP.\n\tNew line"]


def random_model(folder: Path, spread: float) -> Path:
    """Another sentence-transformers model: a small one of random weights so far apart."""
    config = BertConfig(
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=3,
        intermediate_size=64,
        initializer_range=spread,
    )
    BertModel(config).save_pretrained(folder / "bert")
    AutoTokenizer.from_pretrained(PACKAGED_FOLDER).save_pretrained(folder / "bert")
    words = Transformer(str(folder / "bert"), max_seq_length=64)
    model = SentenceTransformer(modules=[words, Pooling(48, pooling_mode="cls")], device="cpu")
    model.save(str(folder / "other"))
    return folder / "other"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another model, in a folder."""
    return random_model(tmp_path_factory.mktemp("model"), spread=0.02)


def build_farms(folder: Path, model: str, **changed: str) -> Built:
    return build(collection(**{**FARMS, **changed}), folder, model, lambda done, total: None)


@pytest.fixture(scope="module")
def full(opened: Opened) -> OnnxEncoder:
    """The boards' export as their texts are encoded with it."""
    assert opened.encoder.folder
    return OnnxEncoder(opened.encoder.folder)


def test_the_boards_are_built_with_an_export_that_is_like_the_reference(
    opened: Opened, full: OnnxEncoder
) -> None:
    documents = opened.assistant.collection.by_id
    texts = [embedded_text(documents[p.document_id], p.text) for p in opened.index.passages]
    assert difference(load_encoder(own_model(BOARDS)), full, texts) == ""


def test_odd_texts_are_encoded_alike(full: OnnxEncoder) -> None:
    reference = load_encoder(own_model(BOARDS))
    for text, a, b in zip(ODD, reference.encode(ODD), full.encode(ODD), strict=True):
        assert a.spans == b.spans
        assert full.count(text) == reference.count(text)
        np.testing.assert_allclose(a.vector, b.vector, atol=1e-5)
        np.testing.assert_allclose(a.tokens, b.tokens, atol=1e-4)


def test_a_text_is_encoded_alike_alone_and_in_any_company(
    opened: Opened, full: OnnxEncoder
) -> None:
    for encoder, most in ((full, 1e-5), (opened.encoder, 0.0)):
        alone = [encoder.encode([text])[0].vector for text in ODD]
        together = [found.vector for found in encoder.encode(ODD)]
        np.testing.assert_allclose(together, alone, atol=most)


def test_as_many_are_encoded_together_as_the_cache_holds(opened: Opened, full: OnnxEncoder) -> None:
    lengths = [250, 16, 600, 16, 250, 120, 3, 130, 128]
    batches = list(full._batches(lengths))
    assert sorted(number for batch in batches for number in batch) == list(range(len(lengths)))
    assert [len(batch) for batch in batches] == [4, 2, 2, 1]


def test_questions_are_encoded_by_products_of_8_bits(opened: Opened, full: OnnxEncoder) -> None:
    assert opened.encoder.runner == "ONNX Runtime, products of 8 bits"
    documents = opened.assistant.collection.documents
    questions = [text for document in documents for text in document.unsaid[:5]]
    pairs = zip(full.encode(questions), opened.encoder.encode(questions), strict=True)
    cosines = [(float(a.vector @ b.vector), (a.tokens * b.tokens).sum(axis=1)) for a, b in pairs]
    assert min(dense for dense, _ in cosines) > 0.996
    assert min(dense for dense, _ in cosines) < 0.9999  # they are not those of all bits
    assert min(float(tokens.min()) for _, tokens in cosines) > 0.99


def turned(vector: Floats) -> Floats:
    """The vector, turned by a tenth of itself."""
    moved = np.roll(vector, 1) * 0.1 + vector
    return np.asarray(moved / np.linalg.norm(moved))


class Skewed(FakeEncoder):
    """A fake encoder whose vectors are turned a little."""

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        found = super().encode(texts)
        return [replace(e, vector=turned(e.vector)) for e in found]


class Cut(FakeEncoder):
    """A fake encoder that finds other words."""

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        return [replace(e, spans=[(0, 1)]) for e in super().encode(texts)]


def test_a_difference_is_told() -> None:
    texts = list(FARMS.values())
    assert difference(FakeEncoder(), FakeEncoder(), texts) == ""
    assert difference(FakeEncoder(), Skewed(), texts).startswith("a cosine to the reference is 0.9")
    assert "other word pieces" in difference(FakeEncoder(), Cut(), texts)


def test_any_other_model_is_exported_too_and_the_export_is_kept(
    other: Path, tmp_path: Path
) -> None:
    first = build_farms(tmp_path / "index", str(other))
    assert isinstance(first.encoder, OnnxEncoder)
    assert (first.encoder.dimension, first.encoder.max_pieces) == (48, 64)
    reference = SentenceEncoder(str(other))
    assert first.encoder.fingerprint == reference.fingerprint
    assert difference(reference, first.encoder, list(FARMS.values())) == ""
    graph = next((tmp_path / "index").rglob("model.onnx"))
    written = graph.stat().st_mtime_ns
    second = build_farms(tmp_path / "index", str(other), cider="Cider is sold in jars.")
    assert isinstance(second.encoder, OnnxEncoder)
    copied = next((tmp_path / "index").rglob("model.onnx"))
    assert (copied.parent.parent != graph.parent.parent, copied.stat().st_mtime_ns) == (
        True,
        written,
    )


def test_other_weights_in_the_models_folder_make_the_index_stale(
    other: Path, tmp_path: Path
) -> None:
    build_farms(tmp_path / "index", str(other))
    weights = other / "model.safetensors"
    content = weights.read_bytes()
    weights.write_bytes(content)  # the same ones, written anew
    assert open_encoder(str(other), tmp_path / "index").dimension == 48
    weights.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(StaleIndex, match="built with another model or weights"):
        open_encoder(str(other), tmp_path / "index")
    weights.write_bytes(content)
    with pytest.raises(StaleIndex, match="built with another model or weights"):
        open_encoder(PACKAGED, tmp_path / "index")


def test_where_the_export_fails_the_reference_serves_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "onnx.py").write_text("raise ImportError('no onnx')\n")
    monkeypatch.syspath_prepend(tmp_path)  # the process that exports takes this over
    monkeypatch.delitem(sys.modules, "onnx", raising=False)
    built = build_farms(tmp_path / "index", PACKAGED)
    assert isinstance(built.encoder, SentenceEncoder)
    said = "all-MiniLM-L6-v2 runs on sentence-transformers, not ONNX Runtime: "
    assert [message.startswith(said) for message in caplog.messages] == [True]
    assert "onnx" in caplog.messages[0].removeprefix(said)
    again = open_encoder(PACKAGED, tmp_path / "index")
    assert isinstance(again, SentenceEncoder)
    index = load_index(built.collection, again, tmp_path / "index")
    assert index.passages
    (query,) = again.encode(["Who grows apples?"])
    wordings = index.rankers["wordings"]  # weighed in full
    vectors = np.array([wordings._dense.vector(row) for row in range(len(wordings))])
    np.testing.assert_allclose(wordings.cosines(query), vectors @ query.short, atol=1e-6)


def test_where_8_bits_fail_all_bits_serve_and_it_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    built = build_farms(tmp_path / "index", str(random_model(tmp_path, spread=2.0)))
    assert built.encoder.runner == "ONNX Runtime"
    assert not list((tmp_path / "index").rglob("questions.onnx"))
    said = "other encodes questions without products of 8 bits: a cosine to the same in full is "
    (message,) = caplog.messages
    assert float(message.rpartition("/")[2].removeprefix(said)) < LEAST_OF_INT8


def test_no_such_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexFault, match="not a sentence-transformers model that can be loaded"):
        build_farms(tmp_path / "index", str(tmp_path / "none"))


ANSWERING = """
import sys, cli, server
from pathlib import Path
from service.settings import Settings
index = Path(sys.argv[1])
assert cli.main(["ask", "What is Pause?", "--json", "--index", str(index)]) == 0
settings = Settings(index=index)
server.create_app(server.open_by(settings), settings)
import eval_questions.ways
print(*sys.modules, file=sys.stderr)
"""


def test_nothing_that_answers_imports_torch(opened: Opened) -> None:
    command = [sys.executable, "-c", ANSWERING, str(opened.folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout)["status"] == "answered"
    loaded = {name.partition(".")[0] for name in run.stderr.split()}
    assert "onnxruntime" in loaded
    assert not loaded & {"torch", "transformers", "sentence_transformers", "onnx"}
