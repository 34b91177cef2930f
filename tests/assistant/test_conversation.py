"""Follow-ups: what is understood, and what is never carried over."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        (["How is Pause kept faithful to its model?"], "who runs it locally?",
         "who runs Pause locally?"),
        (["What is Pause?", "thanks"], "Where is it running?", "Where is Pause running?"),
        (["Which projects are built on restorative practice?"],
         "How many people has the second one trained?",
         "How many people has Building Community Together trained?"),
        (["What is the House Project?", "Is there one in Calderdale?"],
         "Go back to the other one - how many young people?",
         "The House Project - how many young people?"),
        (["Which projects came from abroad?", "And the Australian one?"],
         "What about the Icelandic one?", "What about Child House?"),
        (["List the projects about adoption"], "apart from Coram-i",
         "List the projects about adoption apart from Coram-i?"),
        (["Which projects involve the police?"], "and not probation?",
         "Which projects involve the police but not probation?"),
        (["Family group conferencing: who does it?"], "the national one", "Daybreak"),
        (["Projects that came from abroad"], "the US ones",
         "Mockingbird and Family Drug and Alcohol Court"),
        (["What is Achieving Emotional Wellbeing?"], "how many foster carers?",
         "how many foster carers (Achieving Emotional Wellbeing)?"),
        (["How do I balance fidelity with flexibility?"], "what about ethnographic research?",
         "Is there anything about ethnographic research?"),
        (["What do the boards say about culture?"], "And leadership?",
         "What do the boards say about leadership?"),
        (["How do you scale something?"], "Any examples?",
         "Which projects are examples of this: How do you scale something?"),
        (["Is anyone else copying Family Safeguarding?"], "how many teams?",
         "how many teams (Family Safeguarding)?"),
        (["What is Achieving Emotional Wellbeing?"],
         "Which others weren't part of the programme?",
         "Which others weren't part of the programme?"),
        (["What is Growing Futures?"], "No, I meant Brighter Futures",
         "What is Brighter Futures?"),
        (["How many councils does Daybreak work with?"],
         "Sorry, wrong one. I meant the fostering people.",
         "How many councils does the fostering people work with?"),
        (["How do we adapt a model from elsewhere?"], "Would it be worth a visit?",
         "How do we adapt a model from elsewhere: Would it be worth a visit?"),
        (["What is Pause?", "And what is Firstline?"], "Who runs the first one?",
         "Who runs Pause?"),
        (["What is Firstline?"], "tell me more", "Tell me more about Firstline"),
        (["Who leads Firstline?"], "ok, something else: what is Pause?", "what is Pause?"),
        (["Which projects are in London?"], "and outside London?",
         "Which projects are outside London?"),
        (["How do you scale something?"], "who has done that in London?",
         "Which projects are examples of this: How do you scale something in London?"),
        (["What results did Barnahus get?"], "and in London?",
         "What results did Barnahus get in London?"),
        (["What is Pause?"], "How many stories are on each board?",
         "How many stories are on each board?"),
        (["Are Family Insights and Focus on Practice about the same thing?"],
         "Tell me about the second one", "Tell me about Focus on Practice"),
        (["Tell me about Family Valued."], "No, not the Leeds one, I meant Signs of Safety",
         "Tell me about Signs of Safety."),
        (["What is Pause?"], "Which university works with Hampshire?",
         "Which university works with Hampshire?"),
        (["What is No Wrong Door?"], "Does Bradford use it?", "Does Bradford use No Wrong Door?"),
        (["What is family group conferencing?"], "Has Leeds tried it too?",
         "Has Leeds tried family group conferencing too?"),
        (["What does Bradford plan?"], "How long will North Yorkshire be lending them a hand?",
         "How long will North Yorkshire be lending Rethinking Social Care in Bradford a hand?"),
        (["Which university does Growing Futures in Doncaster work with?"], "And Hampshire?",
         "Which university does it in Hampshire work with?"),
        (["What does FDAC do?"], "Where did the idea come from?",
         "Where did the idea come from (Family Drug and Alcohol Court)?"),
        (["What is Islington doing with families?"], "Is Leeds doing anything like that?",
         "What is Leeds doing with families?"),
        (["Tell me about Right Home", "and No Wrong Door?"], "Which of the two has hubs?",
         "Which of Right Home and No Wrong Door has hubs?"),
        (["Which projects use restorative practice?"], "Which one has trained more people?",
         "Which of Family Valued and Building Community Together has trained more people?"),
        (["How did Leeds train its staff?"], "Why?", "Why did Leeds train its staff?"),
        (["Is Pause growing?"], "And where?", "Where is Pause growing?"),
        (["Who runs Pause?"], "Why?", "Who runs Pause: Why?"),  # nothing to ask it of
        (["Which projects use restorative practice?"], "Are there any more?",
         "Which projects use restorative practice, other than Family Valued and"
         " Building Community Together?"),
        (["Which projects use restorative practice?"], "How many staff have they trained?",
         "How many staff have Family Valued and Building Community Together trained?"),
        (["Which projects are about adoption?"], "the last two", "Coram-i and It's All About Me"),
        (["Which projects are about fostering?"], "number 3 please", "Mockingbird please"),
        (["Which projects came from abroad?", "the fostering one"], "the other four",
         "Building Community Together, Child House, Family Drug and Alcohol Court and"
         " Signs of Safety"),
        (["What's a theory of change for?"], "What's split screen?", "What's split screen?"),
        (["What is a split screen approach?", "Which projects show it?"],
         "And how should it be governed?", "And how should a split screen approach be governed?"),
        (["What is Pause?"], "And restorative practice?", "What is restorative practice?"),
        (["What is Right Home?"], "And disabled children?",
         "Is there anything about disabled children?"),
        (["Which projects are about adoption?", "the first one"], "Thanks. And secondments?",
         "Is there anything about secondments?"),
        (["How do I scale a model?"], "What do they say about tools?",
         "What do the boards say about tools?"),
        (["What is Mockingbird?"], "What other projects came from the US?",
         "What other projects came from the US, other than Mockingbird?"),
        (["Tell me about Pause", "What about Mockingbird?"], "compare the two",
         "compare Pause and Mockingbird"),
        (["Which projects are about adoption?"], "How do they compare?",
         "How do National Implementation Service, Coram-i and It's All About Me compare?"),
        (["How many councils does Daybreak work with?"], "And FDAC, when did it start?",
         "when did FDAC start?"),
        (["What did Focus on Practice achieve?", "Any others with results?"],
         "What about the Icelandic one?", "What about Child House?"),
        (["Anything on fostering?"], "compare the first and the third",
         "compare No Wrong Door and Mockingbird"),
        (["Anything on fostering?"], "compare 2 and 3",
         "compare Achieving Emotional Wellbeing and Mockingbird"),
        (["List the projects in London", "Which of those have an evaluation?"], "the last two",
         "Brighter Futures and Achieving for Children"),
        (["What's happening in Kent?"], "and Ealing?", "What's happening in Ealing?"),
        (["What's happening in Leeds?", "and Kent?"], "and Doncaster?",
         "What's happening in Doncaster?"),
        (["Who works with adoption?"], "the one with the social impact bond",
         "It's All About Me"),
        (["What is split screen?"], "Any examples?", "Which projects are about split screen?"),
        (["What is Active Agents for Change?"], "Which university?",
         "Which university (Active Agents for Change)?"),
        (["How does Leeds involve families?"], "Same question for Hertfordshire",
         "How does Hertfordshire involve families?"),
        (["Which projects work with foster carers?"], "Is the Ealing one still going?",
         "Is Brighter Futures still going?"),
        (["How do Pause and FDAC differ?"], "Which of those began in America?",
         "Which of Pause and Family Drug and Alcohol Court began in America?"),
        (["What is Pause?"], "What does Mockingbird do, and who runs it?",
         "What does Mockingbird do, and who runs it?"),
        (["What is Pause?"], "Does Mockingbird say it helps carers?",
         "Does Mockingbird say it helps carers?"),
        (["Are others copying Family Safeguarding?"], "which councils?",
         "Are others copying Family Safeguarding: which councils?"),
        (["What is Pause?"], "which areas?", "which areas (Pause)?"),
        (["What is FDAC?"], "Isn't it in 12 authorities?",
         "Isn't Family Drug and Alcohol Court in 12 authorities?"),
        (["What is Barnahus?"], "and in Denmark?", "What is Barnahus in Denmark?"),
        (["Who else has taken Mockingbird on?"], "No, I meant Pause, not the fostering one",
         "Who else has taken Pause on?"),
        (["We want to adapt a model. How do we go about it?"], "who has done that?",
         "Which projects are examples of this: We want to adapt a model. How do we go about it?"),
        (["Which projects are in Ealing?"], "is that it?",
         "Which projects are in Ealing, other than Brighter Futures?"),
        (["What is Firstline?"], "is that all?", "Tell me more about Firstline"),
        (["Who is good on permanence?"], "how does Coram-i do it?", "how does Coram-i do it?"),
        (["What is Pause?"], "is it in the programme?", "is Pause in the programme?"),
        (["How do you scale something?"], "Which projects have done it?",
         "Which projects are examples of this: How do you scale something?"),
        (["Which projects use restorative practice?"], "how many staff were trained?",
         "how many staff were trained (Family Valued and Building Community Together)?"),
        (["How can we reduce bureaucracy?", "Who has done that?"], "How did they do it?",
         "How did Family Insights and Morning Lane Associates do it?"),
        (["Which projects are in Ealing?", "any others?"], "any others?",
         "Which projects are in Ealing, other than Brighter Futures?"),
    ],
)  # fmt: skip
def test_what_is_searched_for(
    boards: Assistant, earlier: list[str], question: str, understood: str
) -> None:
    assert boards.ask(question, earlier).searched_for == understood


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
