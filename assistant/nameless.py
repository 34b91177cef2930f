"""A question without its documents' names, as what is compared with it is written without them."""

import re
from dataclasses import replace
from operator import attrgetter

from assistant.lexicon import Mention
from assistant.question import Question
from assistant.words import content
from index.texts import PRONOUN

SPEAKER = "they"  # stands for the collection itself: `what do the boards say about ...?`
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)


def nameless(question: Question, speaker: str) -> Question:
    """The question with `it` for each document that it names; what it names stays known.

    Wordings, and what is unsaid, are encoded so (`index/texts.py`): a question that kept the name
    would be near to every text that holds it; so it is with the collection's own, the `speaker`'s.
    Mentions of no length, which stand outside the text, stay as they are.
    """
    text, read = "", 0
    mentions = [mention for mention in question.mentions if not mention.end]
    inside = question.mentions[len(mentions) :]
    every = [*inside, *_spoken(question.text, speaker, inside)]
    for mention in sorted(every, key=attrgetter("start")):
        before = question.text[read : mention.start]
        read = mention.end
        if not mention.targets:
            text += before + SPEAKER
            continue
        written = question.text[mention.start : mention.end]
        if mention.names("document"):
            before, written = _ARTICLE.sub("", before), PRONOUN
        text += before
        mentions.append(replace(mention, start=len(text), end=len(text) + len(written)))
        text += written
    text += question.text[read:]
    return replace(question, text=text, mentions=tuple(mentions), subjects=tuple(content(text)))


def _spoken(text: str, speaker: str, others: tuple[Mention, ...]) -> list[Mention]:
    """Where a text names the collection and none of its documents: mentions of nothing."""
    found = re.finditer(rf"\b{re.escape(speaker)}\b", text, re.IGNORECASE)
    return [
        Mention(match.start(), match.end(), ())
        for match in found
        if not any(m.start < match.end() and match.start() < m.end for m in others)
    ]
