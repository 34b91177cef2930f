"""A question without its documents' names, as what is compared with it is written without them."""

import re
from dataclasses import replace

from assistant.question import Question
from assistant.words import content
from index.texts import PRONOUN

_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)


def nameless(question: Question) -> Question:
    """The question with `it` for each document that it names; what it names stays known.

    Wordings, and what is unsaid, are encoded so (`index/texts.py`): a question that kept the name
    would be near to every text that holds it. Mentions of no length, which stand outside the text,
    stay as they are.
    """
    text, read = "", 0
    mentions = [mention for mention in question.mentions if not mention.end]
    for mention in question.mentions[len(mentions) :]:
        before = question.text[read : mention.start]
        if mention.names("document"):
            text += _ARTICLE.sub("", before)
            written = PRONOUN
        else:
            text += before
            written = question.text[mention.start : mention.end]
        mentions.append(replace(mention, start=len(text), end=len(text) + len(written)))
        text += written
        read = mention.end
    text += question.text[read:]
    return replace(question, text=text, mentions=tuple(mentions), subjects=tuple(content(text)))
