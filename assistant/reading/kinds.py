"""Of which kind a question is: what is asked for, which decides how the answer is found."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.language.amounts import asked_amount
from assistant.language.answer_kinds import answer_kind, question_form
from assistant.language.clauses import asked_and_told
from assistant.language.phrases import (
    any_as_written,
    any_stands_in,
    begins_as_written,
    find_phrases,
    has_phrase,
    starts_with,
)
from assistant.language.words import Word, content, language, stem, stems
from assistant.reading.advice import asks_for_advice
from assistant.reading.follow_up import is_name, pronoun
from assistant.reading.lexicon import Lexicon
from assistant.reading.mentions import Mention
from assistant.reading.of_any import asks_of_any
from assistant.reading.question import (
    SHARED,
    Kind,
    Question,
    asks_for_others,
    asks_of_collection,
    asks_of_named,
    chooses_among,
    is_small_talk,
    masked,
    outside_mentions,
    without,
)
from assistant.reading.short_forms import asks_for_long_form
from assistant.reading.side_by_side import asks_of_each, asks_to_compare
from assistant.reading.steering import steers
from corpus.schema import Kind as DocumentKind
from corpus.schema import Settings

# `American models that were brought here`
_MANY_THAT = re.compile(
    r"(?:[\w'-]+ ){0,2}[\w'-]+[^\Ws]s (?:that|which|who) (?!i\b|we\b)", re.IGNORECASE
)
# `what is the capital of Iceland?`, not what there is in Iceland
_PROPERTY = re.compile(r"what(?:'s|s| is| was) (?:the|an?) (?:[\w-]+ ){1,2}of\b", re.IGNORECASE)
OPEN = ("person", "place", "choice")  # forms of question that several may answer
CHOICE = 3  # words after `which`, one of which says what is chosen among


def kind_of(question: Question, whole: str, lexicon: Lexicon, settings: Settings) -> Kind:
    """The kind of a question that is read so far; `whole`: the message that it is of."""
    asked = asked_and_told(question.text)[0]
    text = asked if content(asked) else question.text
    if (
        is_small_talk(whole)
        or is_small_talk(asked)
        or asks_of_collection(whole, settings.collection.name)
    ):
        return Kind.SMALL_TALK
    listed = _asks_for_set(question, text, settings)
    if asks_for_advice(question, asked, whole, listed, settings):
        return Kind.ADVICE
    if steers(whole):
        return Kind.STEERING
    if asks_for_long_form(question, text, lexicon):
        return Kind.EXPANSION
    if asks_to_compare(question, text):
        return Kind.COMPARISON
    if any_as_written(language()["tied"], text) and len(_names(question)) > 1:
        return Kind.RELATION
    if _asks_for_link(question, text, listed, settings):
        return Kind.LINK
    kinds = settings.vocabulary.relations
    faceted = listed and not question.documents and _has_facet(question)
    by_facet = faceted and any(kinds[kind].by_facet for kind in question.relation_kinds)
    relations = () if by_facet else question.relation_kinds
    advised = has_phrase("guidance", text)
    others = asks_for_others(text)
    relates = relations and question.things and not (others and _alone(question, text))
    if relates and (others or not advised):
        return Kind.RELATION
    advice = starts_with("guidance", asked or text) or not has_phrase("set", text)
    if advised and not question.documents and advice:
        return Kind.GUIDANCE
    if listed:
        return Kind.LIST
    return Kind.COMPARISON if asks_of_each(question) else Kind.FACT


def _alone(question: Question, text: str) -> bool:
    """Whether what asks names and points to nothing (`We know Pause. Which others ...?`)."""
    named = any(question.text[m.start : m.end] in text for m in question.mentions if is_name(m))
    return not named and pronoun(text) is None


def _names(question: Question) -> list[Mention]:
    """Where it names a document, a thing, an organisation or a place."""
    return [m for m in question.mentions if is_name(m) or any(t.facet in SHARED for t in m.targets)]


def _has_facet(question: Question) -> bool:
    return any(target.kind == "facet" for m in question.mentions for target in m.targets)


def _asks_for_set(question: Question, text: str, settings: Settings) -> bool:
    """Whether all that have something are asked for; about a named document, only in so many words.

    So does `what has the NSPCC done?`: an organisation or a place, and no document, is named; and
    `who uses restorative practice?`, which says nothing beside what documents share. `text`: what
    asks in it.
    """
    if asks_of_named(question) or starts_with("asking_why", text):
        return False
    text = masked(text, [Mention(*span, ()) for span in find_phrases(language()["no_set"], text)])
    counted = settings.collection.counted
    kinds = [kind.many for kind in counted]
    if question.documents:
        names = [m for m in question.mentions if m.names("document")]
        apart = masked(text, names) if text == question.text else text  # `what Project Crewe did`
        of_it = starts_with("asked_whether", text) or question_form(text) == "manner"
        in_words = has_phrase("set", apart) and not of_it
        placed = any_as_written([f"{many} in" for many in kinds], text) and not question_form(text)
        return in_words or placed or chooses_among(question)
    if question.link_kinds and _asks_for_one_of(counted, question):
        return True
    if asks_of_any(text, settings) and not question.things:
        return True
    sequence = stems(text)
    after = sequence.index("which") + 1 if question_form(text) == "choice" else len(sequence)
    if begins_as_written(kinds, text) or any_stands_in(kinds, " ".join(sequence[after:][:CHOICE])):
        return True
    described = not question_form(text) and _MANY_THAT.match(text) is not None
    if has_phrase("set", text) or has_phrase("set_alone", text) or sequence[-1:] == ("which",):
        return True
    if described:
        return True
    alone = not _outside_facets(question, settings)
    if alone and any(m.names("part") for m in question.mentions):
        return True
    shared = any(t.facet in SHARED for m in question.mentions for t in m.targets)
    of_kind = alone and _has_facet(question) and not starts_with("explaining", text)
    whoever = starts_with("whoever", text) or question_form(text) in OPEN
    whoever = whoever and not _PROPERTY.match(text)
    return bool(whoever) and bool(shared or of_kind or asked_amount(text))


def _outside_facets(question: Question, settings: Settings) -> list[Word]:
    """The content words outside mentions that don't ask for a facet named (`developed abroad`)."""
    facets = settings.vocabulary.facets
    named = {
        t.facet for m in question.mentions for t in m.targets if t.facet and facets[t.facet].exact
    }
    asking = {stem(word) for facet in named for word in facets[facet].asked}
    return [word for word in outside_mentions(question) if word.stem not in asking]


def _asks_for_one_of(kinds: Sequence[DocumentKind], question: Question) -> bool:
    """Whether links are asked for of any or all (`is there a project ... with`, `the projects`)."""
    phrases = [f"the {kind.many}" for kind in kinds] + [f"there a {kind.one}" for kind in kinds]
    return any_as_written(phrases, question.text)


@lru_cache(maxsize=1024)
def asks_for_contact(text: str) -> bool:
    """Whether it is asked whom the person can get in touch with (`who would I ring about X?`)."""
    return re.search(language()["contacting"], text) is not None


def _asks_for_link(question: Question, text: str, listed: bool, settings: Settings) -> bool:
    if any_as_written(language()["link_strong"], text):
        counts = answer_kind(text) == "number"  # `how many does it link up with?`
        of_all = listed and has_phrase("set", text) and not question.documents
        return not counts and not of_all
    if asks_for_contact(text) or (
        starts_with("asked_for", text) and "contact" in question.link_kinds
    ):
        return True
    if listed:
        return False
    names = filter(is_name, question.mentions)
    if without(question.text, names).strip(" ,.:;?!()").lower() in question.link_kinds:
        return True  # `Daybreak, contact?`
    if starts_with("asked_for", text):
        kinds = settings.collection.link_kinds
        named = [phrase for kind in question.link_kinds for phrase in kinds[kind].words]
        spans = find_phrases(named, question.text)
        return bool(spans) and all(
            any(a <= word.start < b for a, b in spans) for word in outside_mentions(question)
        )
    asked = starts_with("asked_what", text) or has_phrase("guidance", text)
    kinds = settings.collection.link_kinds
    told = any(any_stands_in(kinds[kind].words, text) for kind in question.link_kinds)
    the_one = question_form(text) == "place"  # `they want an evaluation. Where is the one for X?`
    return bool(question.link_kinds) and (told or the_one) and not asked
