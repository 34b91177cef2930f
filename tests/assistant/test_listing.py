"""Those that surely belong to a set come first, and who may belong is said to be so."""

import pytest

from assistant.assistant import Assistant
from assistant.drafting.listing import list_sections
from assistant.drafting.sets import Member
from assistant.reading.conditions import find_by_facts
from assistant.types import Status
from corpus.chunk import split_sentences
from corpus.load import load_collection

COLLECTION = load_collection()


def members(*probabilities: float) -> list[Member]:
    documents = COLLECTION.counted.values()
    return [
        Member(d, tuple(split_sentences(d)), p)
        for d, p in zip(documents, probabilities, strict=False)
    ]


def test_who_may_belong_stands_apart() -> None:
    surely, may = list_sections(members(0.9, 0.2, 0.5, 0.49), 30, COLLECTION)
    assert surely.opening == "2 projects (30 of 30 checked):"
    assert may.opening == "2 more may belong:"
    ids = list(COLLECTION.counted)
    assert [s.document_id for s in surely.statements] == [ids[0], ids[2]]
    assert [s.document_id for s in may.statements] == [ids[1], ids[3]]


def test_nobody_else_may_belong() -> None:
    (surely,) = list_sections(members(1.0), 30, COLLECTION)
    assert surely.opening == "1 project (30 of 30 checked):"


def test_nobody_surely_belongs() -> None:
    (may,) = list_sections(members(0.3), 30, COLLECTION)
    assert may.opening == "1 project may belong (30 of 30 checked):"


@pytest.mark.parametrize(("count", "quoted"), [(1, 2), (3, 2), (4, 1)])
def test_few_are_shown_by_two_sentences_each(count: int, quoted: int) -> None:
    (surely, may) = list_sections(members(*[0.9] * count, 0.2), 30, COLLECTION)
    assert {len(statement.quotes) for statement in surely.statements} == {quoted}
    assert [len(statement.quotes) for statement in may.statements] == [1]


@pytest.mark.parametrize(
    "place", ["the north of England", "Yorkshire", "the Midlands", "the South East"]
)
def test_a_place_alone_decides_who_is_listed(boards: Assistant, place: str) -> None:
    question = f"Which projects are in {place}?"
    there = {d.id for d in find_by_facts(boards.read(question), boards.collection)}
    assert there
    assert set(boards.ask(question).documents) == there


@pytest.mark.parametrize(
    "question",
    [
        "Which projects are in Wales?",
        "any run by a council in the east midlands?",  # it holds none, the Midlands one
        "Which projects work with unaccompanied asylum-seeking children?",
        "Which projects are about radicalisation?",
        "Anything on county lines?",
        "Which projects use a split screen approach?",  # of which guidance alone tells
        "Which projects used a theory of change?",  # which guidance is far nearer to than any story
    ],
)
def test_a_set_that_no_story_is_in_is_declined(boards: Assistant, question: str) -> None:
    assert boards.ask(question).status in (Status.PARTLY, Status.NOT_COVERED)


def test_guidance_stands_beside_a_list_of_anything_on_a_subject(boards: Assistant) -> None:
    anything, projects = (
        boards.ask(question)
        for question in ("Anything on ethnography?", "Which projects use ethnography?")
    )
    guidance, listed = anything.text.split("2 projects (30 of 30 checked):")
    assert "**Achieving Change Together**" in listed
    assert "In the guidance:" in guidance  # which is nearer
    assert "“Use blended research methods" in guidance
    assert "In the guidance:" not in projects.text
    assert "**Achieving Change Together**" in projects.text
    tools = boards.ask("what tools could we make so other places can pick the model up")
    assert tools.text.startswith("In the guidance:")
    assert "1 project (30 of 30 checked):" in tools.text
    assert "more may belong" not in tools.text  # six would be many
    instances = boards.ask("Which ones have a board or governing group of their own?")
    assert not instances.text.startswith("In the guidance:")


@pytest.mark.parametrize(
    ("question", "first", "also"),
    [
        ("Which projects are about fostering and adoption?", ["nis"], "mockingbird"),
        ("Projects involving the NHS and a university", ["growing-futures"], "family-valued"),
        ("Which projects use co-design and ethnographic research?",
         ["achieving-change-together"], "emotional-wellbeing"),
    ],
)  # fmt: skip
def test_those_that_have_both_come_before_those_that_may_belong(
    boards: Assistant, question: str, first: list[str], also: str
) -> None:
    answer = boards.ask(question)
    sure, may = answer.text.split("more may belong:")
    count = sure.count("\n- **")
    assert (list(answer.documents[:count]), count) == (first, len(first))
    assert boards.collection.by_id[also].name in may


def test_a_bare_number_that_a_set_must_have_is_one(boards: Assistant) -> None:
    answer = boards.ask("Which projects work with five local authorities?")
    assert set(answer.documents) == {"morning-lane", "cdc"}


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Which projects have a published evaluation?", 13),
        ("How many projects are described across the five boards?", 30),
        ("How many projects do the boards describe?", 30),
        ("list everything in Hertfordshire and Doncaster", 2),
    ],
)
def test_words_that_say_nothing_of_them_narrow_no_set(
    boards: Assistant, question: str, count: int
) -> None:
    assert len(boards.ask(question).documents) == count


def test_one_that_surely_belongs_among_those_named_is_listed(boards: Assistant) -> None:
    asked = ["Which projects tackle domestic abuse?"]
    answer = boards.ask("which of those work with the perpetrator as well", asked)
    assert answer.text.startswith("1 project (3 of 3 checked):")
    assert answer.documents == ("growing-futures",)


def test_many_that_may_belong_and_none_surely_are_no_set(boards: Assistant) -> None:
    answer = boards.ask("who else works with birth mums like that", ["tell me about pause"])
    assert answer.status is Status.PARTLY


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Which projects are about domestic abuse?", "growing-futures"),
        ("Which projects are about fostering?", "mockingbird"),
    ],
)
def test_the_likeliest_comes_first(boards: Assistant, question: str, first: str) -> None:
    assert boards.ask(question).documents[0] == first


def test_of_those_that_are_as_likely_the_collections_order_stays(boards: Assistant) -> None:
    found = boards.ask("Which projects are in the north of England?").documents
    assert list(found) == [name for name in boards.collection.by_id if name in found]


@pytest.mark.parametrize(
    "question",
    [
        "how long is the waiting list for Right Home?",
        "What is the waiting list like at Family Valued?",
    ],
)
def test_a_waiting_list_asks_for_no_set(boards: Assistant, question: str) -> None:
    answer = boards.ask(question)
    assert answer.status is Status.PARTLY
    assert "checked" not in answer.text


def test_of_many_that_may_belong_beside_some_the_nearer_are_listed(boards: Assistant) -> None:
    answer = boards.ask("projects led by a charity or voluntary sector organisation")
    assert answer.documents[:2] == ("daybreak", "its-all-about-me")
    assert "growing-futures" not in answer.documents


def test_what_is_piloted_is_tested(boards: Assistant) -> None:
    tested = boards.ask("is there an example?", ["how should we test a new idea"]).documents
    assert {"project-crewe", "house-project", "fdac", "firstline", "daybreak"} <= {*tested}


def test_who_leads_is_another_thing_than_who_takes_part(boards: Assistant) -> None:
    led = boards.ask("Which projects are run by charities?").documents
    assert led[:2] == ("daybreak", "its-all-about-me")
    assert not {"family-valued", "growing-futures"} & {*led}
    took_part = boards.ask("Which charities took part?").documents
    assert {"mockingbird", "fdac", "growing-futures", "serious-case-reviews"} <= {*took_part}
