"""The signals of membership by hand: a word is a number, and its cosine to `100` a hundredth of it.

Three documents of one sentence each, `100`, `60` and `0`; the first two share a property that is
asked for by `80` or `28`, and the second has another that is asked for by `60`.
"""

from dataclasses import replace

import numpy as np
import pytest

from assistant.finding.evidence import Evidence
from assistant.finding.written import Written
from assistant.judging.membership import membership, membership_signals
from assistant.judging.properties import nearest_properties, shown_shares
from assistant.language.words import words
from assistant.reading.mentions import Mention, Target
from assistant.reading.question import Kind, Question
from corpus.schema import Settings
from corpus.types import Collection, Member, Passage, Property
from index.ranker import Ranker
from index.search import Index
from tests.index.fake import Numbers, document

TEXTS = {"a": "100", "b": "60", "c": "0"}
DOCUMENTS = tuple(document(name, text) for name, text in TEXTS.items())
PROPERTIES = (
    Property("28", ("80",), (Member("a", 0, 3), Member("b", 0, 0))),
    Property("60", (), (Member("b", 0, 2),)),
)


def evidence(asked: str = "100", properties: tuple[Property, ...] = PROPERTIES) -> Evidence:
    encoder = Numbers()
    phrases = [(n, text) for n, p in enumerate(properties) for text in (p.name, *p.asked)]
    rankers = {
        "wordings": Ranker.build(list(TEXTS.values()), encoder),
        "phrases": Ranker.build([text for _, text in phrases], encoder),
    }
    owners = {
        "wordings": np.arange(3),
        "phrases": np.array([number for number, _ in phrases], np.int64),
    }
    sentences = [Passage(name, 0, len(text), text) for name, text in TEXTS.items()]
    question = Question(asked, Kind.LIST, (), (), (), ())
    collection = Collection(DOCUMENTS, Settings(), properties)
    index = Index([], sentences, rankers, owners)
    written = Written(collection, index)
    return Evidence(question, question, lambda text: encoder.encode([text])[0], written, each=2)


HAND = {
    "dense": [1, 0.6, 0],
    "dense_gap": [0, 0.4, 1],
    "late": [1, 0.6, 0],
    "late_gap": [0, 0.4, 1],
    "content": [1, 0.6, 0],
    "content_gap": [0, 0.4, 1],
    "shared_dense": [0.8, 0.8, 0],  # the best phrase of the best property
    "shared_dense_gap": [0, 0, 0.8],
    "shared_late": [0.8, 0.8, 0],
    "shared_late_gap": [0, 0, 0.8],
    "shared_content": [0.8, 0.8, 0],
    "shared_content_gap": [0, 0, 0.8],
    "nearest": [1, 1, 0],
    "nearest_share": [1 / (1 + np.exp(-5)), 1, 0],  # the second property lies 0.5 below, of 0.1
    "rarity": [1, 1, 1],  # no content word is asked about
    "rarity_gap": [0, 0, 0],
}


def test_the_signals_of_sentences_and_properties_by_hand() -> None:
    signals = membership_signals(DOCUMENTS, evidence(), NONE)
    bm25 = np.log(1 + 2.5 / 1.5) / 2.5  # `100` stands in one of three texts of one word
    expected = HAND | {
        "score": [3, 1.2, 0],  # cosine, BM25 and late interaction, each scaled to 0..1
        "score_gap": [0, 1.8, 3],
        "sparse": [bm25, 0, 0],
        "sparse_gap": [0, bm25, bm25],
        "fact": [0, 0, 0],
        "no_fact": [0, 0, 0],
    }
    assert signals.keys() == expected.keys()
    for name, values in expected.items():
        np.testing.assert_allclose(signals[name], np.array(values), atol=0.005, err_msg=name)


NONE = np.zeros(3, np.float32)  # no fact is named
PLACE, THEME = Target("facet", "Leeds", "place"), Target("facet", "housing", "theme")


@pytest.mark.parametrize(
    ("held", "targets", "fact", "no_fact"),
    [
        ([0, 1, 0], (THEME,), [0, 0.5, 0], [0.5, 0, 0.5]),  # it is one of two words asked about
        ([0, 1, 0], (PLACE,), [0, 1, 0], [1, 0, 1]),  # a proper name says enough by itself
        ([0, 1, 0.5], (PLACE,), [0, 1, 0.5], [1, 0, 0.5]),  # the third has one fact of two
        ([0, 0, 0], (PLACE,), [0, 0, 0], [0, 0, 0]),  # no document has it: that says nothing
    ],
)
def test_what_facts_say_for_and_against(
    held: list[float], targets: tuple[Target, ...], fact: list[float], no_fact: list[float]
) -> None:
    asked = evidence("100 60")
    mentions = (Mention(0, 3, targets),)
    asked.question = replace(asked.question, subjects=words("100 60"), mentions=mentions)
    signals = membership_signals(DOCUMENTS, asked, np.array(held))
    assert (signals["fact"].tolist(), signals["no_fact"].tolist()) == (fact, no_fact)


def test_what_a_fact_and_the_nearest_property_speak_for_is_as_likely_as_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    none_weighs = {"members": {"weights": {}, "intercept": -3.0}}
    monkeypatch.setattr("assistant.judging.membership.models", lambda name: none_weighs)
    asked = evidence("100 60")
    mentions = (Mention(0, 3, (PLACE,)),)
    asked.question = replace(asked.question, subjects=words("100 60"), mentions=mentions)
    # the third has the fact and no property, the first the nearest property and no fact
    found = membership(DOCUMENTS, asked, np.array([0.0, 1.0, 1.0]))
    np.testing.assert_allclose(found, [1 / (1 + np.exp(3)), 0.5, 1 / (1 + np.exp(3))])


def test_a_rare_word_is_looked_for_in_every_sentence() -> None:
    asked = evidence("100 60")
    asked.asked = replace(asked.asked, subjects=words("100 60"))
    signals = membership_signals(DOCUMENTS, asked, NONE)
    first, second, third = signals["rarity"]
    assert first > second > third
    np.testing.assert_allclose(signals["rarity_gap"], first - signals["rarity"], atol=1e-6)


def test_without_properties_their_signals_are_nothing() -> None:
    signals = membership_signals(DOCUMENTS, evidence(properties=()), NONE)
    for name, values in signals.items():
        if name.startswith(("shared", "nearest")):
            assert values.tolist() == [0, 0, 0], name
    np.testing.assert_allclose(signals["dense"], [1, 0.6, 0], atol=1e-6)


def test_a_propertys_nearness_is_its_best_phrases() -> None:
    found = nearest_properties(evidence())
    for values in (found.dense, found.late, found.content):
        np.testing.assert_allclose(values, [0.8, 0.6], atol=0.005)


def test_the_words_of_a_property_show_by_its_share_why_a_document_is_listed() -> None:
    # the softmax of 2.5 times 0.8 and 0.6, in tenths; where a title shows one, no words do
    shown = shown_shares(evidence())
    np.testing.assert_allclose(shown, [1 / (1 + np.exp(-5)), 1 / (1 + np.exp(5)), 0], atol=0.005)
    # to `60`, the other property (2.5 times 1) is nearer than the first (2.5 times 0.96)
    assert shown_shares(evidence("60"))[1] == pytest.approx(1 / (1 + np.exp(-1)), abs=0.02)
