"""A question that is not told as a whole in, what is told of its parts and what not, out."""

from collections.abc import Callable
from dataclasses import replace

from assistant.drafting.draft import Draft
from assistant.drafting.in_turn import joined
from assistant.drafting.refusals import partly
from assistant.finding.finder import Finder
from assistant.language.answer_kinds import question_form
from assistant.language.clauses import loose_parts
from assistant.language.phrases import has_phrase
from assistant.reading.question import Kind, Question, of_same_names, outside_names, without
from assistant.types import Status

TOPIC = 2  # words, names apart, that are asked about where a question stands beside them


def answer_in_parts(
    question: Question, finder: Finder, draft: Callable[[Question], Draft]
) -> Draft | None:
    """What is told of some parts of a question, and that the others are not; else None.

    `stoke house project - tenancy cost, who owns the houses`. A topic beside questions is only
    what they are about: where it alone is told, nothing is. `draft`: answers a part.
    """
    names = [(mention.start, mention.end) for mention in question.mentions]
    written = loose_parts(question.text, names)
    read = [finder.read(part) for part in written]
    asking = [part for part, text in zip(read, written, strict=True) if question_form(text)]
    least = TOPIC if asking else 1
    parts = [p for p in read if len(outside_names(p)) >= (1 if p in asking else least)]
    spoken = (without(part.text, part.mentions) for part in parts)
    if len(parts) < 2 or any(has_phrase("speaker", text) for text in spoken):
        return None
    whole = [part if part.documents else of_same_names(part, question) for part in parts]
    drafts = [draft(replace(part, kind=Kind.FACT)) for part in whole]
    told = [p for p, d in zip(parts, drafts, strict=True) if d.status is Status.ANSWERED]
    missing = [part.text for part in parts if part not in told]
    if not missing or not any(part in told for part in asking or parts):
        return None
    unsaid = partly(missing, (), question, finder.collection)
    return joined([d for d in drafts if d.status is Status.ANSWERED], [], unsaid)
