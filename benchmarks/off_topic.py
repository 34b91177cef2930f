"""Questions on other subjects, by what becomes of them: `python -m benchmarks.off_topic`."""

import argparse
from collections import Counter
from pathlib import Path

import yaml

from assistant.assistant import Assistant
from assistant.open import open_assistant
from assistant.types import Answer, Status
from benchmarks.near_twins import NEAREST

LISTS = Path(__file__).parent / "off_topic"  # by writers who knew neither each other's nor any text


def main() -> None:
    """Print for each list how many of its questions are declined, and those that are answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="where the index is kept")
    assistant = open_assistant(index=parser.parse_args().index)
    for path in sorted(LISTS.glob("*.yaml")):
        print(f"{path.stem}: {_figures(assistant, yaml.safe_load(path.read_text('utf-8')))}")


def _figures(assistant: Assistant, questions: list[str]) -> str:
    answers = {question: assistant.ask(question) for question in questions}
    counts = Counter(map(_becomes, answers.values()))
    answered = [q for q, answer in answers.items() if answer.status is Status.ANSWERED]
    return "\n  ".join([", ".join(f"{n} {name}" for name, n in counts.most_common()), *answered])


def _becomes(answer: Answer) -> str:
    unsure = answer.status is Status.ANSWERED and NEAREST in answer.text
    return "answered as the nearest" if unsure else str(answer.status)


if __name__ == "__main__":
    main()
