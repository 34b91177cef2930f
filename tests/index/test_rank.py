"""Vectors, words, tokens and their fusion, each against a plain computation of the same."""

from itertools import permutations

import bm25s
import numpy as np
import pytest
import Stemmer

from index.dense import DenseIndex
from index.fusion import best_of_each, best_with_few_each, combine, min_max, reciprocal_rank
from index.late import TokenIndex
from index.search import Index
from index.sparse import SparseIndex, stems
from tests.index.fake import FARMS, FakeEncoder, collection, encoding, unit

GENERATOR = np.random.default_rng(7)


def test_faiss_equals_brute_force() -> None:
    vectors, query = unit(300), unit(1)[0]
    index = DenseIndex.build(vectors)
    ids, scores = index.search(query, 20)
    cosines = vectors @ query
    expected = np.argsort(-cosines, kind="stable")[:20]
    assert ids.tolist() == expected.tolist()
    np.testing.assert_allclose(scores, cosines[expected], atol=1e-6)
    np.testing.assert_allclose(index.scores(query, np.array([5, 2])), cosines[[5, 2]], atol=1e-6)


def test_faiss_gives_fewer_where_there_are_fewer() -> None:
    ids, scores = DenseIndex.build(unit(3)).search(unit(1)[0], 20)
    assert (len(ids), len(scores)) == (3, 3)


def test_fusion_ignores_the_order_of_the_lists() -> None:
    lists = [GENERATOR.normal(size=50).astype(np.float32) for _ in range(3)]
    sums = [combine(order) for order in permutations(lists)]
    ranks = [reciprocal_rank(order) for order in permutations(lists)]
    for fused in (sums, ranks):
        for other in fused[1:]:
            np.testing.assert_allclose(other, fused[0], atol=1e-6)


def test_fusion_by_hand() -> None:
    a, b = np.array([1, 3, 2], np.float32), np.array([10, 0, 10], np.float32)
    assert min_max(a).tolist() == [0, 1, 0.5]
    assert min_max(np.full(3, 4, np.float32)).tolist() == [0, 0, 0]
    assert combine([a, b]).tolist() == [1, 1, 1.5]
    assert combine([a, b], [2, 1]).tolist() == [1, 2, 2]
    # ranks in a: 3, 1, 2; in b: 1, 3, 2 (equal scores keep their order)
    expected = [1 / 63 + 1 / 61, 1 / 61 + 1 / 63, 1 / 62 + 1 / 62]
    np.testing.assert_allclose(reciprocal_rank([a, b]), expected, rtol=1e-6)


def test_the_best_of_each_owner_by_hand() -> None:
    values = np.array([0.1, 0.9, 0.5, 0.7, 0.3], np.float32)
    owners = np.array([0, 1, 0, 1, 1])
    assert sorted(best_of_each(values, owners, 1)) == [1, 2]
    assert sorted(best_of_each(values, owners, 2)) == [0, 1, 2, 3]
    assert sorted(best_of_each(values, owners, 9)) == [0, 1, 2, 3, 4]
    assert len(best_of_each(values, owners, 0)) == 0


def test_the_best_with_few_of_each_are_those_of_a_full_sort() -> None:
    random = np.random.default_rng(0)
    values = random.random(5000).astype(np.float32)
    for owners in (np.sort(random.integers(0, 900, 5000)), np.repeat([0, 1], 2500)):
        rows = best_of_each(values, owners, 2)
        all_of_them = np.sort(rows[np.argsort(-values[rows], kind="stable")[:120]])
        assert best_with_few_each(values, owners, 2, 120).tolist() == all_of_them.tolist()


@pytest.mark.parametrize("joined", [False, True])
def test_maxsim_equals_a_plain_loop_within_what_int8_costs(joined: bool) -> None:
    texts = [unit(length) for length in (1, 7, 3, 12)]
    query = unit(5)
    index = TokenIndex.build(texts)
    if joined:
        index = TokenIndex.join([TokenIndex.build(texts[:2]), TokenIndex.build(texts[2:])])
    ids = np.array([3, 0, 2])
    plain = [[max(float(q @ token) for token in texts[i]) for i in ids] for q in query]
    # a code is off by half a step at most: 1/254 of the vector's greatest part, in 32 parts
    np.testing.assert_allclose(index.max_similarities(query, ids), plain, atol=0.01)
    greatest, matched = index.both_ways(query, ids)
    np.testing.assert_array_equal(greatest, index.max_similarities(query, ids))
    by_text = [(texts[i] @ query.T).max(axis=1).mean() for i in ids]
    np.testing.assert_allclose(matched, by_text, atol=0.01)
    taken = index.take(3).max_similarities(query, np.array([0]))
    np.testing.assert_allclose(taken[:, 0], index.max_similarities(query, ids)[:, 0], rtol=1e-6)


def test_bm25_scores_shared_stems_and_nothing_else() -> None:
    index = SparseIndex.build(list(FARMS.values()))
    scores = index.scores("growing apples")
    assert scores[0] > scores[1] > 0  # two of its words, one of its words
    assert scores[2] > 0
    assert index.scores("wheat").tolist() == [0, 0, 0]
    assert index.scores("").tolist() == [0, 0, 0]
    assert stems("The growing of Apples") == ["grow", "appl"]


def test_bm25_equals_the_library_it_was_taken_from() -> None:
    texts = [*FARMS.values(), "", "Apples, apples and again apples: of trees in the autumn fields."]
    library = bm25s.BM25()
    library.index([stems(text) for text in texts], show_progress=False)
    for query in ("apples grow", "autumn autumn fields", "pressed"):
        expected = library.get_scores(stems(query))
        np.testing.assert_allclose(SparseIndex.build(texts).scores(query), expected, atol=1e-6)
    for text in (*FARMS.values(), "It's a well-known 1990s café: N.H.S. & co_op"):
        theirs = bm25s.tokenize(
            [text],
            stopwords="en",
            stemmer=Stemmer.Stemmer("english"),
            return_ids=False,
            show_progress=False,
        )
        assert stems(text) == list(theirs[0])


@pytest.mark.parametrize("method", ["bm25", "dense", "fusion", "late"])
def test_a_search_gives_the_passage_with_its_rank(method: str) -> None:
    farms = collection(**FARMS)
    index = Index.build(farms, FakeEncoder())
    text = "cider is pressed from apples."
    hits = index.search(text, encoding(text), limit=2, method=method)
    assert [hit.rank for hit in hits] == [1, 2]
    assert hits[0].passage.text == FARMS["cider"]
    assert hits[0].score >= hits[1].score
