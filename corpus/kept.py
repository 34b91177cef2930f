"""A checked collection to JSON and back, which takes a tenth of the time that its YAML does."""

from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from corpus.load import logo
from corpus.types import Collection

_FORM = TypeAdapter(Collection)


def to_json(collection: Collection) -> bytes:
    """The whole collection, but for where its logo lies."""
    return _FORM.dump_json(replace(collection, logo=None))


def from_json(content: bytes, folder: Path) -> Collection:
    """The collection of `folder` that `to_json` was given, equal to what its YAML says."""
    found = _FORM.validate_json(content)
    return replace(found, logo=logo(folder, found.settings))
