"""Near twins, of which a text answers one and none the other: `python -m benchmarks.near_twins`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.assistant import Assistant
from assistant.open import open_assistant
from assistant.types import Status

NEAREST = "come to this:"  # above what may not be quite what was asked
TWINS = Path(__file__).parent / "twins"


def load_twins(name: str) -> list[dict[str, str]]:
    """The pairs of `NAME.yaml`: two questions, `told` and `untold`, and the `document` meant."""
    return list(yaml.safe_load((TWINS / f"{name}.yaml").read_text(encoding="utf-8"))["twins"])


def main() -> None:
    """Ask them all; print how many of each kind are answered, and which are wrongly so or not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="where the index is kept")
    assistant = open_assistant(index=parser.parse_args().index)
    for name in ("seen", "unseen"):
        twins = load_twins(name)
        for kind in ("told", "untold"):
            print(f"{name}, {kind}: {_figures(assistant, twins, kind)}")


def _figures(assistant: Assistant, twins: Sequence[dict[str, str]], kind: str) -> str:
    asked = [(twin[kind], twin["document"]) for twin in twins]
    answers = [(text, name, assistant.ask(text)) for text, name in asked]
    answered = [(text, name, a) for text, name, a in answers if a.status is Status.ANSWERED]
    right = [text for text, name, a in answered if name in a.documents]
    wrong = {text for text, _ in asked} - set(right) if kind == "told" else set(right)
    unsure = sum(NEAREST in answer.text for _, _, answer in answered)
    by = f"{len(right)} by their document, {unsure} as the nearest"
    head = f"{len(answered)} of {len(asked)} answered, {by}"
    return "\n  ".join([head, *sorted(wrong)])


if __name__ == "__main__":
    main()
