"""A question that asks for things of different kinds in, one draft with an answer to each out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.drafting.draft import READ_ON, Draft, Section
from assistant.drafting.refusals import partly
from assistant.language.answer_kinds import lacks_attribute, lacks_judgement
from assistant.language.clauses import asked_and_told, clauses
from assistant.language.phrases import starts_with
from assistant.reading.question import Kind, Question
from assistant.types import Status
from corpus.types import Collection, Passage


def asked_in_turn(text: str, read: Callable[[str], Question]) -> list[str]:
    """The questions of a text that no one answer serves; none where one does.

    `Who set it up, and where can I read more?` wants what is told and a link, `What is a theory of
    change, and who uses one?` a meaning and a list, `Who trains carers, and how many has Pause?` a
    list and what is told of one. Where something is told first, all of it
    belongs together.
    """
    found = clauses(text)
    if len(found) < 2 or asked_and_told(text)[1]:
        return []
    questions = [read(clause) for clause in found]
    kinds = [question.kind for question in questions]
    links = 0 < kinds.count(Kind.LINK) < len(kinds)
    set_of_it = Kind.LIST in kinds[1:] and kinds[0] is not Kind.LIST
    first, *others = questions
    own_set = first.kind is Kind.LIST and not first.documents and all(q.documents for q in others)
    spelt = kinds[0] is Kind.EXPANSION and len(set(kinds)) > 1  # what it stands for, and more
    explained = set_of_it and starts_with("explaining", found[0])
    apart = links or own_set or spelt or explained
    return found if apart and read(text).kind is not Kind.SMALL_TALK else []


def joined(told: Sequence[Draft], links: Sequence[Draft], unsaid: Draft | None) -> Draft:
    """What is told, what is not, and the links asked for; those to read on where none are.

    `unsaid`: what says of the other parts that they are not told; None where there are none.
    """
    silent = unsaid.sections[:1] if unsaid else ()
    sections = [*_without_repeats(_without_links(told)), *silent, *_without_links(links)]
    found = tuple(dict.fromkeys(link for draft in links or told for link in draft.links))
    more = (READ_ON,) if found and not links else ()
    complete = not unsaid and all(draft.status is Status.ANSWERED for draft in links)
    return Draft(Status.ANSWERED if complete else Status.PARTLY, (*sections, *more), found)


def with_untold(told: Draft, question: Question, collection: Collection) -> Draft:
    """A set that is told, and what more is asked of it by a name that nothing shown of it holds.

    `Which projects are for care leavers, and what did they cost?` Names each member brings. What is
    asked beside it and no result shown tells (`what works?`) is said not to be told first.
    """
    quotes = (
        quote.text
        for section in told.sections
        for statement in section.statements
        for quote in statement.quotes
    )
    shown = " ".join(quotes)
    if lacks_judgement(question.beside, shown):
        unsaid = partly([question.beside], (), question, collection).sections[:1]
        return replace(told, status=Status.PARTLY, sections=(*unsaid, *told.sections))
    missing = [c for c in clauses(question.text)[1:] if lacks_attribute(c, shown, "names")]
    return joined([told], [], partly(missing, (), question, collection)) if missing else told


def _without_links(drafts: Sequence[Draft]) -> list[Section]:
    return [section for draft in drafts for section in draft.sections if section != READ_ON]


def _without_repeats(sections: Iterable[Section]) -> Iterator[Section]:
    """Those that show a sentence which none before them does."""
    shown: set[Passage] = set()
    for section in sections:
        quotes = {quote for statement in section.statements for quote in statement.quotes}
        if not quotes or not quotes <= shown:
            yield section
        shown |= quotes
