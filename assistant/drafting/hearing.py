"""What is asked about one thing in, the sentences that answer it best and whether they do, out.

`answer_facts` drafts the answer to a question from what is heard to each of its parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.advising import falls_short
from assistant.drafting.draft import Draft, Section, Statement, merged, nearest_if
from assistant.drafting.facts import (
    OF_DOINGS,
    asks_by_name,
    asks_for_overview,
    best_sentences,
    statements,
)
from assistant.drafting.guidance import is_guidance
from assistant.drafting.links import answered
from assistant.drafting.refusals import partly
from assistant.drafting.short_replies import not_covered
from assistant.drafting.stories import (
    asks_for_account,
    asks_for_doings,
    asks_for_every,
    asks_for_story,
    asks_no_more,
    from_first_to_last,
    holding,
    in_account,
    is_of_story,
)
from assistant.finding.definitions import is_undefined
from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.finding.notes import without_notes
from assistant.judging.bearing import bearing
from assistant.judging.coverage import (
    is_covered,
    is_in_doubt,
    is_near,
    is_unheard_of,
    is_worth_showing,
)
from assistant.judging.names import asks_of_strange_place
from assistant.judging.places import names_several, only_counts_places
from assistant.judging.signals import read_signals
from assistant.judging.unnamed import counts_bodies, only_counted
from assistant.language.answer_kinds import lacks_judgement
from assistant.language.phrases import has_phrase
from assistant.language.words import language
from assistant.reading.question import PERSONS, Kind, Question, names_surely
from corpus.types import Collection


@dataclass(frozen=True, slots=True)
class Heard:
    """The sentences that answer best; whether they say what is asked, or are at least near it.

    `nearest`: those that are worth showing where they don't say it. `in_doubt`: whether they may
    say it, and may not. `in_part`: whether they name but some of those that are asked for.
    """

    sentences: Sequence[ScoredSentence]
    says_it: bool
    near: bool
    nearest: Sequence[ScoredSentence] = ()
    in_doubt: bool = False
    in_part: bool = False


def hear(part: Evidence) -> Heard:
    """What the collection says to a question, or to one of the parts of a question."""
    question, sentences = part.question, best_sentences(part)
    if not sentences:
        return Heard((), says_it=False, near=False)
    signals = read_signals(part, sentences)
    every = asks_for_every(part)
    surely = (
        asks_for_overview(question)
        or asks_for_story(part)
        or asks_by_name(part)
        or bool(part.telling)
        or (every and asks_no_more(part))
    )
    # a year or number that isn't told takes nothing from what is named (`in 2026`)
    apart = signals._replace(figures=1.0) if question.documents else signals
    # what is done elsewhere may be told of a place here
    if signals.stranger and asks_of_strange_place(part):
        apart = apart._replace(stranger=0.0)
    heard_of = bool(question.mentions) or not is_unheard_of(signals)
    near = surely or names_surely(question) or (is_near(apart) and heard_of)
    quotes = [sentence.passage for sentence in sentences]
    unnamed = only_counted(question, quotes)
    if unnamed:
        sentences = sorted(sentences, key=lambda s: not counts_bodies(s.passage.text))
    if only_counted(question, quotes[:1]):  # by the best of them
        named = [s for s in part.sentences if names_several(question, s.passage, part.collection)]
        if named:
            return Heard([sentences[0], *named], True, near, in_part=True)
    ruled_out = (
        is_undefined(part.question, part.index.sentences, part.collection)
        or falls_short(part, sentences, signals)
        or unnamed
        or only_counts_places(question, quotes, part.collection)
        or lacks_judgement(part.asked.asking, " ".join(quote.text for quote in quotes))
        or (every and not holding(part))
    )
    sentences = without_notes(sentences, question, part.collection)
    says_it = bool(sentences) and near and not ruled_out and (surely or is_covered(signals))
    in_doubt = not surely and not ruled_out and is_in_doubt(signals)
    if says_it:
        return Heard(_in_order(part, sentences), says_it, near, in_doubt=in_doubt)
    nearest = _may_advise(part, sentences) if near else ()
    if near and not nearest and is_worth_showing(signals):
        nearest = _nearest(part, sentences, in_doubt)
    return Heard(sentences, says_it, near, nearest, in_doubt)


def _in_order(part: Evidence, sentences: Sequence[ScoredSentence]) -> Sequence[ScoredSentence]:
    """What says it, in the order of the story and with what stands between, if that is asked."""
    if is_of_story(part) and has_phrase("doings", part.asked.text):
        sentences = from_first_to_last(sentences, part)
    return in_account(sentences, part) if asks_for_account(part) else sentences


def _nearest(
    part: Evidence, sentences: Sequence[ScoredSentence], in_doubt: bool
) -> Sequence[ScoredSentence]:
    """The best sentence, or as many as tell what something does, where that is in doubt."""
    several = in_doubt and is_of_story(part) and asks_for_doings(part)
    return sentences[: OF_DOINGS if several else 1]


def _may_advise(part: Evidence, sentences: Sequence[ScoredSentence]) -> Sequence[ScoredSentence]:
    """Where advice is asked for, the sentences of the first text, of guidance, that may give it."""
    texts = [s.passage.document_id for s in sentences[:1] if is_guidance(s, part.collection)]
    asked = texts and part.question.kind is Kind.GUIDANCE
    numbers = bearing(part, texts[0]) if asked else set()
    return [sentence for sentence in sentences if sentence.number in numbers]


def answer_facts(
    question: Question,
    parts: Sequence[Evidence],
    collection: Collection,
    shown: tuple[Statement, ...] = (),
) -> Draft:
    """Each part of the question answered, or said not to be; `shown`: what bears on it."""
    found: list[ScoredSentence] = []
    nearest: list[ScoredSentence] = []
    missing: list[str] = []
    sure, doubted = set[int](), set[int]()  # a sentence that one part surely tells is no doubt
    near = missing_in_doubt = False
    for part in parts:
        heard = hear(part)
        if heard.says_it:
            found += heard.sentences
            missing += [language()["others_unnamed"]] if heard.in_part else []
            of_part = doubted if heard.in_doubt else sure
            of_part.update(sentence.number for sentence in heard.sentences)
        else:
            missing.append(part.question.text)
            near = near or heard.near
            missing_in_doubt = missing_in_doubt or heard.in_doubt
            nearest += heard.nearest
    found_in_doubt = not doubted <= sure
    if not missing:
        every = merged((*shown, *statements(found)))
        section = Section("", every, "bullets" if shown else "lines")
        return answered(collection, nearest_if(found_in_doubt and not shown, section, collection))
    if not found and not near and not shown:
        return not_covered(collection)
    closest = () if found else merged(_ordered(shown, statements(nearest), question))
    told = [nearest_if(found_in_doubt, Section("", statements(found)), collection)] if found else []
    return partly(missing, closest, question, collection, told, missing_in_doubt)


def _ordered(
    shown: tuple[Statement, ...], nearest: tuple[Statement, ...], question: Question
) -> list[Statement]:
    """What bears on it and what is nearest: first what is named, unless others are asked for.

    Who or what else has to do with it is no nearer to a number or a year that is asked for.
    """
    if question.wants in PERSONS:
        return [*shown, *nearest]
    both = (*nearest, *shown) if question.wants else (*shown, *nearest)
    return sorted(both, key=lambda s: s.document_id not in question.documents)
