"""Names inside stories: what is no document's own (`KEEP`), and documents that others name."""

import re
from collections.abc import Sequence

from assistant.language.answer_kinds import question_form
from assistant.language.phrases import has_phrase
from assistant.language.words import is_proper, stems, words
from assistant.reading.question import Question, outside_mentions
from corpus.types import Collection, Passage


def names_inside(question: Question, collection: Collection) -> list[str]:
    """The words of such names, as written, that a question asks about.

    Proper words outside all that is mentioned and, where it is asked what it is, an alias that is
    no place and not part of its document's name.
    What the collection as a whole is about is no such name, nor is an abbreviation.
    """
    text, facets = question.text, collection.settings.vocabulary.facets
    asked = outside_mentions(question)
    found = [word.text for word in asked if is_proper(word, text)]
    if found:
        common = {word.text.lower() for word in words(collection.settings.collection.about)}
        common |= {name.lower() for name in collection.settings.vocabulary.abbreviations}
        found = [name for name in found if name.lower() not in common]
    if text.islower() or not has_phrase("define", text) or asked:
        return found
    for mention in question.mentions:
        written = text[mention.start : mention.end]
        if any(t.facet and facets[t.facet].exact for t in mention.targets):
            continue
        names = [_bare(collection.by_id[name].name) for name in mention.names("document")]
        part = any(_bare(written) in name or name in _bare(written) for name in names)
        if names and not written.islower() and not part:
            found += [word.text for word in words(written)]
    return found


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def sentences_naming(
    question: Question, sentences: Sequence[Passage], collection: Collection
) -> list[int]:
    """The numbers of the sentences that hold each of these names, as written; else of any."""
    names = names_inside(question, collection)
    numbered = enumerate(sentences if names else ())
    held = {n: sum(_holds(sentence, name) for name in names) for n, sentence in numbered}
    every = [n for n, count in held.items() if count == len(names)]
    return every or [n for n, count in held.items() if count]


def sentences_elsewhere(question: Question, sentences: Sequence[Passage]) -> list[int]:
    """The numbers of the sentences of other documents that hold a named one's name, as written.

    For who or which had to do with it (`who worked with Leeds?`): that may stand in the other one's
    text alone. Its own partners don't.
    """
    if question_form(question.asking) not in ("person", "choice"):
        return []
    named = [
        mention
        for mention in question.mentions
        if mention.names("document") and stems(question.text[: mention.start])[-1:] == ("with",)
    ]
    written = {question.text[m.start : m.end].removeprefix("The ") for m in named} - {""}
    names = [name for name in written if not name.islower()]
    numbered = enumerate(sentences if names else ())
    return [
        n
        for n, sentence in numbered
        if sentence.document_id not in question.documents
        and any(_holds(sentence, name) for name in names)
    ]


def _holds(sentence: Passage, name: str) -> bool:
    """Whether a sentence holds a name, as written and as words of its own."""
    return name in sentence.text and bool(re.search(rf"\b{re.escape(name)}\b", sentence.text))
