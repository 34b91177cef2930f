"""A question of several sentences in, those of them that ask out."""

import re
from collections.abc import Iterator

from assistant.answer_kinds import question_form
from assistant.clauses import asked_and_told
from assistant.follow_up import names_in, pronoun
from assistant.lexicon import Lexicon, Mention, Target
from assistant.phrases import starts_with
from assistant.question import SHARED
from assistant.words import content, language, words

WITHIN = ("in", "on", "across", "from", "through", "do", "does", "did", "would", "could", "should")
LEAST_ASKED = 2  # content words with which sentences that ask stand alone
POINTING_BACK = ("that", "this", "these", "those")


def asking_part(text: str, lexicon: Lexicon) -> str:
    """Of several sentences those that ask; all, where they lean on others or these name something.

    `My team is new to this. Who trains managers?` asks who trains managers.
    """
    asked, told = asked_and_told(text)
    named = any(t.kind != "facet" or t.facet in SHARED for t in _targets(told, lexicon))
    back = pronoun(asked, lexicon.mentions(asked))
    before = asked if back is None else asked[: words(asked)[back].start]
    points_back = back is not None and words(asked)[back].text.lower() in POINTING_BACK
    alone = any(target.kind == "document" for target in _targets(before, lexicon))
    leans = points_back or (len(content(before)) < LEAST_ASKED and not alone)
    return text if not told or named or leans else asked


def _targets(text: str, lexicon: Lexicon) -> list[Target]:
    return [target for mention in lexicon.mentions(text) for target in mention.targets]


def is_topic(text: str, lexicon: Lexicon) -> bool:
    """Whether a text names a topic, no document, and asks nothing of it (`foster carers`)."""
    spoken = {word.text.lower() for word in words(text)}
    asks = spoken & set(language()["sentence_words"]) or question_form(text)
    return bool(content(text)) and not asks and not names_in(text, lexicon)


def topic_of(text: str, name: str, lexicon: Lexicon) -> str:
    """The topic of a text that is one, or asks whether the collection, called `name`, covers it.

    Empty where it asks anything else.
    """
    covering = "|".join(language()["covering"])
    asked = rf"(?:do|does|did) {re.escape(name)} (?:also )?(?:{covering}) (?P<topic>.+)"
    match = re.fullmatch(asked, text.strip(" .?!"), re.IGNORECASE)
    topic = text.strip(" .?!")
    return match["topic"] if match else topic if is_topic(topic, lexicon) else ""


def of_collection(text: str, name: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Where a text asks of the collection itself, called `name` (`who wrote the boards?`).

    It doesn't where the collection says something, or something is looked for in it.
    """
    called = rf"{re.escape(name)}|these {re.escape(name.split()[-1])}"
    for match in re.finditer(rf"\b(?:{called})\b", text, re.IGNORECASE):
        before = words(text[: match.start()])
        within = before and before[-1].text.lower() in WITHIN
        if lexicon.about and not within and not starts_with("saying", text[match.end() :]):
            yield Mention(match.start(), match.end(), lexicon.about)
