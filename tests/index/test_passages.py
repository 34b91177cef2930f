"""Sentences and passages of the boards: spans of their documents, whole, and within the model."""

from itertools import pairwise

from corpus.chunk import chunk, split_sentences
from corpus.load import BOARDS
from index.model import PACKAGED, PACKAGED_SHA256, own_model, weights_hash
from index.texts import embedded_text
from tests.conftest import Opened
from tests.index.fake import document


def test_every_passage_and_sentence_is_a_span_of_its_document(opened: Opened) -> None:
    documents = opened.assistant.collection.by_id
    for passage in (*opened.index.passages, *opened.index.sentences):
        whole = documents[passage.document_id]
        assert whole.text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""
        assert passage.end <= whole.body_end


def test_passages_and_sentences_hold_every_word_once_and_in_order(opened: Opened) -> None:
    for level in (opened.index.passages, opened.index.sentences):
        for whole in opened.assistant.collection.documents:
            own = [passage for passage in level if passage.document_id == whole.id]
            assert all(a.end <= b.start for a, b in pairwise(own))
            joined = " ".join(passage.text for passage in own).split()
            assert joined == whole.text[: whole.body_end].split()


def test_what_is_embedded_fits_the_model(opened: Opened) -> None:
    documents = opened.assistant.collection.by_id
    for passage in opened.index.passages:
        embedded = embedded_text(documents[passage.document_id], passage.text)
        assert opened.encoder.count(embedded) + 2 <= opened.encoder.max_pieces == 256


def test_a_sentence_stays_in_its_line_and_known_ones_are_whole(opened: Opened) -> None:
    texts = {sentence.text for sentence in opened.index.sentences}
    assert not [text for text in texts if "\n" in text]
    assert "Working and learning together" not in texts  # a title is no sentence
    opening = "Developed in the US, the Tavistock & Portman NHS Trust and Coram set up"
    assert f"{opening} the first FDAC in London in 2008." in texts


def test_the_number_of_a_lists_line_is_of_its_sentence() -> None:
    split = [
        s.text
        for s in split_sentences(document("list", "The boards:\n1. THE VALUE\n2. METHODS. So."))
    ]
    assert split == ["The boards:", "1. THE VALUE", "2. METHODS.", "So."]


def test_a_long_line_is_cut_between_sentences_and_a_long_sentence_between_words() -> None:
    text = "One two three. Four five.\nSix seven eight nine ten eleven."
    passages = chunk(document("long", text), 5, lambda piece: len(piece.split()))
    assert [passage.text for passage in passages] == [
        "One two three. Four five.", "Six seven eight nine ten", "eleven.",
    ]  # fmt: skip
    assert [text[p.start : p.end] for p in passages] == [p.text for p in passages]


def test_a_word_over_the_budget_is_cut_within() -> None:
    passages = chunk(document("word", "abcdefgh"), 3, len)
    assert [passage.text for passage in passages] == ["abc", "def", "gh"]


def test_the_boards_weights_are_the_packaged_ones_and_their_own_change(opened: Opened) -> None:
    assert weights_hash(PACKAGED) == PACKAGED_SHA256
    assert opened.encoder.fingerprint == weights_hash(own_model(BOARDS)) != PACKAGED_SHA256
    assert (opened.encoder.dimension, opened.encoder.name) == (384, "all-MiniLM-L6-v2, tuned")
