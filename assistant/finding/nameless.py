"""A question without its documents' names, as what is compared with it is written without them."""

import re
from dataclasses import replace
from functools import cache
from operator import attrgetter

from assistant.language.phrases import in_any_case
from assistant.language.words import content, language
from assistant.reading.mentions import Mention
from assistant.reading.question import Question
from index.texts import PRONOUN

SPEAKER = "they"  # stands for the collection itself: `what do the boards say about ...?`
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)


def nameless(question: Question, speaker: str) -> Question:
    """The question with `it` for each document that it names, and what that is called with it.

    `The Mockingbird fostering model` is `it` too. What the question names stays known.

    Wordings, and what is unsaid, are encoded so (`index/texts.py`): a question that kept the name
    would be near to every text that holds it; so it is with the collection's own, the `speaker`'s.
    Mentions of no length, which stand outside the text, stay as they are.
    """
    text, read = "", 0
    mentions = [mention for mention in question.mentions if not mention.end]
    inside = question.mentions[len(mentions) :]
    every = [*inside, *_spoken(question.text, speaker, inside)]
    said_by = _said_by(speaker).search(question.text)
    end = said_by.start() if said_by else len(question.text)
    every = [mention for mention in every if mention.start < end]
    for mention in sorted(every, key=attrgetter("start")):
        if mention.start < read:  # part of what the name before it is called
            continue
        before = question.text[read : mention.start]
        read = mention.end
        if not mention.targets:
            text += before + SPEAKER
            continue
        written = question.text[mention.start : mention.end]
        if mention.names("document"):
            shorter, written = _ARTICLE.sub("", before), PRONOUN
            called = _called(shorter != before).match(question.text, mention.end)
            before, read = shorter, called.end() if called else mention.end
        text += before
        mentions.append(replace(mention, start=len(text), end=len(text) + len(written)))
        text += written
    text += question.text[read:end]
    return replace(question, text=text, mentions=tuple(mentions), subjects=tuple(content(text)))


@cache
def _said_by(speaker: str) -> re.Pattern[str]:
    """That the collection says what is asked for, at the end of a question."""
    name = re.escape(speaker.removeprefix("the "))
    return re.compile(language()["said_by"].replace("SPEAKER", f"(?:the )?{name}"), re.IGNORECASE)


@cache
def _called(described: bool) -> re.Pattern[str]:
    """What a name is called right after it (`programme`), with a word between if `described`."""
    between = r"(?:\s+[\w-]+)?" if described else ""
    return re.compile(rf"{between}\s+(?:{'|'.join(language()['named_as'])})\b", re.IGNORECASE)


def _spoken(text: str, speaker: str, others: tuple[Mention, ...]) -> list[Mention]:
    """Where a text names the collection and none of its documents: mentions of nothing."""
    return [
        Mention(match.start(), match.end(), ())
        for match in in_any_case(speaker).finditer(text)
        if not any(m.start < match.end() and match.start() < m.end for m in others)
    ]
