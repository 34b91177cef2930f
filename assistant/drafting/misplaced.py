"""A question that puts a story in a place of which it says nothing in, what is told beside out."""

import re
from collections.abc import Callable
from functools import cache

from assistant.drafting.draft import Draft
from assistant.drafting.in_turn import joined
from assistant.drafting.refusals import partly
from assistant.finding.finder import Finder
from assistant.language.answer_kinds import question_form
from assistant.language.words import language, stem_set
from assistant.reading.question import Question
from assistant.types import Status
from corpus.types import Collection

_PLACE = r"(?P<place>[^\W\d_][\w'-]+)"
# `in Calderdale or Stockport or wherever it was`
_OR_ELSEWHERE = r"(?:\s+or\s+(?-i:[A-Z])[\w-]+)*(?:\s+or\s+\w+ever\s+it\s+(?:is|was))?(?![\w-])"


def answer_misplaced(
    question: Question, finder: Finder, draft: Callable[[Question], Draft]
) -> Draft | None:
    """The answer without the place, and that the texts don't say it is there; else None.

    `What did Family Valued in Bradford do?` is asked of Family Valued, which is in Leeds.
    """
    asked_whether = question_form(question.asking) == "whether"  # `is Pause in Hackney?`
    names = [m for m in question.mentions if m.names("document") and not asked_whether][:1]
    for name in names:
        found = _placed().match(question.text[name.end :])
        (story, *_) = name.names("document")
        if found and _is_strange(found["place"], story, question, finder.collection):
            start, end = (name.end + place for place in found.span(1))
            told = draft(finder.read(question.text[:start] + question.text[end:]))
            there = finder.read(f"Is {finder.collection.by_id[story].name} in {found['place']}?")
            unsaid = partly([there.text], (), there, finder.collection)
            return joined([told], [], unsaid) if told.status is Status.ANSWERED else None
    return None


@cache
def _placed() -> re.Pattern[str]:
    """Where a story is put, right after its name and what it is called with it (`programme`)."""
    kinds = "|".join(language()["named_as"])
    return re.compile(rf"(?:\s+(?:{kinds}))?(\s+in\s+{_PLACE}{_OR_ELSEWHERE})", re.IGNORECASE)


def _is_strange(place: str, story: str, question: Question, collection: Collection) -> bool:
    """Whether it is a place that neither the story, nor one that has to do with it, names."""
    placed = [m for m in question.mentions if any(t.facet == "place" for t in m.targets)]
    named = (question.text[m.start : m.end].lower() for m in placed)
    tied = {e for r in collection.relations if story in (r.who, r.what) for e in (r.who, r.what)}
    near = [d for d in collection.documents if d.id in {story, *tied}]
    about = stem_set(collection.settings.collection.about)
    said = about.union(*(stem_set(f"{d.title} {d.text}") for d in near))
    return place.lower() in {*language()["places"], *named} and not stem_set(place) <= said
