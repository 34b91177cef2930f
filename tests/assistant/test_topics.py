"""A topic alone, or what is said on one: every sentence that tells of it in so many words."""

import pytest

from assistant.assistant import Assistant
from assistant.reading.question import Kind
from assistant.types import Status


@pytest.mark.parametrize(
    ("text", "topic", "kind"),
    [
        ("key workers", "key workers", Kind.LIST),
        ("What do the boards say about culture?", "culture", Kind.LIST),
        ("List the guidance on leadership", "leadership", Kind.GUIDANCE),
        ("Which projects are about adoption?", "adoption", Kind.LIST),
        ("FDAC courts", "courts", Kind.FACT),
        ("What do the boards say about innovation?", "innovation", Kind.GUIDANCE),  # they are
        ("How many courts has FDAC on board?", "", Kind.FACT),
        ("What do we know about how Pause is funded?", "", Kind.FACT),
    ],
)
def test_the_topic_that_is_asked_about(
    boards: Assistant, text: str, topic: str, kind: Kind
) -> None:
    question = boards.read(text)
    assert (question.topic, question.kind) == (topic, kind)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("career paths", ["rethinking roles and career paths"]),
        ("narratives", ["creating powerful narratives", "Develop a compelling narrative"]),
        ("RESuLT", ["RESuLT training for residential teams"]),
        ("child house convictions", ["a doubling of convictions"]),
        ("FDAC courts", ["a problem-solving court", "linked to 16 courts"]),
        ("constelations", ["in 'constellations' around a hub carer"]),
        ("DV", ["the toxic trio of domestic abuse", "circumstances including domestic violence"]),
        ("social impact bonds", ["first provider-led social impact bond",
                                 "alliance contracting and social impact bonds"]),
        ("List the guidance on leadership", ["distributing leadership", "management, leadership",
                                             "project management and leadership processes"]),
        ("What do the boards say about secondments?", ["Consider secondments and staff exchanges"]),
    ],
)  # fmt: skip
def test_what_tells_of_it_is_shown(boards: Assistant, question: str, told: list[str]) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert [words for words in told if words not in answer.text] == []


def test_guidance_alone_is_no_list_of_projects(boards: Assistant) -> None:
    assert "30 of 30 checked" not in boards.ask("Which guidance is about training?").text


def test_nothing_is_near_to_a_topic_of_which_no_word_is_known(boards: Assistant) -> None:
    answer = boards.ask("radicalisation")
    assert answer.text == "The boards don't say anything about radicalisation."
    assert answer.citations == ()


def test_a_name_alone_asks_what_it_is(boards: Assistant) -> None:
    for document in boards.collection.documents:
        if document.id in boards.collection.counted:
            answer = boards.ask(document.name)
            assert (answer.status, answer.documents) == (Status.ANSWERED, (document.id,))


def test_names_inside_stories_are_compared(boards: Assistant) -> None:
    answer = boards.ask("Compare Mockingbird, KEEP and TEND.")
    assert set(answer.documents) == {"mockingbird", "nis"}
