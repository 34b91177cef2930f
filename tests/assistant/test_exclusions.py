"""What a question for a set leaves out by its meaning is parted from it, and never listed."""

import pytest

from assistant.assistant import Assistant
from assistant.reading.exclusions import part
from assistant.types import Status
from corpus.schema import Kind

PROJECTS = [Kind(one="project", many="projects", counted=True)]


@pytest.mark.parametrize(
    ("text", "kept", "left_out"),
    [
        ("Which projects work with teenagers but not on housing?",
         "Which projects work with teenagers", ("Which projects are on housing?",)),
        ("teenagers, but not about housing and not about drugs",
         "teenagers", ("Which projects are about housing?", "Which projects are about drugs?")),
        ("health projects - NHS and so on - but not the ones about abuse",
         "health projects - NHS and so on", ("Which projects are about abuse?",)),
        ("abuse projects that are not run by a council",
         "abuse projects", ("Which projects are run by a council?",)),
        ("Which projects for carers don't use volunteers?",
         "Which projects for carers", ("Which projects use volunteers?",)),
        ("mental health - parents not children", "mental health - parents", ()),
    ],
)  # fmt: skip
def test_a_question_is_parted_at_what_it_leaves_out(
    text: str, kept: str, left_out: tuple[str, ...]
) -> None:
    parted = part(text, PROJECTS)
    assert parted is not None
    assert (parted.kept, parted.left_out) == (kept, left_out)


@pytest.mark.parametrize(
    "text",
    [
        "Which projects do not use volunteers?",
        "Which projects use staff who aren't qualified social workers?",
        "Where did someone bring in an idea that wasn't English?",
        "Where are services run by a body set apart from the town hall?",
        "Which projects work with teenagers?",
    ],
)
def test_what_is_denied_of_something_else_leaves_nothing_out(text: str) -> None:
    assert part(text, PROJECTS) is None


def test_those_in_the_programme_are_all_that_are_not_said_to_be_outside(boards: Assistant) -> None:
    inside = boards.ask("Which projects are part of the Innovation Programme?")
    outside = boards.ask("Which projects weren't actually part of the Innovation Programme?")
    assert set(outside.documents) == {"emotional-wellbeing", "west-berkshire", "its-all-about-me"}
    assert set(inside.documents) == set(boards.collection.counted) - set(outside.documents)


def test_what_is_outside_the_set_is_not_shown_in_its_stead(boards: Assistant) -> None:
    assert boards.ask("gangs and knife crime projects other than in London").status == Status.PARTLY
