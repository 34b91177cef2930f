"""What people ask of every document (`usual.yaml`), put to those that tell it and to the others."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from corpus.asked_schema import UsualFile
from corpus.spans import find_words
from corpus.types import Document, PlainWording, Usual
from corpus.yaml_file import Place, YamlFile

USUAL = "usual.yaml"  # the usual questions, and the words of each document that tells it


def with_usual(
    documents: list[Document], counted: Container[str], folder: Path, faults: list[str]
) -> tuple[list[Document], tuple[Usual, ...]]:
    """The documents with the wordings of those usual questions that each tells, and all of these.

    `counted`: the ids of the documents that they are asked of. None where the folder has no such
    file. Faults of the file are added to `faults`.
    """
    path = folder / USUAL
    if not path.exists():
        return documents, ()
    file = YamlFile(path)
    asked_of = {document.id: document for document in documents if document.id in counted}
    plain: dict[str, list[PlainWording]] = defaultdict(list)
    usual = []
    for number, entry in enumerate(file.check(UsualFile) or []):
        places: dict[str, Place] = {name: (number, "told", name) for name in entry.told}
        places |= {name: (number, "open", index) for index, name in enumerate(entry.open)}
        for name, place in places.items():
            if name not in asked_of:
                mend = "use the id of a document that lists count"
                file.fault_at(place, f"no document {name!r} to ask it of", mend)
            elif name in entry.told and name in entry.open:
                file.fault_at(place, f"{name!r} is both told and open", "leave it out of one")
        for name, document in asked_of.items():
            if name in entry.told:
                start = find_words(file, document.text, entry.told[name], places[name])
                plain[name] += [PlainWording(start, text) for text in entry.asked]
        untold = tuple(name for name in asked_of if name not in places)
        usual.append(Usual(tuple(entry.asked), untold))
    faults += file.faults
    told = [replace(d, plain=(*d.plain, *plain[d.id])) for d in documents]
    return told, tuple(usual)
