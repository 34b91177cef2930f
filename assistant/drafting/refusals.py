"""What is said where a collection does not hold what was asked, in the person's own words."""

import re
from collections.abc import Sequence
from itertools import chain

from assistant.drafting.draft import Draft, Section, Statement
from assistant.drafting.link_labels import likeliest_links
from assistant.drafting.unsaid import QUOTING, all_unsaid
from assistant.reading.question import Question
from assistant.types import Status
from corpus.types import Collection

MOST = 3  # documents named for which links are given
_OF_SHOWN = re.compile(r"(?P<asked>.+?) \((?P<names>[^()]+)\)[?!. ]*")  # `results (Pause)?`


def partly(
    missing: list[str],
    nearest: tuple[Statement, ...],
    question: Question,
    collection: Collection,
    found: Sequence[Section] = (),
    in_doubt: bool = False,
) -> Draft:
    """What is said of it, which part is not, the nearest that is, and where more may stand."""
    say = "don't seem to say" if in_doubt else "don't say"
    sections = [*found, Section(_opening(missing, say, question, collection))]
    shown = [s.document_id for s in (*chain(*(part.statements for part in found)), *nearest)]
    if nearest:
        sections.append(Section("The nearest they say:", nearest))
    links = likeliest_links(question.documents[:MOST] or shown[:1], collection)
    if links:
        sections.append(Section("More may stand in:"))
    return Draft(Status.PARTLY, tuple(sections), links)


def _opening(missing: Sequence[str], say: str, question: Question, collection: Collection) -> str:
    """`The boards don't say ...`; `On Pause, ...` where a follow-up was put to that name."""
    name, whole = collection.settings.collection.name, all_unsaid(missing, question)
    put = [_OF_SHOWN.fullmatch(clause) for clause in missing]
    names = {found["names"] for found in put if found}
    taken_in = not whole.startswith(QUOTING) and "(" not in whole  # `the results of Pause`
    if question.documents and len(names) == 1 and all(put) and not taken_in:
        asked = [found["asked"] for found in put if found]
        return f"On {names.pop()}, {name} {say} {all_unsaid(asked, question)}."
    return f"{name[0].upper()}{name[1:]} {say} {whole}."
