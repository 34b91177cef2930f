"""An answer as a terminal shows it."""

from assistant.types import Answer, AnswerLink, Citation, Status
from terminal import answer_lines


def test_an_answer_in_a_terminal_has_its_references_and_links_once() -> None:
    link = AnswerLink("directory", "Programme Directory entry", "http://a.example/dir/")
    parts = [("Apples grow.", 0, 12), ("Pears too.", 13, 23)]
    citations = tuple(
        Citation(n, "one", "One", "1. Value", "Trees", "project", quote, start, end, "", (link,))
        for n, (quote, start, end) in enumerate(parts, start=1)
    )
    answer = Answer("it?", "apples?", Status.ANSWERED, "“…” [1] “…” [2]", citations, (), ("Why?",))
    assert "\n".join(answer_lines(answer, in_conversation=True)).splitlines() == [
        "> it?",
        "",
        "(searched for: apples?)",
        "",
        "“…” [1] “…” [2]",
        "",
        "References",
        "[1][2] One",
        "    1. Value, Trees, project",
        "    Programme Directory entry: http://a.example/dir/",
        "",
        "You could ask",
        "    Why?",
    ]
