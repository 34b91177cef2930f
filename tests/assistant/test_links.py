"""Links of the kind that is asked for, or what there is instead."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


def test_a_link_of_the_kind_asked_for(boards: Assistant) -> None:
    answer = boards.ask("Where is the storyboard for Family Valued?")
    assert [link.url for link in answer.links] == ["http://springconsortium.com/leeds/story/"]


def test_a_link_kind_that_does_not_exist_is_said_with_what_there_is(boards: Assistant) -> None:
    answer = boards.ask("Is there a storyboard for Mockingbird?")
    assert answer.status == Status.PARTLY
    assert "no project storyboard" in answer.text
    assert {link.kind for link in answer.links} == {"directory", "evaluation"}


def test_the_links_of_a_topic_are_those_of_the_stories_that_have_to_do_with_it(
    boards: Assistant,
) -> None:
    answer = boards.ask("Where can I read more about restorative practice?")
    assert set(answer.documents) == {"family-valued", "west-berkshire"}
    assert {link.url for link in answer.links} >= {"http://community.westberks.gov.uk"}


def test_where_no_link_is_given_that_is_said(boards: Assistant) -> None:
    answer = boards.ask("Where can I read more about the split screen approach?")
    assert answer.status is Status.PARTLY
    assert "The boards give no link for" in answer.text
    assert [link.kind for link in answer.links] == ["contact"]


def test_a_link_is_that_of_the_story_that_holds_what_is_asked_about(boards: Assistant) -> None:
    answer = boards.ask("Where can I read the evaluation of KEEP?")
    assert answer.documents == ("nis",)
    assert "http://springconsortium.com/nis/keep/eval/" in [link.url for link in answer.links]


@pytest.mark.parametrize("place", ["Cheshire East", "Wigan"])
def test_links_of_a_place_are_never_those_of_another(boards: Assistant, place: str) -> None:
    answer = boards.ask(f"Is there a storyboard for {place}?")
    assert answer.status is Status.PARTLY
    assert set(answer.documents) <= {"project-crewe", "achieving-change-together"}
    assert "no project storyboard" in answer.text


def test_who_has_no_contact_of_their_own_is_written_to_by_the_collections(
    boards: Assistant,
) -> None:
    answer = boards.ask("Who can I contact about the House Project?")
    assert answer.status is Status.PARTLY
    assert "give no contact address" in answer.text
    assert answer.links[0].url == "mailto:innovation@springconsortium.com"


def test_a_link_is_given_where_the_question_asks_for_it(boards: Assistant) -> None:
    waiting = "We are waiting for the evaluation before we change anything. Is that wise?"
    answer = boards.ask(waiting)
    assert "Don't wait for an evaluation" in answer.text
    one = boards.ask("They only believe in evaluations. Where is the one for Firstline?")
    assert "evaluation" in {link.kind for link in one.links}


def test_links_of_one_kind_are_told_apart(boards: Assistant) -> None:
    labels = [link.label for link in boards.ask("Has KEEP been evaluated? Link please").links]
    assert "evaluation summary: keep" in labels
    assert len(set(labels)) == len(labels)


def test_an_address_to_write_to_is_written_out(boards: Assistant) -> None:
    answer = boards.ask("How do I contact the Spring Consortium?")
    assert "innovation@springconsortium.com" in answer.text


def test_that_none_of_two_has_such_a_link_is_said_of_each(boards: Assistant) -> None:
    asked = ["Compare the House Project and Right Home"]
    answer = boards.ask("which of the two has a storyboard?", asked)
    assert answer.status == Status.PARTLY
    assert answer.text.count("link to no project storyboard for") == 2


def test_a_name_and_contact_ask_for_one(boards: Assistant) -> None:
    answer = boards.ask("Daybreak, contact?")
    assert [link.kind for link in answer.links] == ["contact", "website", "directory"]


def test_that_no_project_of_a_set_has_such_a_link_is_said(boards: Assistant) -> None:
    answer = boards.ask("Which projects outside the Programme have an evaluation summary?")
    assert answer.status == Status.PARTLY
    assert answer.text == (
        "The boards link to no evaluation summary for any of those (30 of 30 checked)."
    )


def test_that_no_phone_number_is_given_is_said(boards: Assistant) -> None:
    answer = boards.ask("spring consortium phone number")
    assert answer.status == Status.PARTLY
    assert answer.text.startswith("The boards give no phone number. You can write to:")
    assert [link.kind for link in answer.links] == ["contact", "website"]


def test_whose_the_address_is_that_is_given_for_all(boards: Assistant) -> None:
    answer = boards.ask("Who could I speak to at No Wrong Door?")
    assert answer.status is Status.PARTLY
    assert answer.text.startswith("The boards give no contact address for **No Wrong Door**.")
    assert answer.documents == ("about-the-boards",)
    assert "contact Spring Consortium" in answer.citations[0].quote
    assert [link.kind for link in answer.links] == ["contact", "storyboard", "directory"]


def test_who_to_contact_about_all_is_answered(boards: Assistant) -> None:
    answer = boards.ask("who do I contact")
    assert answer.status is Status.ANSWERED
    assert [link.url for link in answer.links] == [
        "mailto:innovation@springconsortium.com",
        "http://www.springconsortium.com",
    ]
    assert not any("INNOVATION INSIGHTS" in asked for asked in answer.suggestions)


def test_each_of_several_that_are_named_has_its_likeliest_link(boards: Assistant) -> None:
    answer = boards.ask("which is cheaper to run, No Wrong Door or Mockingbird?")
    assert [link.label for link in answer.links] == [
        "No Wrong Door: project storyboard",
        "Mockingbird: evaluation summary",
    ]


def test_what_no_link_tells_of_a_set_that_links_decide_is_said(boards: Assistant) -> None:
    answer = boards.ask("Which projects were independently evaluated, and by whom?")
    assert answer.status is Status.PARTLY
    assert len(answer.documents) == 13
    assert "The boards don't say by whom or whether independently." in answer.text


def test_what_is_done_with_a_link_is_no_condition_of_a_set(boards: Assistant) -> None:
    answer = boards.ask("Give me every project that has a storyboard to read")
    assert answer.text.startswith("7 projects (30 of 30 checked, by their links)")


def test_whom_to_contact_is_asked_in_many_ways_and_for_what_is_spoken_of(boards: Assistant) -> None:
    about = ["Tell me about Growing Futures"]
    visit = boards.ask("Who would I ring to arrange a visit?", about)
    assert visit.text.startswith("The boards give no phone number and no contact address for")
    assert "**Growing Futures**" in visit.text
    assert [link.kind for link in visit.links] == ["contact", "directory", "evaluation"]
    for asked in (
        "I'd like to know who I should contact about Daybreak",
        "who I contact at Daybreak",
    ):
        assert "no contact address for **Daybreak**" in boards.ask(asked).text
    both = boards.ask("is there a website or contact?", ["What is Coram-i?"])
    assert both.text.startswith("The boards give no contact address or website for **Coram-i**.")
    spoken = boards.ask("Which partners did Mockingbird speak to?")
    assert "contact" not in [link.kind for link in spoken.links]


def test_a_report_to_read_is_a_link(boards: Assistant) -> None:
    answer = boards.ask(
        "Is there a report I can read on that one?", ["Tell me about the House Project"]
    )
    assert answer.text.startswith("For **The House Project**, the boards link to:")
    assert boards.ask("what did Family Insights report?").status is Status.PARTLY
