"""Several things that documents share are asked for at once: who lacks one of them may belong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.drafting.sets import CERTAIN, SURE, Member
from assistant.finding.written import LONGEST, Written
from assistant.judging.membership import TOLD_IN_PART
from assistant.language.phrases import any_as_written
from assistant.language.words import content, language, words
from assistant.reading.follow_up import is_name
from assistant.reading.question import SHARED, Question, masked
from corpus.chunk import sentences_of

BROAD = 1 / 3  # of all documents; what more of them have narrows nothing (`young people`)


class HavingAll:
    """What a collection's documents share, by the names for it."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._broad = BROAD * len(written.collection.counted)

    def sorted_out(self, question: Question, members: Sequence[Member]) -> list[Member]:
        """The members; where one surely has all that is named, another that has not may belong.

        `Perpetrators of domestic abuse` are worked with by those that have both. One that all but
        certainly belongs stays. Where no document has all and nothing else is asked (`volunteers in
        court`), those found only come near it.
        """
        named, alone = self._named(question)
        if len(named) < 2:
            return list(members)
        having = set.intersection(*named)
        if not having and alone:
            return [replace(member, near=True) for member in members]
        if not any(m.document.id in having and m.probability >= SURE for m in members):
            return list(members)
        return [
            replace(m, probability=TOLD_IN_PART)
            if m.document.id not in having and SURE <= m.probability < CERTAIN
            else m
            for m in members
        ]

    def _named(self, question: Question) -> tuple[list[set[str]], bool]:
        """For each thing named who has it, those in a row as one; and whether no more is asked.

        Nothing where one thing or another, or not another, is asked for, or something is told
        first; nor is a document, a place or the like.
        """
        parted = [*language()["alternatives"], *language()["leaving_out"]]
        if any_as_written(parted, question.text) or len(sentences_of(question.text)) > 1:
            return [], False
        shared = [m for m in question.mentions if any(t.facet in SHARED for t in m.targets)]
        text = masked(question.text, [*filter(is_name, question.mentions), *shared])
        found: list[set[str]] = []
        last = beside = 0  # where the name before ends; content words between names
        for start, end, having in self._spans(text):
            between = text[last:start]
            beside += len(content(between))
            if found and ("," in between or any_as_written(["and"], between)):
                found[-1] |= having
            else:
                found.append(set(having))
            last = end
        alone = not (beside or content(text[last:]))
        return [having for having in found if 0 < len(having) <= self._broad], alone

    def _spans(self, text: str) -> Iterator[tuple[int, int, set[str]]]:
        """Where each thing is named, the longest name at each place, and who has it."""
        spoken, position = words(text), 0
        while position < len(spoken):
            for length in range(LONGEST, 0, -1):
                part = spoken[position : position + length]
                having = self._written.having.get(" ".join(word.text.lower() for word in part))
                if having is not None:
                    yield part[0].start, part[-1].end, having
                    break
            position += length if having is not None else 1
