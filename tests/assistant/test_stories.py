"""What one project did and how it works, which its whole story tells; and who is in its team."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Status


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("How does Growing Futures work?", "growing-futures"),
        ("Tell me what Project Crewe did differently", "project-crewe"),
        ("What do Daybreak actually offer councils?", "daybreak"),
        ("What does Project Crewe do?", "project-crewe"),
        ("How did Bradford go about it?", "bradford"),
        ("How did Leeds do Family Valued?", "family-valued"),
        ("what exactly does Growing Futures do", "growing-futures"),
        ("whats project crewe about", "project-crewe"),
        ("what came out of the serious case reviews project", "serious-case-reviews"),
        ("Could you tell me about Coram-i and its adoption tools?", "coram-i"),
    ],
)
def test_how_a_project_works_is_told_by_its_whole_story(
    boards: Assistant, question: str, name: str
) -> None:
    answer, story = boards.ask(question), boards.collection.by_id[name]
    assert answer.status is Status.ANSWERED
    assert [c.quote for c in answer.citations] == [story.text[: story.body_end]]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How is No Wrong Door staffed?", ["Two hubs bring", "A single team of multi-agency"]),
        ("Who works in No Wrong Door?", ["Two hubs bring", "A single team of multi-agency"]),
        ("Growing Futures, who's in that team?", ["New Domestic Abuse Navigators"]),
        ("Who is in the team at Family Safeguarding?", ["22 co-located", "Adult specialists"]),
    ],
)
def test_who_is_in_a_team_is_told_by_every_sentence_that_names_them(
    boards: Assistant, question: str, words: list[str]
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert "nearest" not in answer.text
    assert all(word in answer.text for word in words)


def test_whom_a_project_works_with_is_not_who_works_there(boards: Assistant) -> None:
    assert boards.ask("Who works in Pause?").status is Status.PARTLY


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("It's all about me - explain the social investment", ["IAAM is", "The bond", "This mea"]),
        ("explain constellations in Mockingbird", ["The model, based", "In the first phase, 18"]),
        ("explain the Pledge at Pause", ["Each area has"]),
        ("role of volunteers in Project Crewe", ["Led by a social work consultant"]),
    ],
)
def test_an_account_of_one_thing_is_every_sentence_that_speaks_of_it(
    boards: Assistant, question: str, words: list[str]
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    quote = " ".join(citation.quote for citation in answer.citations)
    assert quote.startswith(words[0])
    assert [word in quote for word in words] == [True] * len(words)


def test_a_part_that_the_story_does_not_speak_of_is_not_told_by_it(boards: Assistant) -> None:
    answer = boards.ask("tell me about Daybreak and its work with schools")
    assert answer.status is Status.PARTLY
