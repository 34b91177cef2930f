"""Near twins, of which a text answers one and none the other: `python -m benchmarks.near_twins`."""

import argparse
from pathlib import Path

import yaml

from assistant.open import open_assistant
from assistant.types import Status

TWINS = Path(__file__).parent / "near_twins.yaml"


def main() -> None:
    """Ask them all; print how many of each kind are answered, and which are wrongly so or not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="where the index is kept")
    assistant = open_assistant(index=parser.parse_args().index)
    twins = yaml.safe_load(TWINS.read_text(encoding="utf-8"))["twins"]
    for kind in ("told", "untold"):
        asked = [(twin[kind], twin["document"]) for twin in twins]
        answers = [(text, name, assistant.ask(text)) for text, name in asked]
        answered = [(text, name, a) for text, name, a in answers if a.status is Status.ANSWERED]
        right = [text for text, name, a in answered if name in a.documents]
        wrong = {text for text, _ in asked} - set(right) if kind == "told" else set(right)
        print(f"{kind}: {len(answered)} of {len(asked)} answered, {len(right)} by their document")
        print(*(f"  {text}" for text in sorted(wrong)), sep="\n")


if __name__ == "__main__":
    main()
