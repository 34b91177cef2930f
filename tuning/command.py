"""`insight tune`: fit the embedding model to a collection's own words."""

import argparse
from pathlib import Path

from faults import count, told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="the collection's folder")
    parser.add_argument("--epochs", type=count, metavar="N", help="times that it is all learned")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="another gives another")


def run(options: argparse.Namespace) -> int:
    """Write the collection's own model, and say how much better it finds wordings again.

    1 where it does not, and nothing is written.
    """
    better: list[bool] = []
    return told(lambda: better.append(_tune(options))) or int(not all(better))


def _tune(options: argparse.Namespace) -> bool:
    from corpus.load import BOARDS, load_collection
    from index.model import own_model_folder
    from terminal import Bar
    from tuning.tune import EPOCHS, tune

    corpus = options.corpus or BOARDS
    folder = own_model_folder(corpus)
    epochs = options.epochs or EPOCHS
    found = tune(load_collection(corpus), folder, epochs, options.seed, Bar("tune").step)
    print(
        f"of {found.held_out} wordings held out {found.before:.1%} were nearest to one of the same "
        f"meaning before, {found.after:.1%} after: "
        + (f"written to {folder}" if found.is_better else "nothing was written")
    )
    return found.is_better
