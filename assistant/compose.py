"""A draft in, the answer's text with its markers and citations out."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.drafting.draft import Draft, Section
from assistant.drafting.link_labels import document_links
from assistant.language.phrases import starts_with
from assistant.types import Answer, Citation
from corpus.chunk import split_sentences
from corpus.types import Collection, Document, Passage

Passages = Mapping[str, Sequence[Passage]]


def compose(
    draft: Draft, question: str, searched_for: str, collection: Collection, passages: Passages
) -> Answer:
    """The answer: every quotation stands in its text word for word, with its marker after it.

    `passages`: the index's, by document; a citation shows those that its quote stands in.
    """
    citations: list[Citation] = []
    parts = [_section(section, collection, passages, citations) for section in draft.sections]
    if draft.links:
        parts.append("\n".join(f"- [{link.label}]({link.url})" for link in draft.links))
    text = "\n\n".join(part for part in parts if part)
    return Answer(question, searched_for, draft.status, text, tuple(citations), draft.links)


def evidence_label(document: Document, collection: Collection) -> str:
    """Where a document is about, what kind of evidence it is, and of which year."""
    settings = collection.settings.collection
    kind = settings.kinds[document.kind].label if document.kind in settings.kinds else ""
    shown = [fact.value for fact in document.facts if fact.facet in settings.shown_facets]
    where = " and ".join(filter(None, (", ".join(document.where[:-1]), *document.where[-1:])))
    return ", ".join(part for part in (where, kind, *shown, str(document.year or "")) if part)


def _section(
    section: Section,
    collection: Collection,
    passages: Passages,
    citations: list[Citation],
) -> str:
    lines = []
    for statement in section.statements:
        document = collection.by_id[statement.document_id]
        quotes = []
        for quote in joined(with_antecedents(statement.quotes, document), document):
            number = len(citations) + 1
            citations.append(_citation(number, quote, document, collection, passages))
            quotes.append(f"“{quote.text}” [{number}]")
        words = " ".join([statement.note, *quotes] if statement.note else quotes)
        lines.append(_line(document, words, section.layout, collection))
    if section.layout == "table":
        name = collection.settings.collection.name
        lines = [f"| Name | What {name} say |", "|---|---|", *lines]
    body = ("\n" if section.layout != "lines" else "\n\n").join(lines)
    return "\n\n".join(part for part in (section.opening, body) if part)


def _line(document: Document, quotes: str, layout: str, collection: Collection) -> str:
    label = evidence_label(document, collection)
    name = f"**{document.name}**" + (f" ({label})" if label else "")
    if layout == "table":
        return f"| {name} | {quotes.replace('|', chr(92) + '|')} |"
    line = f"{name}: {quotes}" if quotes else name
    return f"- {line}" if layout == "bullets" else line


def with_antecedents(quotes: tuple[Passage, ...], document: Document) -> tuple[Passage, ...]:
    """The sentences, and before one that opens with `this` or `these` the one that it points to."""
    pointing = [quote.start for quote in quotes if starts_with("pointing_openings", quote.text)]
    if not pointing:
        return quotes
    before = (
        sentence
        for sentence, following in pairwise(split_sentences(document))
        if following.start in pointing and document.text[sentence.end : following.start] == " "
    )
    return (*quotes, *before)


def joined(quotes: tuple[Passage, ...], document: Document) -> list[Passage]:
    """Sentences, neighbours in one line of text joined into one quote; who comes first stays so."""
    groups: list[list[Passage]] = []
    for quote in sorted(set(quotes), key=lambda quote: quote.start):
        if groups and document.text[groups[-1][-1].end : quote.start] == " ":
            groups[-1].append(quote)
        else:
            groups.append([quote])
    groups.sort(key=lambda group: min(map(quotes.index, group)))
    spans = [(group[0].start, group[-1].end) for group in groups]
    return [Passage(document.id, start, end, document.text[start:end]) for start, end in spans]


def _citation(
    number: int,
    quote: Passage,
    document: Document,
    collection: Collection,
    passages: Passages,
) -> Citation:
    around = [
        passage
        for passage in passages.get(document.id, ())
        if passage.start < quote.end and quote.start < passage.end
    ] or [quote]
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        board=document.board,
        section=document.section,
        kind=document.kind,
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        passage=document.text[around[0].start : around[-1].end],
        links=document_links(document, collection),
    )
