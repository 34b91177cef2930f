"""What follow-ups get, in the conversations they stand in."""

import pytest

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


LISTED = "Which projects work with the police?"


@pytest.mark.parametrize(
    ("question", "earlier", "meant"),
    [
        ("leave out the ones run by a council", LISTED,
         "Which projects work with the police leave out the ones run by a council?"),
        ("not the council ones", LISTED,
         "Which projects work with the police but not the council ones?"),
        ("any of them outside the programme?", "Which projects are for care leavers?",
         "which of The House Project and Achieving Emotional Wellbeing are outside the programme?"),
        ("can you send me the evaluation", "What is Mockingbird?",
         "can you send me the evaluation (Mockingbird)?"),
        ("how were the young people involved", "What is Achieving Change Together?",
         "how were the young people involved (Achieving Change Together)?"),
        ("how many children have been placed so far", "What's It's All About Me?",
         "how many children have been placed so far (It's All About Me)?"),
        ("more on the North Yorkshire one", "Which projects work with teenagers?",
         "more on No Wrong Door"),
        ("and the West Berkshire one, is it in the programme?",
         "Which projects use restorative practice?",
         "is Building Community Together in the programme?"),
        ("any examples", "We are short of staff. How do we find time to innovate?",
         "Which projects are examples of this: find time to innovate?"),
        ("have they got a template for one", "What is a theory of change?",
         "have the boards got a template for one"),
    ],
)  # fmt: skip
def test_what_is_meant(boards: Assistant, question: str, earlier: str, meant: str) -> None:
    assert boards.ask(question, [earlier]).searched_for == meant


def test_those_left_out_of_a_list_are_not_shown_again(boards: Assistant) -> None:
    answer = boards.ask("leave out the ones run by a council", [LISTED])
    assert set(answer.documents) == {"child-house", "growing-futures"}


def test_more_advice_is_of_other_guidance_until_there_is_none(boards: Assistant) -> None:
    asked = ["How do we know sooner whether it's working?"]
    seen = set(boards.ask(asked[0]).documents)
    for _ in range(6):
        answer = boards.ask("what else", asked)
        guidance = {d for d in answer.documents if d not in boards.collection.counted}
        assert not guidance & seen
        if answer.status == Status.PARTLY:
            break
        seen |= guidance
        asked.append("what else")
    assert answer.status == Status.PARTLY
    assert answer.text.endswith("I found nothing more in the boards.")


def test_an_organisation_in_the_same_question_is_what_they_stands_for(boards: Assistant) -> None:
    question = "What did the NSPCC do on emotional wellbeing - how many did they speak to"
    answer = boards.ask(question, ["What is the House Project?"])
    assert answer.searched_for == question
    assert "42 children in care" in answer.text


@pytest.mark.parametrize(
    ("question", "earlier", "document", "said"),
    [
        ("What about Hertfordshire - how many teams", "Did repeat incidents go down in Doncaster?",
         "family-safeguarding", "22 co-located"),
        ("and how many foster carers", "How many children did Achieving Emotional Wellbeing ask?",
         "emotional-wellbeing", "56 foster carers"),
        ("what about that video coaching", "What is Mockingbird?", "nis", "video coaching"),
        ("is there a video or storyboard I can show members", "What is Pause?",
         "pause", "storyboard"),
        ("no I meant how many areas not which", "Which areas is Pause in?", "pause", "seven areas"),
    ],
)  # fmt: skip
def test_of_whom_a_follow_up_asks(
    boards: Assistant, question: str, earlier: str, document: str, said: str
) -> None:
    answer = boards.ask(question, [earlier])
    assert answer.status == Status.ANSWERED
    assert answer.documents == (document,)
    assert said in answer.text


def test_a_follow_up_that_is_not_told_of_the_first_is_asked_of_the_others(
    boards: Assistant,
) -> None:
    asked = ["Is there anything for foster carers?"]
    answer = boards.ask("the hub carer thing, what does she actually do", asked)
    assert answer.searched_for == "the hub carer thing, what does Mockingbird actually do"
    assert answer.status == Status.ANSWERED


def test_what_is_merely_nearest_does_not_become_it(boards: Assistant) -> None:
    asked = ["What is Mockingbird?", "what does a judge earn, roughly"]
    assert boards.ask(asked[1], asked[:1]).status != Status.ANSWERED
    assert boards.ask("who runs it?", asked).searched_for == "who runs Mockingbird?"


def test_what_was_chosen_among_several_is_spoken_of_still(boards: Assistant) -> None:
    asked = ["which projects work with adolescents?"]
    asked.append("which of them included mental health workers")
    answer = boards.ask("How were they managed?", asked)
    assert answer.searched_for == "How were The House Project managed?"
