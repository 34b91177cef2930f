"""An answer in, one turn of the page out: HTML in which every text is escaped."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.types import Answer, Citation, Status
from corpus.types import Collection, Document
from web.export import to_plain
from web.graph import drawn_kinds
from web.markdown import to_html

HERE = Path(__file__).parent
TEMPLATES = Environment(
    loader=FileSystemLoader([HERE / "templates", HERE / "static"]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
STATUS_WORDS = {
    Status.ANSWERED: "Answered from {name}",
    Status.PARTLY: "Partly covered by {name}",
    Status.NOT_COVERED: "Not covered by {name}",
    Status.SMALL_TALK: "About this assistant",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A passage of one document with every quote that the answer takes from it, each marked."""

    numbers: tuple[int, ...]
    cited: Citation
    document: Document
    kind: str
    passage: Markup


def turn(
    answer: Answer,
    collection: Collection,
    key: str,
    root: str = "",
    chat: bool = True,
    feedback: bool = False,
) -> Markup:
    """One question with its answer and sources; ids start with `key`, links with `root`.

    With `chat`, the controls that need the page's script are there; with `feedback`, its form.
    """
    html = TEMPLATES.get_template("turn.html").render(
        answer=answer,
        key=key,
        root=root,
        chat=chat,
        feedback=feedback,
        status=status_words(answer.status, collection),
        text=to_html(answer.text, {c.number for c in answer.citations}, lambda n: marker(n, key)),
        sources=sources(answer, collection, key),
        plain=to_plain(answer, collection),
        collection=collection.settings.collection,
    )
    return one_line(html)


def plain_page(template: str, collection: Collection, root: str, **values: Any) -> str:
    """A page made whole on the server; `root` is where the service stands, seen from it."""
    return TEMPLATES.get_template(template).render(
        collection=collection.settings.collection,
        pictured=bool(drawn_kinds(collection)),
        root=root,
        embed=False,
        **values,
    )


def one_line(html: str) -> Markup:
    """HTML that a Markdown reader leaves as it is: one block without a line break."""
    return Markup(html.strip().replace("\n", "&#10;"))


def marker(number: int, key: str) -> str:
    """The link of a marker to its quote."""
    return (
        f'<a class="marker" id="{key}-m{number}" href="#{key}-q{number}" '
        f'title="Source {number}">[{number}]</a>'
    )


def status_words(status: Status, collection: Collection) -> str:
    """The state of an answer in words."""
    return STATUS_WORDS[status].format(name=collection.settings.collection.name)


def sources(answer: Answer, collection: Collection, key: str) -> list[Source]:
    """The answer's sources in the order of their first marker, one a passage."""
    groups: dict[tuple[str, str], list[Citation]] = {}
    for citation in answer.citations:
        groups.setdefault((citation.document_id, citation.passage), []).append(citation)
    found = []
    for (document_id, passage), citations in groups.items():
        document, first = collection.by_id[document_id], citations[0]
        marked = highlighted(passage, document.text, citations, key)
        numbers = tuple(c.number for c in citations)
        found.append(Source(numbers, first, document, kind_label(first.kind, collection), marked))
    return found


def kind_label(kind: str, collection: Collection) -> str:
    """What a kind of document is called on the page."""
    kinds = collection.settings.collection.kinds
    return kinds[kind].label if kind in kinds else kind.capitalize()


def highlighted(passage: str, text: str, citations: list[Citation], key: str) -> Markup:
    """The passage with each quote marked and reachable under the id `{key}-q{number}`."""
    offset = max(text.find(passage), 0)
    spans = {c.number: (c.start - offset, c.end - offset) for c in citations}
    cuts = sorted({0, len(passage), *(cut for span in spans.values() for cut in span)})
    parts = []
    for start, end in pairwise(cuts):
        piece = escape(passage[start:end])
        for number in [n for n, span in spans.items() if span[0] == start]:
            piece = Markup('<span id="{}-q{}" tabindex="-1">{}</span>').format(key, number, piece)
        if any(span[0] <= start and end <= span[1] for span in spans.values()):
            piece = Markup("<mark>{}</mark>").format(piece)
        parts.append(piece)
    return Markup("").join(parts)
