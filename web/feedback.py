"""Whether answers helped, kept in one SQLite file: no name, no address, nothing of the browser."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from errno import ENOENT
from pathlib import Path
from uuid import uuid4

from assistant.types import Answer, Status

LONGEST_COMMENT = 2000
TABLE = Path(__file__).parent / "feedback.sql"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One verdict on one answer."""

    day: str
    question: str
    earlier: tuple[str, ...]
    searched_for: str
    status: str
    documents: tuple[str, ...]
    helpful: bool
    comment: str


class FeedbackStore:
    """The file of feedback; it is made when the first verdict comes."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, answer: Answer, earlier: Sequence[str], helpful: bool, comment: str = "") -> str:
        """Keep a verdict; the key with which its comment can be given later."""
        key = uuid4().hex
        documents = list(answer.documents)
        day = datetime.now(UTC).date().isoformat()
        with self._open() as database:
            database.execute(
                "INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (key, day, answer.question, json.dumps(list(earlier)), answer.searched_for,
                 answer.status.value, json.dumps(documents), helpful, comment[:LONGEST_COMMENT]),
            )  # fmt: skip
        return key

    def comment(self, key: str, comment: str) -> bool:
        """Put a comment to a verdict; False where there is none with this key."""
        with self._open() as database:
            done = database.execute(
                "UPDATE feedback SET comment = ? WHERE key = ?", (comment[:LONGEST_COMMENT], key)
            )
        return done.rowcount == 1

    def all(self) -> list[Feedback]:
        """Every verdict, oldest first; none where there is no file yet."""
        if not self._path.exists():
            return []
        with self._open() as database:
            rows = database.execute(
                "SELECT day, question, earlier, searched_for, status, documents, helpful, comment"
                " FROM feedback ORDER BY rowid"
            ).fetchall()
        return [
            Feedback(r[0], r[1], tuple(json.loads(r[2])), r[3], r[4], tuple(json.loads(r[5])),
                     bool(r[6]), r[7])
            for r in rows
        ]  # fmt: skip

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=10)) as database, database:
            database.executescript(TABLE.read_text(encoding="utf-8"))
            yield database


def exported(path: Path, declined: bool) -> str:
    """What a store holds: its verdicts as JSON lines, or the questions declined, one a line.

    Raises `FileNotFoundError` where there is no file.
    """
    if not path.is_file():
        raise FileNotFoundError(ENOENT, "no such file: name the settings' feedback file", str(path))
    found = FeedbackStore(path).all()
    return gaps(found) if declined else to_jsonl(found)


def to_jsonl(found: Sequence[Feedback]) -> str:
    """Every verdict, one JSON object a line."""
    return "".join(json.dumps(asdict(item), ensure_ascii=False) + "\n" for item in found)


def gaps(found: Sequence[Feedback]) -> str:
    """The questions that were declined or half answered, one a line, as `insight eval --new` reads.

    A follow-up stands there as it was understood.
    """
    asked = [f.searched_for for f in found if f.status in (Status.NOT_COVERED, Status.PARTLY)]
    return "".join(f"{question}\n" for question in dict.fromkeys(asked))
