"""What people ask in their own words, of the texts, of other subjects, of the assistant itself."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from corpus.asked_schema import ItselfFile, OffTopicFile, PlainFile, UnsaidFile
from corpus.spans import find_words
from corpus.types import Document, Itself, PlainWording
from corpus.yaml_file import YamlFile

Entry = TypeVar("Entry")
PLAIN = "plain.yaml"  # for each sentence, everyday wordings of it and questions that it answers
UNSAID = "unsaid.yaml"  # for each document, questions near it that no text answers
OFF_TOPIC = "off_topic.yaml"  # questions on subjects that no document is about
ITSELF = "itself.yaml"  # questions about the assistant itself, with what it says then


def with_wordings(documents: list[Document], folder: Path, faults: list[str]) -> list[Document]:
    """The documents with the wordings of the folder's files, where it has them.

    Faults of those files are added to `faults`.
    """
    plain = _plain(documents, folder / PLAIN, faults)
    unsaid = _unsaid(documents, folder / UNSAID, faults)
    return [
        replace(document, plain=plain.get(document.id, ()), unsaid=unsaid.get(document.id, ()))
        for document in documents
    ]


def load_off_topic(folder: Path, faults: list[str]) -> tuple[str, ...]:
    """The folder's questions on other subjects; none where it has no such file."""
    return tuple(_entries(folder / OFF_TOPIC, OffTopicFile, faults))


def load_itself(folder: Path, faults: list[str]) -> tuple[Itself, ...]:
    """What is asked of the assistant itself, with its replies; none where there is no such file."""
    entries = _entries(folder / ITSELF, ItselfFile, faults)
    return tuple(Itself(entry.reply, tuple(entry.asked)) for entry in entries)


def _entries(path: Path, form: type[list[Entry]], faults: list[str]) -> list[Entry]:
    """What a file that may be there lists."""
    if not path.exists():
        return []
    file = YamlFile(path)
    content = file.check(form)
    faults += file.faults
    return content or []


def _plain(
    documents: list[Document], path: Path, faults: list[str]
) -> dict[str, tuple[PlainWording, ...]]:
    if not path.exists():
        return {}
    file = YamlFile(path)
    content = file.check(PlainFile)
    entries = content or {}
    found = {}
    for document in _known(documents, file, entries):
        wordings = []
        for number, entry in enumerate(entries[document.id]):
            given = [entry.words] if isinstance(entry.words, str) else entry.words
            for words in given:
                start = find_words(file, document.text, words, (document.id, number, "words"))
                wordings += [PlainWording(start, text) for text in entry.says]
        found[document.id] = tuple(wordings)
    faults += file.faults
    return found


def _unsaid(documents: list[Document], path: Path, faults: list[str]) -> dict[str, tuple[str, ...]]:
    if not path.exists():
        return {}
    file = YamlFile(path)
    content = file.check(UnsaidFile)
    entries = content or {}
    found = {d.id: tuple(entries[d.id]) for d in _known(documents, file, entries)}
    faults += file.faults
    return found


def _known(documents: list[Document], file: YamlFile, names: Iterable[str]) -> list[Document]:
    """The documents that a file speaks of; a name that is no document's is a fault."""
    by_id = {document.id: document for document in documents}
    for name in names:
        if name not in by_id:
            file.fault_at((name,), f"no document {name!r}", "use a document's id")
    return [by_id[name] for name in names if name in by_id]
