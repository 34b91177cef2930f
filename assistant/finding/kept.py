"""A function of a question's evidence in, one that finds the same but once out."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple
from weakref import WeakKeyDictionary

from assistant.finding.evidence import Evidence

Found = TypeVar("Found")
Rest = TypeVarTuple("Rest")


def kept(find: Callable[[Evidence, *Rest], Found]) -> Callable[[Evidence, *Rest], Found]:
    """`find`, whose result for an evidence (and what else it is given) is kept as long as that is.

    A cache of the last few would keep their evidence too, and with it all that was found for it.
    """
    results: WeakKeyDictionary[Evidence, dict[tuple[Any, ...], Found]] = WeakKeyDictionary()

    @wraps(find)
    def once(evidence: Evidence, *rest: *Rest) -> Found:
        own = results.setdefault(evidence, {})
        if rest not in own:
            own[rest] = find(evidence, *rest)
        return own[rest]

    return once
