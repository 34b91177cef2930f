"""Faults of the input told as their message, never as a traceback."""

import sys
from collections.abc import Callable

from asked import BatchError, QuestionError


def told(run: Callable[[], None]) -> int:
    """0 after a run, or 1 after its fault in the input or the files has been printed."""
    from corpus.types import CorpusError
    from index.types import IndexFault

    try:
        run()
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"{error.filename or 'insight'}: {error.strerror}", file=sys.stderr)
        return 1
    except (QuestionError, BatchError, CorpusError, IndexFault) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
