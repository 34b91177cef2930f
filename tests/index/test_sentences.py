"""The score of a sentence, by hand: a word is a number, and its cosine to `100` a hundredth of it.

`80` is the vector (0.8, 0.6), so that its cosine to `100`, (1, 0), is 0.8.
"""

from dataclasses import replace

import numpy as np
import pytest

from corpus.types import Passage
from index.ranker import Ranker
from index.search import Index
from index.sentences import SentenceScores, score_sentences
from index.types import Encoding, Floats, Ints
from tests.index.fake import FARMS, FakeEncoder, Numbers, collection, encoding

WORDINGS = [["100", "80", "60", "60", "0", "0"], ["80"], ["60", "28"]]  # of three sentences
NONE = np.zeros(0, np.int64)
# The means of the best four: (1 + 0.8 + 0.6 + 0.6) / 4, 0.8, (0.6 + 0.28) / 2
MEANS = [0.75, 0.8, 0.44]
SCALED = (0.75 - 0.44) / (0.8 - 0.44)  # the first mean, where the others are 1 and 0


def numbers() -> Index:
    texts = [wording for of_one in WORDINGS for wording in of_one]
    owners = [number for number, of_one in enumerate(WORDINGS) for _ in of_one]
    sentences = [Passage("numbers", n, n + 1, str(n)) for n in range(len(WORDINGS))]
    ranker = Ranker.build(texts, Numbers())
    return Index([], sentences, {"wordings": ranker}, {"wordings": np.array(owners)})


def scored(
    index: Index, text: str, asked: Encoding, also: Ints = NONE, each: int = 0
) -> SentenceScores:
    ranker = index.rankers["wordings"]
    return score_sentences(index, asked, ranker.cosines(asked), ranker.bm25(text), also, each)


def query() -> Encoding:
    return Numbers().encode(["100"])[0]


def test_a_sentences_value_is_the_mean_of_its_four_best_wordings() -> None:
    found = scored(numbers(), "100", query())
    assert found.numbers.tolist() == [0, 1, 2]
    np.testing.assert_allclose(found.dense, MEANS, atol=1e-6)
    np.testing.assert_allclose(found.late, MEANS, atol=0.005)  # within what int8 costs
    # `100` stands in one wording of nine, of average length: 1 of the four of the first sentence
    bm25 = np.log(1 + 8.5 / 1.5) / (1 + 1.5)
    np.testing.assert_allclose(found.sparse, [bm25 / 4, 0, 0], rtol=1e-6)


def test_a_sentences_score_is_the_sum_of_three_scaled_values() -> None:
    found = scored(numbers(), "100", query())
    np.testing.assert_allclose(found.scores, [SCALED + 1 + SCALED, 1 + 0 + 1, 0], atol=0.02)


def test_the_tokens_of_the_best_wordings_are_kept_sentence_after_sentence() -> None:
    found = scored(numbers(), "100", query())
    assert found.counts.tolist() == [4, 1, 2]
    np.testing.assert_allclose(found.tokens, [[1, 0.8, 0.6, 0.6, 0.8, 0.6, 0.28]], atol=0.005)
    np.testing.assert_allclose(found.greatest, [[1, 0.8, 0.6]], atol=0.005)


def test_late_interaction_reads_the_pool_and_what_is_named_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []
    similarities = Ranker.similarities

    def noted(ranker: Ranker, asked: Encoding, ids: Ints) -> Floats:
        read.extend(ids.tolist())
        return similarities(ranker, asked, ids)

    monkeypatch.setattr(Ranker, "similarities", noted)
    monkeypatch.setattr("index.sentences.POOL", 1)
    made = numbers()
    alone = [replace(s, document_id=str(n)) for n, s in enumerate(made.sentences)]
    index = Index([], alone, made.rankers, made.owners)
    found = scored(index, "100", query(), also=np.array([2]))
    assert found.numbers.tolist() == [0, 2]  # the best by words and meaning, and the one named
    assert sorted(read) == [
        0,
        1,
        2,
        3,
        7,
        8,
    ]  # the four best wordings of the first, both of the last
    # cosines and BM25 are scaled over all sentences, late interaction over those two
    np.testing.assert_allclose(found.scores, [SCALED + 1 + 1, 0], atol=1e-5)


def test_each_documents_best_sentences_are_looked_at_where_all_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.sentences.POOL", 1)
    made = numbers()
    first, second, third = made.sentences
    others = [replace(sentence, document_id="other") for sentence in (second, third)]
    index = Index([], [first, *others], made.rankers, made.owners)
    assert scored(index, "100", query(), each=1).numbers.tolist() == [0, 1]
    assert scored(index, "100", query(), each=2).numbers.tolist() == [0, 1, 2]


def test_all_of_the_text_that_holds_the_best_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.sentences.POOL", 1)
    made = numbers()
    first, second, third = made.sentences
    index = Index(
        [], [first, second, replace(third, document_id="other")], made.rankers, made.owners
    )
    assert scored(index, "100", query()).numbers.tolist() == [0, 1]


def test_without_everyday_wordings_a_sentence_stands_for_itself() -> None:
    index, text = Index.build(collection(**FARMS), FakeEncoder()), "when are apples picked"
    assert index.wording_rows.tolist() == [[0], [1], [2], [3], [4]]
    found = scored(index, text, encoding(text))
    ranker = index.rankers["wordings"]
    assert found.numbers.tolist() == [0, 1, 2, 3, 4]
    assert found.dense.tolist() == ranker.cosines(encoding(text)).tolist()
    assert found.sparse.tolist() == ranker.bm25(text).tolist()
    similar = ranker.similarities(encoding(text), np.arange(5))
    np.testing.assert_array_equal(found.tokens, similar)
    np.testing.assert_allclose(found.late, similar.mean(axis=0), rtol=1e-6)
