"""Faults of the input told as their message, never as a traceback."""

import argparse
import sys
from collections.abc import Callable

from asked import BatchError, QuestionError


def count(text: str) -> int:
    """A whole number from 1 up, as an option gives it."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a whole number from 1 up")
    return number


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
