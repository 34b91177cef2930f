"""A folder of YAML in, a `Collection` out, or all its faults at once."""

import hashlib
from pathlib import Path
from typing import Any

from corpus.properties import PROPERTIES, load_properties
from corpus.schema import (
    BoardFile,
    CollectionFile,
    LinkKind,
    Settings,
    VocabularyFile,
)
from corpus.spans import read_facts, read_relations
from corpus.types import Collection, CorpusError, Document, Link
from corpus.usual import USUAL, with_usual
from corpus.wordings import (
    ITSELF,
    OFF_TOPIC,
    PLAIN,
    UNSAID,
    load_itself,
    load_off_topic,
    with_wordings,
)
from corpus.yaml_file import Place, YamlFile

BOARDS = Path(__file__).parent / "boards"
SETTINGS_FILES = (
    "collection.yaml",
    "vocabulary.yaml",
    PLAIN,
    UNSAID,
    OFF_TOPIC,
    ITSELF,
    PROPERTIES,
    USUAL,
)
PROVENANCE = "left_out.yaml"  # what of the source stands in no document: for people and tests


def load_collection(folder: Path = BOARDS) -> Collection:
    """The collection in `folder`: its settings files and every other `*.yaml`, in name order.

    Raises `CorpusError` with one message for each fault: file, line, what is wrong, the mend.
    """
    if not folder.is_dir():
        raise CorpusError([f"{folder}: no such folder: name one that holds a collection's YAML"])
    paths = [path for path in _files(folder) if path.name not in SETTINGS_FILES]
    if not paths:
        raise CorpusError([f"{folder}: no YAML file with documents: add one"])
    faults: list[str] = []
    settings = _load_settings(folder, faults)
    files = [(file, file.check(BoardFile)) for file in map(YamlFile, paths)]
    if faults:  # the documents can't be held against settings that are at fault themselves
        raise CorpusError(faults + [fault for file, _ in files for fault in file.faults])
    documents = [
        _document(file, board, number, settings)
        for file, board in files
        if board
        for number in range(len(board.documents))
    ]
    _check_ids(files, settings)
    documents = with_wordings(documents, folder, faults)
    counted = Collection(tuple(documents), settings).counted
    documents, usual = with_usual(documents, counted, folder, faults)
    properties = load_properties(documents, folder, faults)
    off_topic = load_off_topic(folder, faults)
    itself = load_itself(folder, faults)
    for file, _ in files:
        faults += file.faults
    if faults:
        raise CorpusError(faults)
    return Collection(
        tuple(documents),
        settings,
        properties,
        usual,
        off_topic,
        itself,
        digest(folder),
        logo(folder, settings),
    )


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of a folder's YAML files."""
    sha = hashlib.sha256()
    for path in _files(folder):
        sha.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if path.name != PROVENANCE)


def _load_settings(folder: Path, faults: list[str]) -> Settings:
    found: dict[str, Any] = {}
    for name, model in (("collection", CollectionFile), ("vocabulary", VocabularyFile)):
        path = folder / f"{name}.yaml"
        if path.exists():
            file = YamlFile(path)
            content = file.check(model)
            picture = content.logo if isinstance(content, CollectionFile) else ""
            if picture and not (folder / picture).is_file():
                file.fault_at(("logo",), f"no file {picture!r} beside this one", "put it there")
            faults += file.faults
            if content:
                found[name] = content
    return Settings(**found)


def logo(folder: Path, settings: Settings) -> Path | None:
    """Where the logo lies that the settings name, if they name one."""
    name = settings.collection.logo
    return folder / name if name else None


def _document(file: YamlFile, board: BoardFile, number: int, settings: Settings) -> Document:
    entry = board.documents[number]
    place: Place = ("documents", number)
    text = f"{entry.text}\n\n{entry.read_more}" if entry.read_more else entry.text
    kinds = settings.collection.kinds
    if kinds and entry.kind not in kinds:
        file.fault_at((*place, "kind"), f"unknown kind {entry.kind!r}", f"use one of {list(kinds)}")
    for index, where in enumerate(entry.where):
        if where not in f"{entry.title}\n{text}":
            mend = "use its own words"
            file.fault_at((*place, "where", index), f"{where!r} stands in no text of it", mend)
    return Document(
        id=entry.id,
        kind=entry.kind,
        title=entry.title,
        name=entry.name or entry.title,
        board=board.title if board.board is None else f"{board.board}. {board.title}",
        section=entry.section,
        text=text,
        body_end=len(entry.text),
        source=board.source,
        year=board.year,
        where=tuple(entry.where),
        aliases=tuple(entry.aliases),
        links=tuple(
            Link(link_kind(link.url, settings.collection.link_kinds), link.label, link.url)
            for link in entry.links
        ),
        facts=read_facts(file, entry, place, settings),
        relations=read_relations(file, entry, place, settings),
    )


def link_kind(url: str, kinds: dict[str, LinkKind]) -> str:
    """The first kind whose mark stands in the address; `website` where none does."""
    return next((name for name, kind in kinds.items() if kind.address in url), "website")


def _check_ids(files: list[tuple[YamlFile, BoardFile | None]], settings: Settings) -> None:
    """Note each id given twice and each relation to nowhere."""
    first: dict[str, str] = {}
    for file, board in files:
        for number, entry in enumerate(board.documents if board else []):
            place: Place = ("documents", number, "id")
            if entry.id in first:
                mend = f"choose another; the first is in {first[entry.id]}"
                file.fault_at(place, f"id {entry.id!r} is taken", mend)
            first.setdefault(entry.id, f"{file.path}:{file.line(place)}")
    known = first.keys() | settings.vocabulary.things.keys()
    for file, board in files:
        for number, entry in enumerate(board.documents if board else []):
            for index, relation in enumerate(entry.relations):
                for end in ("who", "what"):
                    name = getattr(relation, end)
                    if name is not None and name not in known:
                        file.fault_at(
                            ("documents", number, "relations", index, end),
                            f"relation to nowhere: {name!r}",
                            "use a document's id or a thing of vocabulary.yaml",
                        )
