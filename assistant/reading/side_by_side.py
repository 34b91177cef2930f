"""Whether a question sets things that it names side by side."""

from itertools import pairwise

from assistant.language.answer_kinds import question_form
from assistant.language.phrases import any_as_written, has_phrase
from assistant.language.words import language, stems
from assistant.reading.narrowing import in_a_row
from assistant.reading.question import SHARED, Question, outside_mentions

FEW_BETWEEN = (
    4  # words, `or` first or `like` among them, between two things that are set against each other
)


def asks_to_compare(question: Question, text: str) -> bool:
    """Whether two things are set against each other: in so many words, or as `A or B`.

    What is usual elsewhere is none of the things that are told of (`than a normal court`).
    """
    if any_as_written(language()["compare_any"], text):
        return len(question.things) > 1 or not has_phrase("usual", text)
    if has_phrase("compare", text):
        shared = [m for m in question.mentions if any(t.facet in SHARED for t in m.targets)]
        return max(len(question.things), len(shared)) > 1
    named = [m for m in question.mentions if m.names("document") or m.names("thing")]
    if len(question.documents) > 1 and not outside_mentions(question) and not question_form(text):
        return True
    between = [stems(question.text[a.end : b.start]) for a, b in pairwise(named)]
    few = [found for found in between if found and len(found) <= FEW_BETWEEN]
    alike = {"like", "same"} if question_form(text) == "whether" else set()  # `is it like Leeds?`
    return any(found[0] == "or" or alike.intersection(found) for found in few)


def asks_of_each(question: Question) -> bool:
    """Whether the documents that it names stand in one row (`how many have Leeds and Pause?`)."""
    named = [mention for mention in question.mentions if mention.names("document")]
    between = (question.text[a.end : b.start] for a, b in pairwise(named))
    return len(question.documents) > 1 and all(map(in_a_row, between))
