"""An answer's Markdown as safe HTML: its markers are links, and nothing else gets through."""

import re
from collections.abc import Callable, Collection, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

MARKER = re.compile(r"\[(\d{1,4})\]")
Marker = Callable[[int], str]


def parse(text: str) -> list[Token]:
    """Markdown as tokens: no HTML, no pictures, and links to http, https and mailto alone."""
    reader = (
        MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block"])
    )
    reader.validateLink = is_safe_link  # type: ignore[method-assign]
    return _headed_rows(reader.parse(text))


def is_safe_link(url: str) -> bool:
    """Whether a browser may be sent to this address."""
    return url.lower().startswith(("http://", "https://", "mailto:"))


def to_html(text: str, numbers: Collection[int], marker: Marker) -> Markup:
    """The text as HTML; `marker` writes the markup of each known citation's number."""
    tokens = parse(text)
    for token in tokens:
        if token.children:
            token.children = [
                t for child in token.children for t in _marked(child, numbers, marker)
            ]
    reader = MarkdownIt("commonmark", {"html": False})
    return Markup(reader.renderer.render(tokens, reader.options, {}))


def _marked(token: Token, numbers: Collection[int], marker: Marker) -> list[Token]:
    if token.type != "text":
        return [token]
    pieces = []
    for place, piece in enumerate(MARKER.split(token.content)):  # text, number, text, ...
        if place % 2 == 0:
            pieces.append(Token("text", "", 0, content=piece))
        elif int(piece) in numbers:
            pieces.append(Token("html_inline", "", 0, content=marker(int(piece))))
        else:
            pieces.append(Token("text", "", 0, content=f"[{piece}]"))
    return pieces


def _headed_rows(tokens: Sequence[Token]) -> list[Token]:
    """Tables whose heading row is blank lose it; a row's first cell becomes its heading."""
    kept: list[Token] = []
    head: list[Token] | None = None
    first = False
    for token in tokens:
        if token.type == "thead_open":
            head = []
        if head is not None:
            head.append(token)
            if token.type == "thead_close":
                if any(t.content.strip() for t in head if t.type == "inline"):
                    kept += head
                head = None
            continue
        if token.type == "tr_open":
            first = True
        if first and token.type in ("td_open", "td_close"):
            token.tag = "th"
            if token.nesting > 0:
                token.attrSet("scope", "row")
            else:
                first = False
        kept.append(token)
    return kept
