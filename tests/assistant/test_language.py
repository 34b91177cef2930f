"""The word lists of `language.yaml`, and that they are read before anyone asks."""

from collections.abc import Iterator
from typing import Any

from assistant.language.words import language
from tests.conftest import Opened


def listed(value: Any) -> Iterator[Any]:
    """Each thing that stands in a list, however deep."""
    inside = value.values() if isinstance(value, dict) else value
    for each in inside if isinstance(value, (dict, list)) else ():
        if isinstance(value, list) and not isinstance(each, list):
            yield each
        yield from listed(each)


def test_every_listed_word_is_text() -> None:
    words = list(listed(language()))
    assert len(words) > 1000
    assert [word for word in words if not isinstance(word, str)] == []  # `on` is read as True


def test_after_the_warm_up_nothing_written_is_left_to_read(opened: Opened) -> None:
    opened.assistant.warm_up()
    written = vars(opened.assistant.finder.written)
    assert {"documents", "shared", "held", "shown", "having", "texts"} <= written.keys()
