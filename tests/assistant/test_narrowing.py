"""What narrows a set decides who is in it; what is left out or denied is never listed."""

import pytest

from assistant.assistant import Assistant
from assistant.reading.exclusions import denied
from assistant.reading.narrowing import narrow
from assistant.types import Status

IN_LONDON = {"measuring-what-matters", "focus-on-practice", "brighter-futures", "child-house"}


@pytest.mark.parametrize(
    ("question", "listed", "never"),
    [
        ("Which projects are not in London?", {"family-valued", "bradford"}, IN_LONDON),
        ("Which projects outside London have a storyboard?", {"no-wrong-door"}, IN_LONDON),
        ("Which projects about domestic abuse are not in Leeds?",
         {"family-safeguarding", "growing-futures"}, {"family-valued"}),
        ("Which fostering projects other than Mockingbird are there?",
         {"nis", "brighter-futures", "bradford"}, {"mockingbird"}),
        ("What other models come from abroad, other than Mockingbird?",
         {"fdac", "child-house", "signs-of-safety", "west-berkshire"}, {"mockingbird"}),
        ("Which fostering projects have an evaluation summary?",
         {"mockingbird", "nis", "brighter-futures"}, {"no-wrong-door", "coram-i"}),
        ("Which projects have an evaluation summary but no storyboard?",
         {"mockingbird", "right-home"}, {"brighter-futures", "coram-i", "pause"}),
        ("Which projects have neither a storyboard nor an evaluation?",
         {"project-crewe", "daybreak"}, {"mockingbird", "pause"}),
        ("Which projects involve the police but not probation?",
         {"family-valued", "child-house"}, {"family-safeguarding", "growing-futures"}),
        ("Which models came from countries other than the US?",
         {"west-berkshire", "child-house", "signs-of-safety"}, {"mockingbird", "fdac"}),
        ("Which projects have a website of their own, but no evaluation summary?",
         {"pause", "daybreak", "fdac"}, {"right-home", "family-valued", "mockingbird"}),
        ("Which projects haven't a website, a storyboard or an evaluation?",
         {"project-crewe", "bradford", "cdc"}, {"pause", "mockingbird", "coram-i"}),
        ("Which projects are about fostering other than Mockingbird, Brighter Futures and KEEP?",
         {"no-wrong-door", "bradford"}, {"mockingbird", "brighter-futures"}),
        ("Which projects work with teenagers but not on sexual exploitation?",
         {"no-wrong-door", "bradford"}, {"achieving-change-together"}),
        ("projects with health partners - NHS, CCGs etc - but not the ones about domestic abuse",
         {"child-house", "fdac"}, {"family-safeguarding", "growing-futures", "family-valued"}),
        ("domestic abuse projects that are not run by a council",
         {"growing-futures"}, {"family-valued", "family-safeguarding"}),
        ("edge of care projects, not in London", {"right-home"}, {"daybreak"}),
        ("adoption projects which are in the Innovation Programme",
         {"nis", "coram-i"}, {"its-all-about-me", "west-berkshire"}),
        ("How many projects have a storyboard?",
         {"no-wrong-door", "family-valued", "pause", "coram-i"}, {"mockingbird"}),
    ],
)  # fmt: skip
def test_who_is_listed_and_who_never(
    boards: Assistant, question: str, listed: set[str], never: set[str]
) -> None:
    answer = boards.ask(question)
    assert answer.status == Status.ANSWERED
    assert listed <= set(answer.documents)
    assert not never & set(answer.documents)


@pytest.mark.parametrize(
    "question",
    [
        "Which projects from Iceland are about fostering?",
        "Which projects in Leeds have been about adoption?",
        "Which projects are in Wales?",
    ],
)
def test_no_document_that_has_both_is_made_up(boards: Assistant, question: str) -> None:
    answer = boards.ask(question)
    assert answer.status in (Status.PARTLY, Status.NOT_COVERED)
    assert "checked" not in answer.text


def test_who_does_not_is_said_to_be_untold_and_who_does_is_listed(boards: Assistant) -> None:
    answer = boards.ask("Which projects do not use volunteers?")
    assert answer.status == Status.PARTLY
    assert "don't say" in answer.text.split("\n")[0]
    assert set(answer.documents) == {"project-crewe", "active-agents", "cdc"}


@pytest.mark.parametrize(
    "question",
    [
        "How many projects are there?",
        "List all thirty projects",
        "Which projects are there in the boards?",
    ],
)
def test_all_are_listed_where_all_are_asked_for(boards: Assistant, question: str) -> None:
    assert boards.ask(question).text.startswith("30 projects (30 of 30 checked)")


@pytest.mark.parametrize(
    ("question", "required", "excluded", "rest"),
    [
        ("Which projects in Wiltshire help families?",
         [["Wiltshire"]], [], "Which projects help families?"),
        ("Which fostering projects are not from Iceland?",
         [], [["Iceland"]], "Which fostering projects ?"),
        ("beds, flats, not fostering", [], [], "beds, flats"),
        ("Which projects are in the Programme Directory and help schools?",
         [["directory"]], [], "Which projects and help schools?"),
        ("Who uses restorative practice?", [], [], "Who uses restorative practice?"),
    ],
)  # fmt: skip
def test_what_decides_is_cut_off(
    boards: Assistant,
    question: str,
    required: list[list[str]],
    excluded: list[list[str]],
    rest: str,
) -> None:
    found = narrow(boards.read(question), boards.collection)
    assert [[t.name for t in c if t.facet != "organisation"] for c in found.required] == required
    assert [[t.name for t in c if t.facet] for c in found.excluded] == excluded
    assert found.rest == rest


def test_a_name_that_holds_no_is_no_denial(boards: Assistant) -> None:
    earlier = ["Which projects are about fostering?"]
    answer = boards.ask("Which of those have an evaluation?", earlier)
    assert set(answer.documents) == {"mockingbird", "nis", "brighter-futures"}


def test_what_is_denied_is_asked_without_the_denial(boards: Assistant) -> None:
    question = boards.read("Which projects don't involve the police?")
    assert denied(question, narrow(question, boards.collection)) == (
        "Which projects do involve the police?"
    )
    question = boards.read("Which projects involve the police?")
    assert denied(question, narrow(question, boards.collection)) == ""


def test_the_links_that_a_set_must_have_are_given(boards: Assistant) -> None:
    answer = boards.ask("Which projects have a storyboard I could open? I'd like the links.")
    assert len(answer.links) == len(set(answer.documents)) == 7
    assert {link.kind for link in answer.links} == {"storyboard"}
    assert "Family Valued: project storyboard" in {link.label for link in answer.links}


def test_what_they_are_wanted_for_plays_no_part(boards: Assistant) -> None:
    asked = "Which projects have an evaluation summary"
    wanted = boards.ask(f"{asked}, so that we can read them before we bid?")
    assert wanted.documents == boards.ask(f"{asked}?").documents


def test_which_areas_have_a_link_is_decided_by_links(boards: Assistant) -> None:
    projects = boards.ask("Which projects have a storyboard?").documents
    assert boards.ask("which areas have a storyboard").documents == projects
