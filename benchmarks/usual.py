"""The usual questions, in words that the collection doesn't hold: `python -m benchmarks.usual`.

Of every story each of them is asked (`corpus/boards/usual.yaml` says which tells it), in one of
the wordings of `usual_wordings.yaml`; left out is what readers may judge otherwise.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.open import open_assistant
from assistant.types import Status
from benchmarks.near_twins import NEAREST
from corpus.asked_schema import UsualFile
from corpus.load import BOARDS
from corpus.types import Collection, Document
from corpus.usual import USUAL
from corpus.yaml_file import YamlFile

WORDINGS = Path(__file__).parent / "usual_wordings.yaml"


@dataclass(frozen=True, slots=True)
class Asked:
    """One usual question put to one document; `told`: its words that tell it, or nothing."""

    name: str
    text: str
    document: Document
    told: str = ""

    def is_told_by(self, text: str) -> bool:
        """Whether a text holds these words."""
        return bool(self.told) and self.told.casefold() in text.casefold()


def usual_questions(collection: Collection, turn: int = 0) -> Iterator[Asked]:
    """Each usual question put to each counted document, its wordings in turn from that one on."""
    wordings = yaml.safe_load(WORDINGS.read_text(encoding="utf-8"))
    for number, entry in enumerate(YamlFile(BOARDS / USUAL).check(UsualFile) or []):
        for place, document in enumerate(collection.counted.values()):
            if document.id not in entry.open:
                several = wordings[entry.name]
                text = several[(number + place + turn) % len(several)].format(document.name)
                yield Asked(entry.name, text, document, entry.told.get(document.id, ""))


def main() -> None:
    """Ask them all, and print how many are answered rightly: of each, then of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="where the index is kept")
    assistant = open_assistant(index=parser.parse_args().index)
    counts: dict[str, Counter[str]] = {}
    for asked in usual_questions(assistant.collection, turn=1):
        answer = assistant.ask(asked.text)
        shown = any(asked.is_told_by(citation.passage) for citation in answer.citations)
        answered = answer.status is Status.ANSWERED
        kind = "told" if asked.told else "untold"
        counts.setdefault(asked.name, Counter()).update({kind: 1, f"{kind}, answered": answered})
        counts[asked.name][f"{kind}, nearest"] += answered and NEAREST in answer.text
        counts[asked.name]["told, shown"] += answered and shown
    for name, of in {**counts, "all": sum(counts.values(), Counter())}.items():
        print(
            f"{name}: told {of['told, answered']} of {of['told']} answered, "
            f"{of['told, shown']} with the words; untold {of['untold, answered']} of "
            f"{of['untold']} answered; as the nearest {of['told, nearest']} and "
            f"{of['untold, nearest']}"
        )


if __name__ == "__main__":
    main()
