"""Vectors by numbers of 8 bits against the same in full."""

from pathlib import Path

import numpy as np
import pytest

from index.byte_index import ByteIndex
from index.dense import DenseIndex
from tests.index.fake import unit


@pytest.mark.parametrize("dimension", [2, 16, 50, 96])
def test_cosines_are_those_in_full_within_what_8_bits_cost(dimension: int) -> None:
    vectors, query = unit(300, dimension), unit(1, dimension)[0]
    found = ByteIndex.build(vectors).all_scores(query)
    # a number is off by half a step at most, 1/254 of its block's greatest; so is the query's
    np.testing.assert_allclose(found, vectors @ query, atol=0.01)
    assert np.abs(found - vectors @ query).max() > 1e-5  # they are not those in full


def test_the_greatest_numbers_are_not_cut_off() -> None:
    vectors = np.sign(unit(64, 96)) / np.sqrt(np.float32(96))
    np.testing.assert_allclose(
        ByteIndex.build(vectors).all_scores(vectors[0]), vectors @ vectors[0], atol=0.01
    )


def test_a_vector_of_nothing_is_like_none() -> None:
    vectors = np.zeros((3, 32), np.float32)
    assert ByteIndex.build(vectors).all_scores(unit(1, 32)[0]).tolist() == [0, 0, 0]


@pytest.mark.parametrize("rows", [0, 1, 40])
def test_what_was_saved_gives_the_same(rows: int, tmp_path: Path) -> None:
    vectors, query = unit(rows, 48), unit(1, 48)[0]
    built = ByteIndex.build(vectors)
    built.save(tmp_path / "vectors.npy")
    loaded = ByteIndex.load(tmp_path / "vectors.npy")
    assert loaded.all_scores(query).tolist() == built.all_scores(query).tolist()
    assert len(loaded.all_scores(query)) == len(loaded) == rows
    whole = DenseIndex.load(tmp_path / "vectors.npy")  # for an index that is brought up to date
    assert [whole.vector(i).tolist() for i in range(rows)] == vectors.tolist()
