"""Who learned from whom, in how many steps."""

import pytest

from assistant.assistant import Assistant
from assistant.drafting.relations import find_relations
from assistant.reading.lexicon import Lexicon
from assistant.reading.read import read_question
from assistant.types import Status
from corpus.load import load_collection

COLLECTION = load_collection()
LEXICON = Lexicon(COLLECTION)


STEPS = {
    ("bradford", "adapts", "no-wrong-door"),
    ("bradford", "learns_from", "no-wrong-door"),
    ("no-wrong-door", "uses", "signs-of-safety"),
    ("signs-of-safety", "comes_from", "australia"),
}


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        ("How did Bradford come to learn from Australia?", STEPS),  # three steps
        (
            "What has Bradford adopted from Signs of Safety?",
            {step for step in STEPS if step[2] != "australia"},
        ),
        (
            "How did Bradford adapt No Wrong Door?",
            {step for step in STEPS if step[2] == "no-wrong-door"},
        ),
        (
            "Where do the ideas used in No Wrong Door come from?",
            {step for step in STEPS if step[0] != "bradford"},
        ),
        (
            "Where does Morning Lane's approach originally come from?",  # one named: a step on
            {
                ("morning-lane", "adapts", "reclaiming-social-work"),
                ("reclaiming-social-work", "comes_from", "hackney"),
            },
        ),
    ],
)
def test_the_steps_from_one_named_thing_to_another(
    question: str, steps: set[tuple[str, str, str]]
) -> None:
    read = read_question(question, LEXICON, COLLECTION.settings)
    found = find_relations(read, COLLECTION)
    assert {(relation.who, relation.kind, relation.what) for relation in found} == steps
    assert found == sorted(found, key=COLLECTION.relations.index)


def test_others_are_those_that_have_to_do_with_what_is_named() -> None:
    read = read_question("Has anybody else copied Leeds?", LEXICON, COLLECTION.settings)
    found = find_relations(read, COLLECTION)
    assert [(r.who, r.kind, r.what) for r in found] == [
        ("west-berkshire", "learns_from", "family-valued")
    ]


def test_others_are_not_the_named_one_that_does_it_too() -> None:
    asked = "Has any other area picked up restorative practice from Leeds?"
    found = find_relations(read_question(asked, LEXICON, COLLECTION.settings), COLLECTION)
    assert {(r.who, r.kind, r.what) for r in found} == {
        ("west-berkshire", "adapts", "restorative-practice"),
        ("west-berkshire", "learns_from", "family-valued"),
    }


def test_a_group_that_many_help_leads_on_to_none_of_them() -> None:
    asked = "Which four councils did Hertfordshire help to copy Family Safeguarding?"
    found = find_relations(read_question(asked, LEXICON, COLLECTION.settings), COLLECTION)
    assert {r.document_id for r in found} == {"family-safeguarding"}


def test_the_sentence_that_answers_best_comes_first(boards: Assistant) -> None:
    answer = boards.ask("Where did Bradford get its ideas from?")
    assert answer.documents[0] == "bradford"


def test_how_two_named_are_tied_is_shown_where_no_relation_says_so(boards: Assistant) -> None:
    answer = boards.ask("Is Firstline connected with Frontline or do the names just sound alike?")
    assert answer.status == Status.ANSWERED
    assert "Led by Frontline" in answer.citations[0].quote


def test_a_name_may_stand_within_a_verb() -> None:
    read = read_question("Has anyone picked No Wrong Door up?", LEXICON, COLLECTION.settings)
    assert [r.who for r in find_relations(read, COLLECTION)] == ["bradford"]


def test_steps_between_things_are_no_number(boards: Assistant) -> None:
    answer = boards.ask("How many families use No Wrong Door?")
    assert answer.status == Status.PARTLY


def test_a_country_is_the_same_with_its_article() -> None:
    for name in ("the United States", "United States"):
        read = read_question(f"Which models began in {name}?", LEXICON, COLLECTION.settings)
        assert {t.kind for m in read.mentions for t in m.targets} == {"thing", "facet"}


def test_a_role_that_one_named_plays_in_another_is_a_tie(boards: Assistant) -> None:
    answer = boards.ask("What role is North Yorkshire playing in the changes in Bradford?")
    assert "sits on Bradford's innovation programme board" in answer.text


def test_who_uses_it_is_asked_in_one_step(boards: Assistant) -> None:
    answer = boards.ask("Which projects use Signs of Safety?")
    assert set(answer.documents) == {"signs-of-safety", "no-wrong-door"}  # Bradford uses the latter


def test_how_something_is_done_to_others_is_no_mere_relation(boards: Assistant) -> None:
    answer = boards.ask("How do the Mockingbird hub homes help other carers?")
    assert "around a hub carer" in answer.text


def test_who_worked_with_one_may_stand_in_the_text_of_the_other(boards: Assistant) -> None:
    assert "west-berkshire" in boards.ask("Who worked with Leeds?").documents
    assert boards.ask("Who works with North Yorkshire?").documents[0] == "bradford"


def test_what_one_has_to_do_with_another(boards: Assistant) -> None:
    answer = boards.ask("What has Hackney got to do with Morning Lane Associates?")
    assert answer.status is Status.ANSWERED
    assert "approach developed in Hackney" in answer.text


def test_more_that_is_asked_of_a_relation_is_looked_for_where_it_is_told(
    boards: Assistant,
) -> None:
    question = "What was kept and what was changed when councils took on Reclaiming Social Work?"
    assert set(boards.ask(question).documents) == {"morning-lane"}


def test_who_learned_from_a_place_took_up_what_comes_from_there(boards: Assistant) -> None:
    assert boards.ask("Who learned from Hackney?").documents == ("morning-lane",)
    asked = ["Who learned from Leeds?"]
    answer = boards.ask("And from the US?", asked)
    assert {"mockingbird", "fdac"} <= set(answer.documents)
    assert "west-berkshire" not in answer.documents


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who learned from Bradford?", set()),
        ("Who learned from Doncaster?", set()),
        ("Who has learned from Leeds?", {"west-berkshire"}),
        ("Which council took its ideas from North Yorkshire?", {"bradford"}),
    ],
)
def test_who_has_it_from_a_place_is_not_whom_that_has_it_from(
    boards: Assistant, question: str, told: set[str]
) -> None:
    answer = boards.ask(question)
    assert answer.status == (Status.ANSWERED if told else Status.PARTLY)
    assert set(answer.documents) == told


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Who else is doing Mockingbird besides the place that started it?", "six LAs"),
        ("Which projects used Signs of Safety?", "ten LAs"),
    ],
)
def test_who_uses_one_is_told_by_its_own_reach_too(
    boards: Assistant, question: str, shown: str
) -> None:
    assert shown in boards.ask(question).citations[-1].quote
