"""Token vectors shortened: by which directions, and that a real model's words stay apart."""

import numpy as np
import pytest

from index.encoder import load_encoder
from index.onnx import OnnxEncoder
from index.projection import DIMENSION, principal_components
from index.types import Floats
from tests.conftest import Opened

VOCABULARY = [chr(97 + i) + chr(97 + j) for i in range(26) for j in range(26)]


def test_the_components_hold_what_the_vectors_differ_in() -> None:
    random = np.random.default_rng(0)
    plane = np.linalg.qr(random.normal(size=(200, 3)))[0].astype(np.float32)

    def in_the_plane(texts: list[str]) -> list[Floats]:
        return [random.normal(size=(len(t.split()), 3)).astype(np.float32) @ plane.T for t in texts]

    found = principal_components(VOCABULARY, in_the_plane)
    assert found.shape == (200, DIMENSION)
    np.testing.assert_allclose(found.T @ found, np.eye(DIMENSION), atol=1e-4)
    np.testing.assert_allclose(np.linalg.norm(plane.T @ found[:, :3], axis=1), 1, atol=1e-4)


def test_a_model_of_few_dimensions_keeps_them_all() -> None:
    found = principal_components(
        VOCABULARY, lambda texts: [np.eye(8, dtype=np.float32)] * len(texts)
    )
    assert found.shape == (8, 8)


def test_pieces_that_are_no_words_are_not_read() -> None:
    read: list[str] = []

    def note(texts: list[str]) -> list[Floats]:
        read.extend(texts)
        return [np.eye(4, dtype=np.float32) for _ in texts]

    principal_components(["##ing", "[CLS]", "12", "care", "home"], note)
    assert sorted(" ".join(read).split()) == ["care", "home"]


def test_the_export_shortens_as_the_reference_does(opened: Opened) -> None:
    assert isinstance(opened.encoder, OnnxEncoder)
    [found] = opened.encoder.encode(["Who helps foster carers?"])
    assert found.tokens.shape == (len(found.spans), DIMENSION)
    np.testing.assert_allclose(np.linalg.norm(found.tokens, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(("near", "far"), [("carers", "budget"), ("court", "weather")])
def test_alike_words_stay_alike(near: str, far: str) -> None:
    query, one, other = load_encoder().encode(
        ["the foster carer saw a judge", f"the {near} were there", f"the {far} was there"]
    )
    most = [float((query.tokens @ text.tokens[1]).max()) for text in (one, other)]
    assert most[0] > most[1]
