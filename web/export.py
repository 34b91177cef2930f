"""Answers as plain text and as Markdown, with numbered references and links."""

from collections.abc import Sequence

from assistant.types import Answer, Citation
from corpus.types import Collection


def to_plain(answer: Answer, collection: Collection) -> str:
    """One answer with its references, to paste into a mail or a paper."""
    lines = [answer.question, "", answer.text]
    if answer.citations:
        lines += ["", "References", *(reference(c, collection) for c in answer.citations)]
    return "\n".join(lines)


def to_markdown(answers: Sequence[Answer], collection: Collection) -> str:
    """A conversation as Markdown; references are numbered answer by answer."""
    settings = collection.settings.collection
    lines = [f"# {settings.title}: a conversation", ""]
    for answer in answers:
        lines += [f"## {' '.join(answer.question.split())}", ""]
        if answer.searched_for != answer.question:
            lines += [f"I looked for: {answer.searched_for}", ""]
        lines += [answer.text, ""]
        if answer.citations:
            lines += ["### References", ""]
            lines += [f"- {reference(c, collection)}" for c in answer.citations] + [""]
    return "\n".join([*lines, settings.rights, ""])


def reference(citation: Citation, collection: Collection) -> str:
    """`[1] Title, board (year): “quote” links`."""
    document = collection.by_id[citation.document_id]
    year = f" ({document.year})" if document.year else ""
    links = "".join(f" <{link.url}>" for link in citation.links)
    quote = " ".join(citation.quote.split())
    return f"[{citation.number}] {citation.title}. {citation.board}{year}: “{quote}”{links}"
