"""A folder in BEIR's form in, its texts, queries and judgements out.

The form (Thakur and others 2021): `corpus.jsonl` with `_id`, `title`, `text`; `queries.jsonl` with
`_id`, `text` and, in some sets, `metadata`; `qrels/test.tsv` with `query-id`, `corpus-id`, `score`.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILES = ("corpus.jsonl", "queries.jsonl", "qrels/test.tsv")


class BeirError(Exception):
    """Every fault found in a folder's files, each with its file, line and mend."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class BeirQuery:
    """A query. `earlier`: the person's earlier turns, oldest first, None where not said."""

    id: str
    text: str
    earlier: tuple[str, ...] | None
    rewrite: str | None
    answerable: bool | None


@dataclass(frozen=True, slots=True)
class BeirSet:
    """`ids[i]` names `texts[i]` (`title. text`); `qrels`: query id to its relevant ids."""

    ids: list[str]
    texts: list[str]
    queries: list[BeirQuery]
    qrels: dict[str, tuple[str, ...]]
    digest: str


def read_beir(folder: Path) -> BeirSet:
    """The set in `folder`. Raises `BeirError` with all that is wrong with its lines."""
    paths = [folder / name for name in FILES]
    absent = [
        f"{p}: no such file: BEIR's form has {', '.join(FILES)}" for p in paths if not p.is_file()
    ]
    if absent:
        raise BeirError(absent)
    faults: list[str] = []
    texts: dict[str, str] = {}
    for place, item in _objects(paths[0], faults):
        if item["_id"] in texts:
            faults.append(f"{place}: _id {item['_id']!r} stands here again: keep one")
        title = str(item.get("title") or "")
        texts[item["_id"]] = f"{title}. {item['text']}" if title else item["text"]
    queries = [_query(place, item, faults) for place, item in _objects(paths[1], faults)]
    qrels = _qrels(paths[2], texts.keys(), {query.id for query in queries}, faults)
    if not texts:
        faults.append(f"{paths[0]}: no texts: give one JSON object a line")
    if faults:
        raise BeirError(faults)
    sha = hashlib.sha256()
    for name, text in texts.items():
        sha.update(name.encode() + b"\0" + text.encode() + b"\0")
    return BeirSet(list(texts), list(texts.values()), queries, qrels, sha.hexdigest())


def _lines(path: Path, faults: list[str]) -> Iterator[tuple[str, str]]:
    """Each line that is not blank, with its place."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        try:
            text = line.decode("utf-8").strip("\r")
        except UnicodeDecodeError as error:
            faults.append(f"{path}:{number}: not UTF-8 text ({error.reason}): save it as UTF-8")
            continue
        if text.strip():
            yield f"{path}:{number}", text


def _objects(path: Path, faults: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line's JSON object that has `_id` and `text`, with its place."""
    for place, line in _lines(path, faults):
        try:
            item = json.loads(line)
        except ValueError as error:
            faults.append(f"{place}: broken JSON ({error}): write one object a line")
            continue
        kept = item if isinstance(item, dict) else {}
        if isinstance(kept.get("_id"), str) and isinstance(kept.get("text"), str):
            yield place, kept
        else:
            faults.append(f"{place}: not an object with text under `_id` and `text`: add them")


def _query(place: str, item: dict[str, Any], faults: list[str]) -> BeirQuery:
    found = item.get("metadata") or {}
    try:
        history = found.get("history")
        turns = history and [turn["text"] for turn in history if turn.get("role") == "user"]
        earlier = None if history is None else tuple(turns or ())
        rewrite, answerable = found.get("rewrite"), found.get("answerable")
        if not isinstance(rewrite, str | None) or not isinstance(answerable, bool | None):
            raise TypeError("rewrite is text, answerable true or false")
        return BeirQuery(item["_id"], item["text"], earlier, rewrite, answerable)
    except (AttributeError, KeyError, TypeError) as error:
        faults.append(f"{place}: metadata not understood ({error}): see docs/evaluation.md")
        return BeirQuery(item["_id"], item["text"], None, None, None)


def _qrels(
    path: Path, texts: Any, queries: set[str], faults: list[str]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for number, (place, line) in enumerate(_lines(path, faults)):
        parts = line.split("\t")
        if number == 0 and parts[0] == "query-id":
            continue
        if len(parts) != 3 or not parts[2].strip().lstrip("-").isdigit():
            faults.append(f"{place}: not `query-id<tab>corpus-id<tab>whole score`: correct it")
        elif parts[0] not in queries:
            faults.append(f"{place}: no query {parts[0]!r} in queries.jsonl: correct the id")
        elif parts[1] not in texts:
            faults.append(f"{place}: no text {parts[1]!r} in corpus.jsonl: correct the id")
        elif int(parts[2]) > 0:
            found.setdefault(parts[0], {})[parts[1]] = None
    return {query: tuple(names) for query, names in found.items()}
