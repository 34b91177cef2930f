"""A question without its documents' names, as what is compared with it is written without them."""

import re
from dataclasses import replace

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
    for mention in sorted([*inside, *_spoken(question.text, speaker, inside)], key=_start):
        before = question.text[read : mention.start]
        written = question.text[mention.start : mention.end]
        if mention.names("document"):
            before, written = _ARTICLE.sub("", before), PRONOUN
        text += before
        start = len(text)
        text += written if mention.targets else SPEAKER
        if mention.targets:
            mentions.append(replace(mention, start=start, end=len(text)))
        read = mention.end
    text += question.text[read:]
    return replace(question, text=text, mentions=tuple(mentions), subjects=tuple(content(text)))


def _start(mention: Mention) -> int:
    return mention.start


def _spoken(text: str, speaker: str, others: tuple[Mention, ...]) -> list[Mention]:
    """Where a text names the collection and none of its documents: mentions of nothing."""
    found = re.finditer(rf"\b{re.escape(speaker)}\b", text, re.IGNORECASE)
    return [
        Mention(match.start(), match.end(), ())
        for match in found
        if not any(m.start < match.end() and match.start() < m.end for m in others)
    ]
