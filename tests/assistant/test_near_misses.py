"""What comes near to what is told: declined where it isn't, answered where it is."""

import pytest

from assistant.assistant import Assistant
from assistant.reading.question import names_surely
from assistant.types import Status


@pytest.mark.parametrize(
    "question",
    [
        "Which nine places is Pause rolling out to next?",  # its text says how many
        "What did Ofsted say about Achieving for Children?",
    ],
)
def test_what_is_asked_in_a_form_that_the_text_doesnt_answer_is_declined(
    boards: Assistant, question: str
) -> None:
    assert boards.ask(question).status == Status.PARTLY


@pytest.mark.parametrize(
    "question",
    [
        "How do we set the thresholds of early help?",
        "How do I write a tender specification for edge of care services?",
        "Tips for running a press conference",
        "How do we manage the transition of staff to a trust under TUPE?",  # no slip of `tape`
        "How is the weekly progress data in Leeds collected?",  # that it is displayed is told
        "What did Bradford achieve?",  # its aim is told
        "What evidence is there that restorative practice works?",
    ],
)
def test_what_is_only_named_is_no_answer(boards: Assistant, question: str) -> None:
    assert boards.ask(question).status in (Status.PARTLY, Status.NOT_COVERED)


def test_what_guidance_tells_is_answered(boards: Assistant) -> None:
    for question in ("How do we find time for new ideas?", "How can we share risk with partners?"):
        assert boards.ask(question).status == Status.ANSWERED


def test_a_list_that_is_not_told_of_is_not_made_up(boards: Assistant) -> None:
    answer = boards.ask("Which of the projects say how much money they have saved?")
    assert answer.status == Status.PARTLY
    assert "The boards don't say which of the projects say how much money" in answer.text


@pytest.mark.parametrize(
    "written", ["My house project needs a loft", "my house project has a loft"]
)
def test_a_name_in_lower_case_is_sure_where_all_is(boards: Assistant, written: str) -> None:
    assert names_surely(boards.read(written)) == written.islower()


@pytest.mark.parametrize(
    "question", ["Who paid for the boards?", "Who designed the boards?", "Who wrote these boards?"]
)
def test_who_asks_of_the_collection_gets_what_tells_of_it(boards: Assistant, question: str) -> None:
    assert set(boards.ask(question).documents) == {"about-the-boards"}


def test_a_result_is_no_reason(boards: Assistant) -> None:
    answer = boards.ask("Why did convictions double in Iceland?")
    assert answer.status == Status.PARTLY
    assert "a doubling of convictions" in answer.citations[0].quote


def test_a_topic_that_is_not_there_is_named_so(boards: Assistant) -> None:
    for question in ("radicalisation", "Do the boards mention radicalisation?"):
        answer = boards.ask(question)
        assert answer.text.startswith("The boards don't say anything about radicalisation.")


@pytest.mark.parametrize(
    "question",
    [
        "fostering in leicester",  # a place in small letters is one too
        "any projects in essex that train foster carers",
        "Is there a fostering project in Hull?",
        "What is design thinking?",  # no text has that name
        "What is agile working?",
        "When was Mockingbird brought to the UK?",  # who brought it is told, and no date
        "How many women has Pause turned away?",
        "Why was the Daybreak scheme in Wiltshire abandoned?",
        "Who funded the Innovation Programme?",
        "Who sits on the Vulnerable Young People's Panel?",
        "Does No Wrong Door work?",
    ],
)
def test_what_only_looks_as_if_it_were_told_is_declined(boards: Assistant, question: str) -> None:
    assert boards.ask(question).status in (Status.PARTLY, Status.NOT_COVERED)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did Brighter Futures work?", "Following positive results"),
        ("Is Focus on Practice effective?", "15% drop in Looked after Children numbers"),
        ("What is split screen?", "striking a balance between improving services"),
        ("What is a hub carer?", "a hub carer who provides respite"),
        ("Is It's All About Me in the programme?", "not part of the Innovation Programme"),
    ],
)
def test_results_and_meanings_that_are_told_are_answered(
    boards: Assistant, question: str, told: str
) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("does growing futures work", "don't say what results Growing Futures has had."),
        ("Has the Child House in Iceland closed?", "whether the Child House in Iceland has"),
        ("Is Pause in the programme?", "whether Pause is in the Innovation Programme."),
        ("Which projects are about adoption, other than NIS, Coram-i and It's All About Me?",
         "Beside National Implementation Service, Coram-i and It's All About Me I found none in"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_was_asked(boards: Assistant, question: str, words: str) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert words in answer.text


def test_who_manages_a_child_in_need_team_asks_for_no_advice_on_a_child(boards: Assistant) -> None:
    answer = boards.ask("I manage a child in need team. Anything for us?")
    assert "project-crewe" in answer.documents


@pytest.mark.parametrize(
    "question",
    [
        "What did the 38 serious case reviews show about why professionals don't talk?",
        "What did the children in the NSPCC study say about being in care?",
        "Who are the investors behind the adoption bond?",
        "What were the findings of the NSPCC research?",
        "Has Bradford's combination of models worked yet?",
        "Does FDAC mean fewer children are taken off their parents?",
    ],
)
def test_findings_founders_and_effects_are_told_in_so_many_words(
    boards: Assistant, question: str
) -> None:
    assert boards.ask(question).status == Status.PARTLY


def test_advice_on_a_named_project_is_said_to_be_on_any(boards: Assistant) -> None:
    answer = boards.ask("how do we stay faithful to Mockingbird and still make it fit our area?")
    assert answer.status == Status.PARTLY
    opening, general, *_ = answer.text.split("\n\n")
    assert opening.startswith("The boards don't say how to stay faithful to Mockingbird")
    assert general == "Their guidance on any project says:"
    assert "mockingbird" not in answer.documents


@pytest.mark.parametrize(
    ("question", "earlier", "nearest"),
    [
        ("who pays for it", ["whats MST"], "nis"),
        ("Who are the partners?", ["Tell me about No Wrong Door"], "no-wrong-door"),
        ("What went wrong for projects that adopted a model? Any failures?", [], "why-adopt-adapt"),
    ],
)
def test_what_is_told_of_others_is_not_the_answer(
    boards: Assistant, question: str, earlier: list[str], nearest: str
) -> None:
    answer = boards.ask(question, earlier)
    assert answer.status is Status.PARTLY
    assert answer.documents == (nearest,)


def test_no_phrase_is_read_that_ends_inside_a_name(boards: Assistant) -> None:
    answer = boards.ask("has anyone else adopted Family Safeguarding since?")
    assert [c.document_id for c in answer.citations] == ["family-safeguarding"]
    assert "helping four other councils" in answer.text
