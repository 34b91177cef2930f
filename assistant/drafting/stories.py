"""A question about one story that is named in, all of it that tells a part of the answer out."""

from collections.abc import Sequence

from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.language.answer_kinds import (
    asks_for_attribute,
    holds_kind,
    question_form,
    told_by_every,
)
from assistant.language.phrases import consists_of, find_phrase, has_phrase, starts_with
from assistant.language.words import listed_stems, stem_set, words
from assistant.reading.follow_up import after
from assistant.reading.question import outside_mentions, outside_names

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
    if not is_of_story(evidence):
        return False
    text = evidence.asked.text
    beside = ("doings", "beside_doings", "filler", "manner", "polite")
    return (has_phrase("doings", text) and consists_of(beside, text)) or _introduces(evidence)


def _introduces(evidence: Evidence) -> bool:
    """Whether it is asked about the story and a part of it (`tell me about X and its work`)."""
    question = evidence.question
    text = question.text
    name = next(mention for mention in question.mentions if mention.names("document"))
    before, after_it = text[: name.start], text[name.end :]
    asked = find_phrase("define", before)
    joined = starts_with("joining", after_it) and not question_form(after_it)
    if not asked or asked[1] != len(words(before)) or not joined or asks_for_attribute(text):
        return False
    return {word.stem for word in outside_names(question)} <= _told_stems(evidence)


def asks_for_account(evidence: Evidence) -> bool:
    """Whether it is asked to explain one thing in the story that is named, or what its part is."""
    return is_of_story(evidence) and has_phrase("account", evidence.question.asking)


def in_account(chosen: Sequence[ScoredSentence], evidence: Evidence) -> list[ScoredSentence]:
    """What is chosen, with what else of the story holds half or more of the words asked about.

    In the story's order; all of it, where nothing else is asked about.
    """
    asked = {w.stem for w in outside_names(evidence.question)} - listed_stems("account")
    story = whole_story(evidence)
    holding = [s for s in story if 2 * len(asked & stem_set(s.passage.text)) >= len(asked)]
    return [s for s in story if s in chosen or s in holding]


def whole_story(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences of the one text that is named, in its order."""
    own = evidence.of_document(evidence.question.documents[0])
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
    told = _told_stems(evidence) | listed_stems("of_staff")
    return all(word.stem in told for word in outside_mentions(evidence.question))


def _told_stems(evidence: Evidence) -> frozenset[str]:
    """The stems of the words of the story that is named."""
    return stem_set(evidence.collection.by_id[evidence.question.documents[0]].text)
