"""The boards as they are loaded: counts, links, and the traps of the source."""

import pytest

from corpus.load import load_collection
from corpus.types import Collection


@pytest.fixture(scope="module")
def collection() -> Collection:
    return load_collection()


def test_there_are_thirty_stories_and_their_guidance(collection: Collection) -> None:
    kinds = [document.kind for document in collection.documents]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "cover": 1, "introduction": 5, "project": 30, "guidance": 19,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("document", "links"),
    [
        ("focus-on-practice", {"directory": "tri/dir/", "evaluation": "tri/eval/"}),
        (
            "brighter-futures",
            {
                "storyboard": "ealing/story/",
                "directory": "ealing/dir/",
                "evaluation": "ealing/eval/",
            },
        ),
        ("signs-of-safety", {"directory": "mtm/dir/"}),
        (
            "coram-i",
            {"storyboard": "coram/story/", "directory": "coram/dir/", "evaluation": "coram/eval/"},
        ),
    ],
)
def test_on_board_four_the_path_decides_what_a_link_is(
    document: str, links: dict[str, str], collection: Collection
) -> None:
    found = {link.kind: link.url for link in collection.by_id[document].links}
    assert found == {kind: f"http://springconsortium.com/{path}" for kind, path in links.items()}


def test_every_link_has_a_scheme_and_a_kind_that_the_path_shows(collection: Collection) -> None:
    marks = {"storyboard": "/story/", "directory": "/dir/", "evaluation": "/eval/"}
    for document in collection.documents:
        for link in document.links:
            assert link.url.startswith(("http://", "mailto:")), link
            shown = [kind for kind, mark in marks.items() if mark in link.url]
            other = "contact" if link.url.startswith("mailto:") else "website"
            assert [link.kind] == (shown or [other]), link


def test_fdac_keeps_its_heading_and_its_own_figures(collection: Collection) -> None:
    fdac = collection.by_id["fdac"]
    assert fdac.title == "FAMILY DRUG AND ALCOHOL COURT: implementing across 12 local authorities"
    assert "in 13 settings in the UK, linked to 16 courts and serving 21 local" in fdac.text


def test_what_is_outside_the_programme_is_a_fact_with_its_words(collection: Collection) -> None:
    outside = {
        document.id: document.text[fact.start : fact.end]
        for document in collection.documents
        for fact in document.facts
        if fact.value == "outside the Programme"
    }
    assert outside == {
        "emotional-wellbeing": "This project was not part of the Innovation Programme.",
        "its-all-about-me": "It's All About Me is not part of the Innovation Programme.",
        "west-berkshire": "Building Community Together is not part of the Innovation Programme.",
    }


def test_facts_and_relations_rest_on_a_span_of_their_text(collection: Collection) -> None:
    for document in collection.documents:
        spans = [(f.start, f.end) for f in document.facts]
        spans += [(r.start, r.end) for r in document.relations]
        for start, end in spans:
            assert 0 <= start < end <= document.body_end, (document.id, start)
