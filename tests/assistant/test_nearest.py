"""What is shown where it isn't told: the nearest that bears on it, and nothing where none does."""

from assistant.assistant import Assistant
from assistant.types import Status


def test_what_shares_only_a_word_is_not_the_nearest(boards: Assistant) -> None:
    for question in ("gangs or county lines?", "any projects in Wales?", "projects for gypsies"):
        answer = boards.ask(question)
        assert answer.status is Status.PARTLY or answer.status is Status.NOT_COVERED
        assert not answer.citations


def test_a_set_that_may_be_told_of_is_not_flatly_denied(boards: Assistant) -> None:
    answer = boards.ask("I would like to know about recruitment of foster carers.")
    assert answer.text.startswith("The boards don't seem to say")
    assert answer.documents == ("mockingbird",)


def test_what_no_text_has_a_word_of_is_not_covered(boards: Assistant) -> None:
    for question in ("how do I get a mortgage", "how do I get a divorce"):
        assert boards.ask(question).status is Status.NOT_COVERED


def test_how_it_is_done_is_denied_above_the_two_nearest_sentences(boards: Assistant) -> None:
    answer = boards.ask("how is Mockingbird different from normal fostering")
    assert answer.status is Status.PARTLY
    assert any("clusters trained foster and kinship carers" in c.quote for c in answer.citations)


def test_advice_for_someone_of_the_askers_own_is_advice_for_anyone(boards: Assistant) -> None:
    for whom in ("my dcs for funding", "our chief exec and the s151 officer"):
        answer = boards.ask(f"How do we make the case to {whom}?")
        assert answer.status is Status.ANSWERED
        assert answer.documents[0] == "make-the-case"


def test_of_what_is_named_comes_first(boards: Assistant) -> None:
    answer = boards.ask("What Ofsted grade did Leeds get after bringing in Family Valued?")
    assert answer.status is Status.PARTLY
    assert answer.documents[0] == "family-valued"


def test_who_is_asked_for_comes_before_what_is_named(boards: Assistant) -> None:
    answer = boards.ask("Who learned from either of No Wrong Door and Right Home?")
    assert answer.documents[0] == "bradford"
