"""What follow-ups get, in the conversations they stand in."""

from assistant.assistant import Assistant
from assistant.types import Status


def test_a_follow_up_is_answered_from_its_subject(boards: Assistant) -> None:
    answer = boards.ask("who runs it locally?", ["How is Pause kept faithful to its model?"])
    assert {citation.document_id for citation in answer.citations} == {"pause"}
    assert "Each area has a local Pause Board" in answer.text


def test_more_is_more_than_was_shown(boards: Assistant) -> None:
    shown = boards.ask("What is Firstline?")
    more = boards.ask("tell me more", ["What is Firstline?"])
    assert {c.document_id for c in more.citations} == {"firstline"}
    assert len(more.text.split()) > len(shown.text.split()) + 20


def test_two_conversations_do_not_mix(boards: Assistant) -> None:
    alone = boards.ask("How many hubs does it have?")
    boards.ask("How many hubs does it have?", ["What is No Wrong Door?"])
    assert boards.ask("How many hubs does it have?") == alone


def test_those_that_were_listed_are_looked_through(boards: Assistant) -> None:
    answer = boards.ask(
        "Which of those also works with the person doing the harm?",
        ["Which projects are about domestic abuse?"],
    )
    assert {c.document_id for c in answer.citations} == {"growing-futures"}


def test_how_many_of_those_is_said(boards: Assistant) -> None:
    asked = ["Which projects work with foster carers?"]
    listed = boards.ask(asked[0])
    answer = boards.ask("How many of those are outside the Programme?", asked)
    total = len(listed.documents)
    assert answer.text.startswith(f"1 project ({total} of {total} checked):")


def test_which_ones_after_how_many(boards: Assistant) -> None:
    asked = ["How many local authorities is Signs of Safety supporting?"]
    answer = boards.ask("which ones?", asked)
    assert answer.searched_for == "Which local authorities is Signs of Safety supporting?"
    assert answer.status == Status.PARTLY


def test_it_is_the_one_that_was_chosen_among_several(boards: Assistant) -> None:
    asked = ["Which projects came from abroad?", "Which of those is about sexual abuse?"]
    assert boards.ask("What results did they get?", asked).searched_for == (
        "What results did Child House get?"
    )
