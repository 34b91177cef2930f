"""A folder of YAML in, questions with their gold spans out, or all its faults at once."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.types import Status
from corpus.types import Collection
from corpus.yaml_file import Place, YamlFile
from eval_questions.schema import QuestionEntry, QuestionFile

BOARDS = Path(__file__).parent / "boards"
Split = Literal["dev", "test"]


class SuiteError(Exception):
    """Every fault found in the question files, each with its file, line and mend."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Gold:
    """A span that a complete answer rests on: `document.text[start:end] == quote`."""

    document_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Question:
    """A judged question. Each of `facts` is a group of wordings, any one of which will do."""

    id: str
    category: str
    text: str
    status: Status
    conversation: tuple[str, ...] = ()
    standalone: str | None = None
    gold: tuple[Gold, ...] = ()
    facts: tuple[tuple[str, ...], ...] = ()
    links: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def split(self) -> Split:
        """`dev` for tuning or `test` for judging: even or odd first byte of the id's SHA-256."""
        return "test" if hashlib.sha256(self.id.encode()).digest()[0] % 2 else "dev"

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents that the gold stands in."""
        return frozenset(gold.document_id for gold in self.gold)


def load_questions(folder: Path, collection: Collection) -> tuple[Question, ...]:
    """The questions of every `*.yaml` in `folder`, in name order.

    Raises `SuiteError` with one message for each fault: file, line, what is wrong, the mend.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise SuiteError([f"{folder}: no YAML file with questions: name a folder that holds some"])
    questions: list[Question] = []
    faults: list[str] = []
    first: dict[str, str] = {}
    for file in map(YamlFile, paths):
        content = file.check(QuestionFile)
        for number, entry in enumerate(content.questions if content else []):
            place: Place = ("questions", number)
            if entry.id in first:
                mend = f"choose another; the first is in {first[entry.id]}"
                file.fault_at((*place, "id"), f"id {entry.id!r} is taken", mend)
            first.setdefault(entry.id, f"{file.path}:{file.line((*place, 'id'))}")
            for key, what, mend in _contradictions(entry, collection):
                file.fault_at((*place, *key), f"{entry.id}: {what}", mend)
            questions.append(_question(entry, collection))
        faults += file.faults
    if faults:
        raise SuiteError(faults)
    return tuple(questions)


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of the question files."""
    sha = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        sha.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()


def _question(entry: QuestionEntry, collection: Collection) -> Question:
    gold = []
    for item in entry.gold:
        document = collection.by_id.get(item.document)
        start = document.text.find(item.quote) if document else -1
        gold.append(Gold(item.document, start, start + len(item.quote), item.quote))
    return Question(
        id=entry.id,
        category=entry.category,
        text=entry.question,
        status=Status(entry.status),
        conversation=tuple(entry.conversation),
        standalone=entry.standalone,
        gold=tuple(gold),
        facts=tuple((f,) if isinstance(f, str) else tuple(f) for f in entry.facts),
        links=tuple(entry.links),
        missing=tuple(entry.missing),
    )


def _contradictions(
    entry: QuestionEntry, collection: Collection
) -> Iterator[tuple[Place, str, str]]:
    """For each thing that can't be so: the place in the entry, what is wrong, the mend."""
    if not entry.id.startswith(f"{entry.category}-"):
        yield ("id",), "id without its category", f"begin it with '{entry.category}-'"
    for number, gold in enumerate(entry.gold):
        document = collection.by_id.get(gold.document)
        place: Place = ("gold", number)
        if document is None:
            yield (*place, "document"), f"no document {gold.document!r}", "use a document's id"
        elif gold.quote not in document.text:
            what = f"{gold.quote[:60]!r} does not stand in {gold.document}"
            yield (*place, "quote"), what, "quote the document's own characters"
    known = {link.url for document in collection.documents for link in document.links}
    contact = collection.settings.collection.contact
    for number, url in enumerate(entry.links):
        if url not in known and not (contact and contact.url == url):
            mend = "copy it from a document's links"
            yield ("links", number), f"no document has the link {url!r}", mend
    for number, fact in enumerate(entry.facts):
        if not fact:
            yield ("facts", number), "an empty list of wordings", "give one, or remove it"
    follows = entry.category == "follow_up"
    if follows != bool(entry.conversation):
        mend = "give the earlier questions of a follow_up, and of nothing else"
        yield ("conversation",), "conversation and category disagree", mend
    if follows != bool(entry.standalone):
        mend = "rewrite a follow_up to stand alone, and nothing else"
        yield ("standalone",), "standalone and category disagree", mend
    if (entry.status == "partly") != bool(entry.missing):
        mend = "give words of the missing part where the status is partly, and nowhere else"
        yield ("missing",), "missing and status disagree", mend
    if entry.status == "answered" and not entry.gold:
        yield ("gold",), "answered without gold", "quote what the answer rests on"
    if entry.status in ("not_covered", "small_talk") and entry.gold:
        yield ("gold",), f"gold for a question that is {entry.status}", "remove one of the two"
