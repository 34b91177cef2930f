"""What the boards hold: told from their outline."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "heading", "documents"),
    [
        ("What's on board 2?", "**2. Innovation methods in children's social care**", 11),
        ("What is the third board about?", "**3. Adopting and adapting innovation", 11),
        ("What's on the board about scaling and spreading?", "**4. Scaling and spreading", 11),
        ("What guidance is there on board 3?", "4 guidance sections:", 4),
        ("Which guidance documents are there?", "19 guidance sections:", 19),
        ("Which documents are introductions?", "5 introductions:", 5),
        ("What does board 3 say?", "**3. Adopting and adapting innovation", 11),
        ("introduction to board 5", "1 introduction:", 1),
        ("Which guidance is about scaling?", "**4. Scaling and spreading", 5),
        ("Which guidance is on the adopting and adapting board?", "4 guidance sections:", 5),
        ("what are the key elements of successful scaling?", "**Key elements of successful", 4),
        ("what are the key elements of spreading innovation?", "**Key elements of successful", 4),
        ("what are the key enablers of innovation?", "**Key enablers for successful", 4),
    ],
)
def test_all_that_a_part_or_kind_holds_is_shown(
    boards: Assistant, question: str, heading: str, documents: int
) -> None:
    answer = boards.ask(question)
    assert (answer.status, len(set(answer.documents))) == (Status.ANSWERED, documents)
    assert heading in answer.text


def test_a_heading_is_not_meant_where_a_story_is_asked_about(boards: Assistant) -> None:
    answer = boards.ask("What are the core principles / core components of FDAC?")
    assert set(answer.documents) == {"fdac"}


@pytest.mark.parametrize("question", ["How many boards are there?", "What are the five boards?"])
def test_the_boards_are_counted_by_their_headings(boards: Assistant, question: str) -> None:
    answer = boards.ask(question)
    assert answer.text.startswith("5 boards:")
    assert [citation.quote[:2] for citation in answer.citations] == ["1.", "2.", "3.", "4.", "5."]


def test_what_each_board_holds_is_counted(boards: Assistant) -> None:
    answer = boards.ask("How many stories are there on each board?")
    assert answer.status == Status.ANSWERED
    assert answer.text.count(": 6 projects\n") == 5
    assert len(answer.citations) == 5


def test_what_a_board_says_on_a_topic_is_of_that_board(boards: Assistant) -> None:
    answer = boards.ask("What does board 3 say about fidelity?")
    of = {boards.collection.by_id[name].board[:2] for name in answer.documents}
    assert (answer.status, of) == (Status.ANSWERED, {"3."})


@pytest.mark.parametrize(
    "question",
    [
        "what are the three or four key elements of successful scaling, just list them",
        "could you list the core principles of innovation for me",
        "can you give me the key enablers as bullet points",
    ],
)
def test_courtesy_beside_a_heading_asks_for_no_more(boards: Assistant, question: str) -> None:
    assert " guidance sections:" in boards.ask(question).text


def test_stories_alone_are_listed_as_any_set_is(boards: Assistant) -> None:
    answer = boards.ask("Which stories are on board 3?")
    assert answer.text.startswith("6 projects (30 of 30 checked):")


@pytest.mark.parametrize(
    ("question", "board"),
    [("How do I scale my innovation?", "4."), ("How should I adapt a model from elsewhere?", "3.")],
)
def test_what_a_board_is_about_brings_its_guidance(
    boards: Assistant, question: str, board: str
) -> None:
    answer = boards.ask(question)
    documents = boards.collection.documents
    cards = {d.id for d in documents if d.board.startswith(board) and d.kind == "guidance"}
    assert cards <= set(answer.documents)
    assert "The guidance on this:" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How do we support adoption?",  # a value of a facet
        "How do you create demand for an innovation?",  # board 4's, though board 5 creates too
    ],
)
def test_what_only_shares_a_word_is_no_boards_subject(boards: Assistant, question: str) -> None:
    assert "The guidance on this:" not in boards.ask(question).text


@pytest.mark.parametrize(
    "question", ["When were the boards published?", "Is this up to date?", "what are your sources?"]
)
def test_what_the_collection_itself_is_is_said(boards: Assistant, question: str) -> None:
    answer = boards.ask(question)
    assert answer.status == Status.SMALL_TALK
    assert answer.text.startswith("I answer from the boards alone, word for word.")
    assert "published in 2017" in answer.text


def test_what_follows_it_is_of_what_was_spoken_of(boards: Assistant) -> None:
    earlier = ["What is Pause?", "How old is this information?"]
    assert boards.ask("who supports it?", earlier).searched_for == "who supports Pause?"


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("list the core principles of innovation",
         {"high-aspirations", "people-first", "working-together"}),
        ("What are the elements of successful innovation?",
         {"disciplined-methods", "split-screen", "theory-of-change", "gather-insights"}),
        ("What are the key enablers for successful innovation?",
         {"strong-relationships", "change-culture", "lead-in-partnership", "whole-systems"}),
    ],
)  # fmt: skip
def test_a_section_of_guidance_is_told_from_its_heading(
    boards: Assistant, question: str, held: set[str]
) -> None:
    answer = boards.ask(question)
    assert answer.status == Status.ANSWERED
    assert set(answer.documents) == held


@pytest.mark.parametrize("weight", ["core ", "main ", "key ", ""])
def test_a_heading_is_found_by_any_word_for_what_matters_most(
    boards: Assistant, weight: str
) -> None:
    answer = boards.ask(f"What are the {weight}principles of innovation?")
    assert answer.documents == ("high-aspirations", "people-first", "working-together")


def test_a_short_text_that_is_named_is_quoted_in_its_order(boards: Assistant) -> None:
    answer = boards.ask("Give the exact wording of People and relationships first")
    starts = [citation.start for citation in answer.citations]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_a_board_that_a_story_has_is_no_part_of_the_collection(boards: Assistant) -> None:
    answer = boards.ask("Does each area have its own Pause Board, and are the members paid?")
    assert answer.documents[0] == "pause"
