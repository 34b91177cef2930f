"""A question about one thing in, the fewest sentences that answer it out."""

from assistant.drafting.draft import Statement
from assistant.drafting.guidance import guidance_sentences, is_guidance, is_short, telling
from assistant.drafting.stories import (
    WHOLE,
    asks_for_doings,
    asks_for_every,
    asks_for_story,
    holding,
    whole_story,
)
from assistant.finding.evidence import Evidence, ScoredSentence
from assistant.finding.inside import names_inside
from assistant.judging.names import called_things, holds_things
from assistant.language.answer_kinds import asks_for_attribute, question_form
from assistant.language.english import commonness
from assistant.language.phrases import find_phrase, has_phrase, starts_with
from assistant.language.words import content, is_proper, language, stem_set, words
from assistant.reading.question import Question, outside_mentions, outside_names, without

CLOSE = 0.35  # a second sentence whose score lies so little below the first's is quoted too
CLOSE_ELSEWHERE = 0.2  # the same for a sentence of another document
CLOSE_DOINGS = 0.8  # and where it is asked how something works: as many as `OF_DOINGS`
OF_DOINGS = 2
TIED = 0.15  # scores of two sentences that differ by less are no order to quote them in
RARE = 3.0  # the Zipf frequency under which a word of a text tells it from others
FEW = 2  # documents that such words may stand in
TOLD = 3  # sentences of a named document that hold the keywords asked for
ENDS = (".", "?", "!", "'", '"', "\u201d")
DEFINING = (2, 3)  # sentences for `what is ...`: so many, or more where as many are left to tell
LEFT = 2


def best_sentences(evidence: Evidence) -> list[ScoredSentence]:
    """The sentence that answers best, and a second where its score is as good as equal."""
    told = telling(evidence)
    if told and evidence.question.documents:
        return told[:TOLD]
    ranked = candidates(evidence)
    if not ranked:
        return []
    if is_guidance(ranked[0], evidence.collection) and not _asks_for_meaning(evidence.question):
        if asks_for_overview(evidence.question) and is_short(evidence):
            return whole_story(evidence)
        kinds = evidence.collection.settings.collection.kinds
        kind = kinds.get(evidence.collection.by_id[ranked[0].passage.document_id].kind)
        if kind and kind.about:
            ranked = [s for s in ranked if s.passage.text.endswith(ENDS)] or ranked  # no headings
        return guidance_sentences(evidence, ranked)
    if asks_for_story(evidence):
        return whole_story(evidence)
    if asks_for_overview(evidence.question):
        return overview(evidence, ranked[0].passage.document_id)
    every = holding(evidence) if asks_for_every(evidence) else []
    if every:
        return every
    best, *others = ranked
    chosen = [best, *(s for s in others[:1] if best.score - s.score <= _closeness(best, s))]
    if asks_for_doings(evidence):
        own = [
            s for s in others[:OF_DOINGS] if s.passage.document_id in evidence.question.documents
        ]
        chosen = [best, *(s for s in own if best.score - s.score <= CLOSE_DOINGS)]
    return sorted(chosen, key=_place) if _are_tied(*chosen[:2]) else chosen


def _asks_for_meaning(question: Question) -> bool:
    """Whether it is asked what a term means; advice on it is no answer to that."""
    last = [word.text.lower() for word in words(question.asking)[-1:]]
    return has_phrase("meaning", question.asking) or last[0] in language()["means"]


def _are_tied(best: ScoredSentence, *others: ScoredSentence) -> bool:
    """Whether sentences of one document lie too near each other for one to be the better."""
    same = all(s.passage.document_id == best.passage.document_id for s in others)
    return same and all(best.score - s.score < TIED for s in others)


def _place(sentence: ScoredSentence) -> int:
    return sentence.passage.start


def _closeness(best: ScoredSentence, other: ScoredSentence) -> float:
    same = best.passage.document_id == other.passage.document_id
    return CLOSE if same else CLOSE_ELSEWHERE


def candidates(evidence: Evidence) -> list[ScoredSentence]:
    """The sentences that may answer: where documents are named theirs, and who else names them.

    Those that hold a name that is inside them come before any. Where no document is named, those
    of the few that hold every proper or rare word of the question.
    """
    named = evidence.question.documents
    out = {name for m in evidence.question.left_out for name in m.names("document")}
    named_inside = set(evidence.naming)
    naming = [s for s in evidence.sentences if s.number in named_inside] if named_inside else []
    naming = [s for s in naming if not named or s.passage.document_id in named] or naming
    if naming:
        return naming
    if named:
        own, elsewhere = set(named), set(evidence.naming_elsewhere)
        return [
            s for s in evidence.sentences if s.passage.document_id in own or s.number in elsewhere
        ]
    holding = _holding_rare_words(evidence)
    found = [s for s in evidence.sentences if s.passage.document_id in holding]
    return [s for s in found or evidence.sentences if s.passage.document_id not in out]


def _holding_rare_words(evidence: Evidence) -> set[str]:
    """The ids of the documents that hold all such words and things; none of more than `FEW`."""
    question, collection = evidence.question, evidence.collection
    rare = {
        word.stem
        for word in outside_mentions(question)
        if evidence.knows(word)
        and (is_proper(word, question.text) or commonness(word.text.lower(), RARE) < RARE)
    }
    things = called_things(question, collection)
    holding = {
        d.id
        for d in collection.documents
        if (rare or things) and rare <= stem_set(d.text) and holds_things(d, things)
    }
    return holding if len(holding) <= FEW else set()


def asks_for_overview(question: Question) -> bool:
    """Whether a thing as a whole is asked for, or just named, and no property of it."""
    if not question.documents:
        return False
    text = _before_remark(question)
    return _asks_of_whole(question, text) and not asks_for_attribute(text)


def _asks_of_whole(question: Question, text: str) -> bool:
    """Whether a text, all of the question or what a remark follows, asks of what is named alone."""
    defining = find_phrase("define", text)
    if defining is None:
        named = (mention for mention in question.mentions if mention.names("document"))
        beside = without(question.text, named)
        return not content(beside) and not question_form(beside)
    inside = {word.start for word in words(text)[slice(*defining)]}
    beside_it = [word for word in outside_names(question) if word.start < len(text)]
    return all(word.start in inside for word in beside_it)


def _before_remark(question: Question) -> str:
    """The text without what is remarked after it (`Tell me about Pause, we visit it soon`)."""
    end = max((m.end for m in question.mentions if m.names("document")), default=0)
    asked, comma, remark = question.text[end:].partition(",")
    asks = question_form(remark) or has_phrase("request", remark) or starts_with("joining", remark)
    told = comma and starts_with("define", question.text) and not asks
    return question.text[:end] + asked if told else question.text


def asks_by_name(evidence: Evidence) -> bool:
    """Whether it is asked what something is whose name a sentence holds, and nothing else."""
    question = evidence.question
    if not evidence.naming or not has_phrase("define", question.text):
        return False
    names = names_inside(question, evidence.collection)
    return all(word.text in names for word in outside_mentions(question))


def overview(evidence: Evidence, document_id: str) -> list[ScoredSentence]:
    """The first sentences of a document, which say what it is about; of a name inside also those.

    For `what is ...` some are left, that `tell me more` says more.
    """
    text = evidence.question.text
    sentences = sorted(evidence.of_document(document_id), key=_place)
    naming = [sentence for sentence in sentences if sentence.number in evidence.naming]
    whole = question_form(text) in ("", "manner") or has_phrase("more", text)
    whole = whole or words(text)[-1].text.lower() in language()["as_whole"]
    least, most = DEFINING
    few = max(least, min(most, len(sentences) - LEFT))
    shown = list(dict.fromkeys([*sentences[:1], *naming])) if naming else sentences
    return shown[: WHOLE if whole else few]


def statements(sentences: list[ScoredSentence]) -> tuple[Statement, ...]:
    """One statement for each document, in the order in which the sentences name them."""
    order = list(dict.fromkeys(s.passage.document_id for s in sentences))
    return tuple(
        Statement(name, tuple(s.passage for s in sentences if s.passage.document_id == name))
        for name in order
    )
