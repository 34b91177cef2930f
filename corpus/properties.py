"""`properties.yaml` in, what documents have in common out, each member with its words."""

from pathlib import Path

from corpus.asked_schema import PropertiesFile
from corpus.spans import find_words
from corpus.types import Document, Member, Property
from corpus.yaml_file import Place, YamlFile

PROPERTIES = "properties.yaml"


def load_properties(
    documents: list[Document], folder: Path, faults: list[str]
) -> tuple[Property, ...]:
    """The properties of the folder's documents; none where it has no such file.

    Faults of the file are added to `faults`.
    """
    path = folder / PROPERTIES
    if not path.exists():
        return ()
    file = YamlFile(path)
    content = file.check(PropertiesFile)
    by_id = {document.id: document for document in documents}
    properties = []
    for number, entry in enumerate(content or []):
        members = []
        for name, words in entry.members.items():
            place: Place = (number, "members", name)
            if name in by_id:
                members.append(_member(file, by_id[name], words, place))
            else:
                file.fault_at(place, f"no document {name!r}", "use a document's id")
        properties.append(Property(entry.name, tuple(entry.asked), tuple(members)))
    faults += file.faults
    return tuple(properties)


def _member(file: YamlFile, document: Document, words: str, place: Place) -> Member:
    inside = words.casefold() in document.text.casefold()
    if not inside and words.casefold() in document.title.casefold():
        return Member(document.id, 0, 0)
    start = find_words(file, document.text, words, place)
    return Member(document.id, start, start + len(words))
