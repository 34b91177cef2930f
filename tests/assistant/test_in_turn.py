"""Questions that ask for things of different kinds at once."""

import pytest

from assistant.assistant import Assistant
from assistant.drafting.in_turn import asked_in_turn
from assistant.types import Status


def test_what_is_told_and_the_link_asked_for_stand_in_one_answer(boards: Assistant) -> None:
    asked = (
        "Who opened the first Family Drug and Alcohol Court in London, and where can I read more?"
    )
    answer = boards.ask(asked)
    assert answer.status is Status.ANSWERED
    assert "set up the first FDAC in London in 2008" in answer.citations[0].quote
    assert [link.label for link in answer.links] == ["fdac.org.uk", "Programme Directory entry"]
    assert "Read on:" not in answer.text  # the links are those that were asked for


def test_a_link_that_names_nothing_is_asked_for_what_was_just_shown(boards: Assistant) -> None:
    asked = "What is a social impact bond, and where can I read more about the one here?"
    answer = boards.ask(asked)
    assert answer.documents == ("its-all-about-me",)
    assert [link.label for link in answer.links] == ["data.gov.uk/sib_knowledge_box/node/183"]


def test_what_is_not_told_is_said_above_the_link_asked_for(boards: Assistant) -> None:
    answer = boards.ask("What does Pause cost, and where can I read more about it?")
    assert answer.status is Status.PARTLY
    assert answer.text.startswith("The boards don't say what Pause costs.")
    assert "http://www.pause.org.uk" in [link.url for link in answer.links]


def test_a_link_that_is_not_there_is_said_below_what_is_told(boards: Assistant) -> None:
    answer = boards.ask("What is an FDAC, and can you give me the link to its storyboard?")
    assert answer.status is Status.PARTLY
    told, missing = "problem-solving court", "link to no project storyboard"
    assert answer.text.index(told) < answer.text.index(missing)


def test_a_meaning_is_told_though_nothing_is_said_of_who_has_it(boards: Assistant) -> None:
    answer = boards.ask("What is a split screen approach and which project uses it?")
    assert answer.status is Status.PARTLY
    assert "often called a 'split screen' approach" in answer.citations[0].quote
    assert "The boards don't say" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Who set up the first FDAC in London?",
        "Who set up the first FDAC in London, and when did they do that?",  # two facts
        "We run a court for parents. Who set up the first FDAC, and where can I read more?",
        "Where can I read about Pause, and is there a storyboard?",  # links alone
        "Which councils use it, and which projects train volunteers?",  # lists alone
    ],
)
def test_what_one_answer_serves_is_asked_as_a_whole(text: str, boards: Assistant) -> None:
    assert asked_in_turn(text, boards.read) == []


def test_a_set_and_a_fact_of_one_story_are_answered_in_turn(boards: Assistant) -> None:
    answer = boards.ask("Who trains foster carers, and how many carers are in Mockingbird?")
    assert answer.status is Status.ANSWERED
    assert {"mockingbird", "nis", "brighter-futures"} <= set(answer.documents)
    assert "252 carers" in answer.text


def test_several_questions_on_the_one_member_of_a_set(boards: Assistant) -> None:
    answer = boards.ask("Who is piloting the Icelandic model over here, and in what year?")
    assert set(answer.documents) == {"child-house"}
    assert "In 2017 it will be piloted in London" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How was the Leeds model taken up elsewhere, and what was changed?",
        "Which places took up the Leeds approach, and what did they change?",
    ],
)
def test_who_took_it_up_is_told_though_what_became_of_it_is_not(
    boards: Assistant, question: str
) -> None:
    answer = boards.ask(question)
    assert answer.documents == ("west-berkshire",)
    assert answer.text.index("Working closely with Leeds") < answer.text.index("boards don't say")


def test_what_is_asked_after_an_order_to_compare_is_asked_of_each(boards: Assistant) -> None:
    question = "Compare Mockingbird and No Wrong Door: what did each set out to change?"
    assert boards.ask(question).status is Status.ANSWERED
    areas = boards.ask("Compare Pause and FDAC: how many areas is each in?")
    assert [c.quote.split(" ")[0] for c in areas.citations] == ["Pause", "A"]
    assert "seven areas" in areas.citations[0].quote


def test_what_more_is_asked_of_a_set_and_not_told_is_said(boards: Assistant) -> None:
    answer = boards.ask("Did anybody set up a trust or community company, and was it worth it?")
    assert answer.status is Status.PARTLY
    assert "Achieving for Children" in answer.text
    assert "The boards don't say whether it was worth it." in answer.text
    named = boards.ask("Which projects worked with a university, and which university was it?")
    assert named.status is Status.ANSWERED
