"""What a follow-up speaks of: the story told, all that was listed, two that were compared."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "earlier", "meant"),
    [
        ("What training did staff receive?", "What is Focus on Practice?", "Focus on Practice"),
        ("Was there any effect on homelessness?", "What is the House Project?",
         "The House Project"),
        ("Who supervised the practitioners?", "Tell me about Project Crewe", "Project Crewe"),
    ],
)  # fmt: skip
def test_what_was_done_is_asked_of_the_story_told(
    boards: Assistant, question: str, earlier: str, meant: str
) -> None:
    assert boards.ask(question, [earlier]).searched_for.endswith(f" ({meant})?")


@pytest.mark.parametrize(
    "question",
    [
        "Was there a project on domestic abuse?",
        "Who were the projects funded by?",
        "send me the links for adoption",
        "What results did the London projects have?",
        "Who trained 5,000 practitioners in restorative practice?",
        "Is there any guidance on keeping to the model in a new place?",
        "How does Signs of Safety compare with systemic practice?",
    ],
)
def test_a_question_of_its_own_takes_on_no_story(boards: Assistant, question: str) -> None:
    assert boards.ask(question, ["Tell me about Pause"]).searched_for == question


@pytest.mark.parametrize(
    "question", ["what did that cost", "send me the links please", "why those"]
)
def test_all_that_were_listed_are_meant(boards: Assistant, question: str) -> None:
    answer = boards.ask(question, ["Which projects are about domestic abuse?"])
    assert {"growing-futures", "family-valued", "family-safeguarding"} == set(answer.documents)


def test_what_is_but_nearest_is_not_spoken_of(boards: Assistant) -> None:
    turns = ["Tell me about No Wrong Door", "what staff are in the hub"]
    assert "nearest" in boards.ask(turns[1], turns[:1]).text
    answer = boards.ask("is there an evaluation link", turns)
    assert answer.searched_for == "is there an evaluation link (No Wrong Door)?"


@pytest.mark.parametrize(
    "question", ["is that like what NIS did?", "is it the same as what NIS did?"]
)
def test_what_another_did_is_set_beside_it(boards: Assistant, question: str) -> None:
    assert boards.ask(question, ["Tell me about Daybreak"]).documents == ("daybreak", "nis")


def test_of_what_nobody_names_none_is_not_said(boards: Assistant) -> None:
    answer = boards.ask("Does any other project use the same theory?", ["Tell me about Pause"])
    assert "found none" not in answer.text


def test_of_two_compared_one_is_asked_for(boards: Assistant) -> None:
    turns = ["Which projects use a practice framework?",
             "How does Signs of Safety differ from restorative practice?"]  # fmt: skip
    meant = "Which of Signs of Safety and restorative practice has the better evidence?"
    assert boards.ask("Which one has the better evidence?", turns).searched_for == meant
