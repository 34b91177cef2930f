"""A question about one story that is named in, all of it that tells a part of the answer out."""

from collections.abc import Sequence

from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.language.answer_kinds import holds_kind, question_form, told_by_every
from assistant.language.phrases import consists_of, has_phrase, starts_with
from assistant.language.words import listed_stems, stem_set
from assistant.reading.follow_up import after
from assistant.reading.question import outside_mentions

WHOLE = 6  # sentences of a story, of which most have five


def is_of_story(evidence: Evidence) -> bool:
    """Whether one story is named, and nothing else."""
    named = evidence.question.documents
    return len(named) == 1 and named[0] in evidence.collection.counted


def asks_for_doings(evidence: Evidence) -> bool:
    """Whether it is asked how the one thing that is named does something, or what it does."""
    done = starts_with("doings", evidence.asked.text) > 0
    asking = evidence.question.asking
    how = question_form(after(asking, starts_with("polite", asking))) == "manner"
    return (how or done) and len(evidence.question.documents) == 1


def asks_for_story(evidence: Evidence) -> bool:
    """Whether it is asked how the one story that is named works, or what it does, and no more."""
    text = evidence.asked.text
    beside = ("doings", "beside_doings", "filler", "manner", "polite")
    return is_of_story(evidence) and has_phrase("doings", text) and consists_of(beside, text)


def whole_story(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences of the one text that is named, in its order."""
    own = evidence.by_document.get(evidence.question.documents[0], [])
    return sorted(own, key=lambda sentence: sentence.passage.start)[:WHOLE]


def from_first_to_last(
    chosen: Sequence[ScoredSentence], evidence: Evidence
) -> list[ScoredSentence]:
    """What is chosen of the one story that is named, in its order, with what stands between."""
    numbers = [sentence.number for sentence in chosen]
    story = whole_story(evidence)
    return [s for s in story if min(numbers) <= s.number <= max(numbers)] or list(chosen)


def asks_for_every(evidence: Evidence) -> bool:
    """Whether a kind of thing is asked for of which several sentences of the story tell a part."""
    return is_of_story(evidence) and told_by_every(evidence.question.wants)


def holding(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences of the story that hold a thing of the kind that is asked for, in its order."""
    kind = evidence.question.wants
    return [s for s in whole_story(evidence) if holds_kind(s.passage.text, kind)]


def asks_no_more(evidence: Evidence) -> bool:
    """Whether whatever else a question speaks of stands in the story that it names."""
    told = stem_set(evidence.collection.by_id[evidence.question.documents[0]].text)
    told |= listed_stems("of_staff")
    return all(word.stem in told for word in outside_mentions(evidence.question))
