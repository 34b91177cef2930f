"""An answer or a collection in, plain lines for a terminal out; and the progress bar."""

import sys
from collections.abc import Iterator
from typing import Any

from assistant.types import Answer, Citation
from corpus.types import Collection


def answer_lines(answer: Answer, in_conversation: bool = False) -> Iterator[str]:
    """The answer's text, then its numbered references with their links, then what to ask next.

    In a conversation its question stands before it.
    """
    if in_conversation:
        yield f"> {answer.question}\n"
    if answer.searched_for != answer.question and answer.citations:
        yield f"(searched for: {answer.searched_for})\n"
    yield answer.text
    if answer.citations:
        yield "\nReferences"
        yield from _references(answer)
    if answer.suggestions:
        yield "\nYou could ask"
        yield from (f"    {suggestion}" for suggestion in answer.suggestions)
    if in_conversation:
        yield ""


def _references(answer: Answer) -> Iterator[str]:
    """One entry for each document, with all its markers; no link is listed twice."""
    entries: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        entries.setdefault(citation.document_id, []).append(citation)
    for citations in entries.values():
        first = citations[0]
        yield f"{''.join(f'[{c.number}]' for c in citations)} {first.title}"
        yield f"    {', '.join(part for part in (first.board, first.section, first.kind) if part)}"
        for link in first.links:
            yield f"    {link.url}" if link.label in link.url else f"    {link.label}: {link.url}"


def collection_line(collection: Collection) -> str:
    """How many of everything a collection holds."""
    documents = collection.documents
    counts = {
        "documents": len(documents),
        "boards": len({document.board for document in documents}),
        "links": sum(len(document.links) for document in documents),
        "facts": sum(len(document.facts) for document in documents),
        "relations": len(collection.relations),
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items())


class Bar:
    """A progress bar on standard error that begins with its first step."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._bar: Any = None

    def step(self, done: int, total: int) -> None:
        """Move on by `done` of `total`."""
        if self._bar is None:
            from tqdm import tqdm  # a command whose index stands shows no bar

            self._bar = tqdm(total=total, desc=self._what, file=sys.stderr)
        self._bar.update(done)
        if self._bar.n >= total:
            self._bar.close()
