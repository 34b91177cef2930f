"""What is asked about one thing in, the sentences that answer it best and whether they do, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.advising import falls_short
from assistant.coverage import is_covered, is_near
from assistant.evidence import Evidence, ScoredSentence
from assistant.facts import asks_by_name, asks_for_overview, best_sentences
from assistant.question import names_surely
from assistant.signals import read_signals
from assistant.unnamed import only_counted


@dataclass(frozen=True, slots=True)
class Heard:
    """The sentences that answer best; whether they say what is asked, or are at least near it."""

    sentences: Sequence[ScoredSentence]
    says_it: bool
    near: bool


def hear(part: Evidence) -> Heard:
    """What the collection says to a question, or to one of the parts of a question."""
    question, sentences = part.question, best_sentences(part)
    if not sentences:
        return Heard((), says_it=False, near=False)
    signals = read_signals(part, sentences)
    surely = asks_for_overview(question) or asks_by_name(part) or bool(part.telling)
    # a year or number that isn't told takes nothing from what is named (`in 2026`)
    apart = signals._replace(figures=1.0) if question.documents else signals
    near = surely or is_near(apart) or names_surely(question)
    covered = near and (surely or is_covered(signals)) and not part.undefined
    quotes = [sentence.passage for sentence in sentences]
    says_it = covered and not (
        falls_short(part, sentences, signals) or only_counted(question, quotes)
    )
    return Heard(sentences, says_it, near)
