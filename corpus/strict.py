"""Dataclasses that refuse what they don't know, and how their texts are written.

Pydantic checks them when a file is read (`yaml_file.py`). Nothing here imports it: it takes .2 s to
load, and a question is asked of an index, which holds its collection as it was checked.
"""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar


@dataclass(frozen=True)
class Written:
    """How a text is written: pydantic's constraints, in its own words."""

    pattern: str | None = None
    min_length: int | None = None
    strip_whitespace: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Pydantic's hook: its schema for a text, with these constraints."""
        return handler(source) | {k: v for k, v in vars(self).items() if v}


Text = Annotated[str, Written(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, Written(r"^[a-z0-9][a-z0-9-]*$")]


class Strict:
    """A part of a file, to be made a frozen dataclass: unknown keys and wrong types are faults."""

    __pydantic_config__: ClassVar[Any] = {"extra": "forbid", "strict": True}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Pydantic's hook: its schema for the class, which may be given as keys and values."""
        return handler(source) | {"strict": False}
