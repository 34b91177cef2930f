"""A conversation as a Word file, with numbered references and links."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from docx import Document as WordFile
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from markdown_it.token import Token

from assistant.types import Answer, Citation
from corpus.types import Collection
from web.markdown import parse


def to_word(answers: Sequence[Answer], collection: Collection) -> bytes:
    """A conversation as a Word file."""
    settings = collection.settings.collection
    word = WordFile()
    word.core_properties.title = f"{settings.title}: a conversation"
    word.core_properties.author = settings.title
    word.add_heading(word.core_properties.title, 0)
    for answer in answers:
        word.add_heading(" ".join(answer.question.split()), 1)
        if answer.searched_for != answer.question:
            word.add_paragraph(f"I looked for: {answer.searched_for}")
        _write(word, iter(parse(answer.text)))
        if answer.citations:
            word.add_heading("References", 2)
        for citation in answer.citations:
            _reference(word.add_paragraph(), citation, collection)
    if settings.rights:
        word.add_paragraph(settings.rights)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _write(word: Word, tokens: Iterator[Token]) -> None:
    lists: list[str] = []
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append("List Bullet" if token.type[0] == "b" else "List Number")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "table_open":
            _table(word, tokens)
        elif token.type == "inline":
            _inline(word.add_paragraph(style=lists[-1] if lists else None), token)
        elif token.content:  # a code block: its text as it stands
            word.add_paragraph(token.content)


def _table(word: Word, tokens: Iterator[Token]) -> None:
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
        elif token.type == "table_close":
            break
    table = word.add_table(rows=len(rows), cols=max(map(len, rows), default=1), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, token in zip(row.cells, cells, strict=False):
            _inline(cell.paragraphs[0], token)


def _inline(paragraph: Paragraph, token: Token) -> None:
    bold = italic = False
    url = ""
    for child in token.children or []:
        if child.type in ("strong_open", "strong_close"):
            bold = child.nesting > 0
        elif child.type in ("em_open", "em_close"):
            italic = child.nesting > 0
        elif child.type == "link_open":
            url = str(child.attrGet("href"))
        elif child.type == "link_close":
            url = ""
        elif child.type in ("softbreak", "hardbreak"):
            paragraph.add_run("\n" if child.type == "hardbreak" else " ")
        elif url:
            _link(paragraph, child.content, url)
        else:
            run = paragraph.add_run(child.content)
            run.bold, run.italic = bold, italic


def _reference(paragraph: Paragraph, citation: Citation, collection: Collection) -> None:
    document = collection.by_id[citation.document_id]
    year = f" ({document.year})" if document.year else ""
    quote = " ".join(citation.quote.split())
    paragraph.add_run(f"[{citation.number}] {citation.title}. {citation.board}{year}: “{quote}”")
    for link in citation.links:
        paragraph.add_run(" ")
        _link(paragraph, link.label, link.url)


def _link(paragraph: Paragraph, label: str, url: str) -> None:
    """Add a link that can be clicked; python-docx has no call for it."""
    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(label)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
