"""All values of a facet, asked for as such, and the very words that a set is asked for by."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which local authorities are mentioned across the projects?", "Islington. “Islington"),
        ("What countries did the ideas come from?", "Iceland. “"),
        ("What theories do the projects rest on (attachment etc.)?", "social learning theory. “"),
        ("Which organisations are named in the stories?", "Loughborough University. “"),
    ],
)
def test_a_kind_of_thing_is_told_by_the_values_of_its_facet(
    boards: Assistant, question: str, told: str
) -> None:
    answer = boards.ask(question)
    assert "(30 of 30 checked), by " in answer.text
    assert told in answer.text


def test_what_narrows_it_asks_for_a_set(boards: Assistant) -> None:
    answer = boards.ask("Which councils use family group conferences?")
    assert set(answer.documents) == {"family-valued", "west-berkshire", "daybreak"}


def test_what_mentions_something_holds_the_words(boards: Assistant) -> None:
    answer = boards.ask("Which projects mention motivational interviewing?")
    assert answer.text.startswith("1 project (30 of 30 checked):\n\n- **Family Safeguarding**")


def test_a_place_named_in_passing_is_not_where_a_project_is(boards: Assistant) -> None:
    answer = boards.ask("Which projects are based in London?")
    sure, others = answer.text.split("3 more may belong:")
    assert "Ealing" in sure
    assert "Southwark" in others
    assert "Hackney" in others
    assert "**Daybreak**" in boards.ask("Who works with Wiltshire?").text
