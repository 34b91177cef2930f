"""A checked collection to JSON and back, which takes a tenth of the time that its YAML does."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from corpus.load import logo
from corpus.types import Collection

Reader = Callable[[Any], Any]


def to_json(collection: Collection) -> bytes:
    """The whole collection, but for where its logo lies."""
    return json.dumps(asdict(replace(collection, logo=None))).encode()


def from_json(content: bytes, folder: Path) -> Collection:
    """The collection of `folder` that `to_json` was given, equal to what its YAML says."""
    found: Collection = _reader(Collection)(json.loads(content))
    return replace(found, logo=logo(folder, found.settings))


@cache
def _reader(form: Any) -> Reader:
    """What makes a value of that type of its JSON, which `to_json` wrote and nobody changed."""
    if isinstance(form, type) and is_dataclass(form):
        hints = get_type_hints(form)
        readers = {field.name: _reader(hints[field.name]) for field in fields(form)}
        if all(reader is _as_it_is for reader in readers.values()):
            return lambda value: form(**value)
        return lambda value: form(**{name: readers[name](of) for name, of in value.items()})
    parts = [_reader(part) for part in get_args(form) if part not in (..., type(None))]
    if get_origin(form) is dict:
        return lambda value: {key: parts[1](of) for key, of in value.items()}
    several: Any = get_origin(form)
    if several in (list, tuple):
        return several if parts[0] is _as_it_is else lambda value: several(map(parts[0], value))
    if parts:  # of a value that may be None
        return lambda value: None if value is None else parts[0](value)
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
