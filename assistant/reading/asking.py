"""A question of several sentences in, those of them that ask out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.language.answer_kinds import question_form
from assistant.language.clauses import asked_and_told
from assistant.language.phrases import any_as_written, any_stands_in, starts_with
from assistant.language.words import content, language, listed_stems, stem_set, words
from assistant.reading.follow_up import names_in, pronoun
from assistant.reading.lexicon import Lexicon
from assistant.reading.mentions import Mention, Target
from assistant.reading.question import SHARED, Kind, Question, masked, without
from assistant.reading.told_before import with_told, without_purpose
from corpus.schema import Settings

WITHIN = ("in", "on", "outside", "within", "across", "from", "through", "to")
ANOTHER = ("a", "an", "our", "your", "any")  # `an innovation programme` is not the Programme
SPEAKING = ("do", "does", "did", "would", "could", "should")  # before one that says something
_ON_TOPIC = re.compile(
    r"(?P<asking>.+?)\s(?:about|on|around|regarding|concerning|mentions?|discuss(?:es)?)\s+(?P<topic>[^,.;:?!]+)",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r",?\s+(?:please|pls|thanks|thank you|what(?:'s|s| is) (?:out )?(?:there|available|on offer))$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\s+in (?:here|(?:any of )?(?:the|these|those|your) (?:projects|stories|boards))$",
    re.IGNORECASE,
)
LEAST_ASKED = 2  # content words with which sentences that ask stand alone
POINTING_BACK = ("that", "this", "these", "those")


def asking_part(text: str, lexicon: Lexicon) -> str:
    """Of several sentences those that ask; all, where they lean on others or these name something.

    `My team is new to this. Who trains managers?` asks who trains managers.
    """
    asked, told = asked_and_told(text)
    if not told:
        return without_purpose(text)
    named = any(t.kind != "facet" or t.facet in SHARED for t in _targets(told, lexicon))
    back = pronoun(asked, lexicon.mentions(asked))
    before = asked if back is None else asked[: words(asked)[back].start]
    points_back = back is not None and words(asked)[back].text.lower() in POINTING_BACK
    alone = any(target.kind == "document" for target in _targets(before, lexicon))
    leans = points_back or (len(content(before)) < LEAST_ASKED and not alone)
    own = told in text  # a sentence of its own, and nothing set down before a dash
    in_its_stead = with_told(asked, back, told, named, lexicon) if own or not named else ""
    if in_its_stead:
        return without_purpose(in_its_stead)
    return without_purpose(text if named or leans else asked)


def in_full(text: str, settings: Settings) -> str:
    """The text with the whole name of what the collection is about (`in the Programme`).

    Only where something is or isn't in it, or part of it; not where a kind of link is meant.
    """
    names = [
        name for kind in settings.collection.kinds.values() if kind.about for name in kind.words[:1]
    ]
    for name in names:
        short = name.split()[-1].lower()
        if f" the {short}" in text.lower():
            linked = (
                word for kind in settings.collection.link_kinds.values() for word in kind.words
            )
            longer = [word[len(short) :] for word in linked if word.startswith(f"{short} ")]
            other = "|".join(map(re.escape, longer)) or "$^"
            inside = rf"\b(part of|in|outside) the {re.escape(short)}\b(?!{other})"
            text = re.sub(inside, rf"\1 the {name}", text, flags=re.IGNORECASE)
    return text


def _targets(text: str, lexicon: Lexicon) -> list[Target]:
    return [target for mention in lexicon.mentions(text) for target in mention.targets]


def is_topic(text: str, lexicon: Lexicon) -> bool:
    """Whether a text names a topic, no document, and asks nothing of it (`foster carers`)."""
    asks = any_as_written(language()["sentence_words"], text) or question_form(text)
    return not asks and bool(content(text)) and not names_in(text, lexicon)


def topic_of(text: str, name: str, lexicon: Lexicon) -> str:
    """The topic of a text that is one, or asks whether the collection, called `name`, covers it.

    Empty where it asks anything else.
    """
    text = _IN_ALL.sub("", _PLEASE.sub("", text.strip(" .?!")))
    match = _covering(name).fullmatch(text)
    return match["topic"] if match else text if is_topic(text, lexicon) else ""


@lru_cache(maxsize=8)
def _covering(name: str) -> re.Pattern[str]:
    """How it is asked whether the collection covers a topic."""
    covering = "|".join(language()["covering"])
    asked = rf"(?:do|does|did) {re.escape(name)} (?:also )?(?:{covering}) (?P<topic>.+)"
    return re.compile(asked, re.IGNORECASE)


def asked_for_result(question: Question, lexicon: Lexicon) -> str:
    """`Does Pause work?` as a question for its results; empty where it asks anything else."""
    named = [mention for mention in question.mentions if mention.names("document")]
    beside = without(question.text, named).strip(" .?!")
    if len(named) != 1 or beside.lower() not in language()["works"]:
        return ""
    return str(language()["result"]).format(lexicon.called[question.documents[0]])


def said_on(question: Question, lexicon: Lexicon) -> str:
    """The topic at the end of a text that asks what is said on it (`what guidance is there on X?`).

    Of mere keywords those beside the names (`Pause training`). Empty where it asks anything else.
    """
    text = _IN_ALL.sub("", question.text.strip(" .?!"))
    named = [mention for mention in question.mentions if mention.names("document")]
    if named:
        beside = without(text, named).strip()
        return beside if is_topic(beside, lexicon) else ""
    asked = _ON_TOPIC.fullmatch(text)
    for_us = starts_with("advice_for_us", text)
    if not asked or for_us or not is_topic(asked["topic"], lexicon):
        return ""
    parts = [m for m in question.mentions if m.names("part")]
    beside = masked(text, parts)[: asked.end("asking")]
    spoken = (word for word in content(beside) if set(word.text) != {"x"})
    return asked["topic"] if all(word.stem in listed_stems("said_on") for word in spoken) else ""


def with_topic(question: Question, topic: str, settings: Settings) -> Question:
    """The question as one for a topic: for all on it, or for guidance where that alone is named.

    It stays what it is where it has no topic, or the whole collection is about that.
    """
    if not topic:
        return question
    kind, about = question.kind, stem_set(settings.collection.about)
    special = any(word.stem not in about for word in content(topic))
    if special and kind in (Kind.FACT, Kind.LIST, Kind.GUIDANCE) and not question.documents:
        kinds = settings.collection.kinds.values()
        others = [word for other in kinds if not other.counted for word in other.words]
        counted = [name for other in kinds if other.counted for name in (other.one, other.many)]
        of_guidance = any_stands_in(others, question.text) and not any_stands_in(
            counted, question.text
        )
        kind = Kind.GUIDANCE if of_guidance else Kind.LIST
    return replace(question, topic=topic, kind=kind)


def of_collection(text: str, name: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Where a text asks of the collection itself, called `name` (`who wrote the boards?`).

    It doesn't where the collection says something, or something is looked for in it.
    """
    for match in _called(name, tuple(lexicon.about_names)).finditer(text):
        before = [word.text.lower() for word in words(text[: match.start()])]
        lead = before[:-1] if before[-1:] == ["the"] else before
        speaks = match[0].lower() in (name.lower(), "the collection")
        beside = (*WITHIN, *SPEAKING) if speaks else WITHIN
        within = (lead and lead[-1] in beside) or lead[-2:] == ["part", "of"]
        other = bool(before) and before[-1] in ANOTHER
        if (
            lexicon.about
            and not within
            and not other
            and not starts_with("saying", text[match.end() :])
        ):
            yield Mention(match.start(), match.end(), lexicon.about)


@lru_cache(maxsize=8)
def _called(name: str, about: tuple[str, ...]) -> re.Pattern[str]:
    """All that the collection is called, `about` what it is about."""
    called = [name, f"these {name.split()[-1]}", "the collection", *about, *language()["all_this"]]
    longest_first = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))
    return re.compile(rf"\b(?:{longest_first})\b", re.IGNORECASE)
