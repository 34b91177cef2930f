"""Gradio's import without what serves no page: more than half of its time."""

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def lean_import() -> Iterator[None]:
    """While this lasts, gradio is imported without two things that it does for its developers.

    It writes typing stubs beside its own files, reading each component's source four times over;
    a class whose file is unknown is passed by. And where the tool library `mcp` is installed it
    imports that, for pages that are tools themselves.
    """
    find, without_tools = inspect.getfile, "mcp" not in sys.modules

    def hidden(thing: Any) -> str:
        if isinstance(thing, type) and thing.__module__.startswith("gradio"):
            raise OSError("no typing stub is to be written")
        return find(thing)

    inspect.getfile = hidden  # type: ignore[assignment]
    if without_tools:
        sys.modules["mcp"] = None  # type: ignore[assignment]  # Python's way to say: not to be found
    try:
        yield
    finally:
        inspect.getfile = find
        if without_tools:
            del sys.modules["mcp"]
