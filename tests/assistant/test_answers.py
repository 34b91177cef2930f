"""What people ask the boards, and what they must get."""

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer, Status


def cited(answer: Answer) -> list[str]:
    return list(dict.fromkeys(citation.document_id for citation in answer.citations))


def test_every_story_that_bears_on_mockingbird_is_cited(boards: Assistant) -> None:
    answer = boards.ask("how did others adapt Mockingbird?")
    assert answer.status == Status.ANSWERED
    assert cited(answer) == ["mockingbird", "bradford"]
    assert "six LAs and two independent fostering providers" in answer.text
    assert "the Mockingbird fostering model, respectively" in answer.text


def test_a_question_about_one_fact_gets_the_sentence_that_has_it(boards: Assistant) -> None:
    answer = boards.ask("What year did London get its first Family Drug and Alcohol Court?")
    assert cited(answer) == ["fdac"]
    assert "set up the first FDAC in London in 2008" in answer.citations[0].quote


def test_a_list_names_every_member_and_how_many_were_checked(boards: Assistant) -> None:
    answer = boards.ask("Which projects work with adopted children or adopters?")
    assert cited(answer) == ["nis", "its-all-about-me", "coram-i"]
    assert answer.text.startswith("3 projects (30 of 30 checked):")


def test_stories_outside_the_programme_are_listed(boards: Assistant) -> None:
    answer = boards.ask("Which projects are not part of the Innovation Programme?")
    assert cited(answer) == ["emotional-wellbeing", "west-berkshire", "its-all-about-me"]


def test_guidance_is_quoted_whole(boards: Assistant) -> None:
    answer = boards.ask("How do I understand the new context?")
    assert cited(answer)[0] == "understand-context"
    for start in ("Diagnose the constraints", "Prepare the ground", "Pay close attention"):
        assert start in answer.text


def test_what_is_compared_in_one_thing_names_that_or_is_silent(boards: Assistant) -> None:
    answer = boards.ask("Compare Brighter Futures and Family Insights on results")
    assert answer.status is Status.PARTLY
    assert answer.citations[0].quote.startswith("Following positive results")
    assert "The boards don't say; nearest:" in answer.text


def test_several_that_are_asked_about_at_once_are_shown_side_by_side(boards: Assistant) -> None:
    answer = boards.ask("How many staff have Leeds and West Berkshire trained?")
    assert cited(answer) == ["family-valued", "west-berkshire"]
    assert "over 5,000 practitioners" in answer.text
    assert "over 1,000 staff" in answer.text


def test_others_that_work_with_one_are_asked_of_that_one(boards: Assistant) -> None:
    answer = boards.ask("Besides Wiltshire, which other council works with Daybreak?")
    assert cited(answer) == ["daybreak"]
    assert "the London Borough of Southwark" in answer.text


def test_a_comparison_shows_both_side_by_side(boards: Assistant) -> None:
    answer = boards.ask("Compare No Wrong Door and Right Home")
    assert cited(answer) == ["no-wrong-door", "right-home"]
    assert "| Name | What the boards say |\n|---|---|\n" in answer.text  # no header cell is empty


def test_a_row_of_a_comparison_says_where_the_texts_are_silent(boards: Assistant) -> None:
    answer = boards.ask("Compare how many hubs No Wrong Door and Pause have")
    assert answer.status == Status.PARTLY
    first, second = [line for line in answer.text.splitlines() if line.startswith("| **")]
    assert "Two hubs bring together" in first
    assert "don't say" not in first
    assert "| The boards don't say; nearest: “" in second
    assert cited(answer) == ["no-wrong-door", "pause"]
    assert len([c for c in answer.citations if c.document_id == "pause"]) == 1


def test_what_is_compared_in_is_looked_for_in_each(boards: Assistant) -> None:
    answer = boards.ask("Compare Ealing, Islington and Hammersmith & Fulham on results")
    assert answer.documents == ("brighter-futures", "measuring-what-matters", "focus-on-practice")
    assert "15% drop in Looked after Children numbers" in answer.text
    answer = boards.ask("Compare Leeds and West Berkshire on training")
    assert answer.status == Status.ANSWERED
    assert "5,000 practitioners" in answer.text
    assert "1,000 staff" in answer.text


def test_a_comparison_on_which_all_are_silent_says_so_once(boards: Assistant) -> None:
    answer = boards.ask("How do Pause and Mockingbird differ in what they cost?")
    assert answer.status == Status.PARTLY
    assert answer.text.startswith("The boards don't say how Pause and Mockingbird differ in")
    assert answer.text.count("don't say") == 1
    assert cited(answer) == ["pause", "mockingbird"]


def test_every_step_between_two_named_things_is_quoted(boards: Assistant) -> None:
    answer = boards.ask("How did Bradford come to learn from Australia?")
    assert answer.status == Status.ANSWERED
    assert set(cited(answer)) == {"bradford", "no-wrong-door", "signs-of-safety"}
    for words in ("the 'No Wrong Door' model", "based on Signs of Safety", "in Australia"):
        assert words in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what does FDAC stand for?", "Family Drug and Alcohol Court (FDAC)"),
        ("What does MSW mean?", "Motivational Social Work (MSW)"),
        ("what does CSE stand for", "child sexual exploitation"),
    ],
)
def test_an_abbreviation_is_spelt_out_by_the_text(
    boards: Assistant, question: str, words: str
) -> None:
    answer = boards.ask(question)
    assert any(words in citation.quote for citation in answer.citations)


def test_an_abbreviation_that_no_text_spells_out_is_said_to_be_so(boards: Assistant) -> None:
    answer = boards.ask("What does CCG stand for?")
    assert answer.status == Status.PARTLY
    assert "don't say what it stands for" in answer.text


def test_every_quote_is_the_documents_to_the_byte_and_its_marker_follows_it(
    boards: Assistant,
) -> None:
    for question in boards.collection.settings.collection.examples:
        answer = boards.ask(question)
        assert [c.number for c in answer.citations] == list(range(1, len(answer.citations) + 1))
        for citation in answer.citations:
            document = boards.collection.by_id[citation.document_id]
            assert document.text[citation.start : citation.end] == citation.quote
            assert citation.quote in citation.passage
            assert f"{citation.quote}” [{citation.number}]" in answer.text


def test_the_same_question_gets_the_same_answer(boards: Assistant) -> None:
    question = "Who is helping other councils?"
    assert boards.ask(question) == boards.ask(question)


def test_suggestions_are_answered_and_not_asked_before(boards: Assistant) -> None:
    asked = "Which projects are about fostering?"
    suggestions = boards.ask(asked).suggestions
    assert 1 <= len(suggestions) <= 3
    assert asked not in suggestions
    for suggestion in suggestions:
        assert boards.ask(suggestion).status == Status.ANSWERED


def test_ideas_are_compared_by_the_guidance_that_sets_them_apart(boards: Assistant) -> None:
    answer = boards.ask("scaling v spreading - whats the difference")
    assert cited(answer) == ["what-is-scaling"]
    assert "replicating an existing model in multiple locations" in answer.text


def test_a_known_name_with_a_hyphen_is_left_as_it_is(boards: Assistant) -> None:
    answer = boards.ask("what do the boards say about co-design?")
    assert answer.searched_for == "what do the boards say about co-design?"
    assert answer.status == Status.ANSWERED


def test_guidance_that_announces_three_things_brings_them(boards: Assistant) -> None:
    answer = boards.ask("Which innovation methods have proven most powerful?")
    quoted = [citation.quote for citation in answer.citations]
    announced = next(n for n, quote in enumerate(quoted) if quote.startswith("Three methods"))
    openings = ["New ways of understanding data", "Co-design with", "And iterative cycles"]
    followed = " ".join(quoted[announced:])
    assert all(opening in followed for opening in openings)


def test_a_lists_heading_brings_its_list(boards: Assistant) -> None:
    answer = boards.ask("What are the boards called?")
    assert answer.documents[0] == "about-the-boards"
    assert "5. CREATING THE CONDITIONS FOR INNOVATION" in answer.text


def test_a_quotation_brings_what_its_first_word_points_to(boards: Assistant) -> None:
    answer = boards.ask("Who bears the first risk of non-completion of an adoption?")
    pointing = next(c for c in answer.citations if "takes the initial risk" in c.quote)
    assert pointing.quote.startswith("The bond is designed to pay out more up-front")
    apart = boards.ask("Which projects are not part of the Innovation Programme?")
    assert "This project was not part" in [
        c.quote[:25] for c in apart.citations
    ]  # a line of its own


def test_a_proper_word_points_to_the_one_text_that_holds_it(boards: Assistant) -> None:
    answer = boards.ask("What did Loughborough have a hand in?")
    assert cited(answer) == ["coram-i"]


def test_what_came_of_it_asks_for_results(boards: Assistant) -> None:
    assert "15% drop" in boards.ask("What came of Focus on Practice?").text
    assert boards.ask("What came of Family Insights?").status is Status.PARTLY
