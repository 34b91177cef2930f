"""`What does X stand for` in, the words that spell it out out."""

from collections.abc import Sequence

from assistant.drafting.draft import Draft, Section, Statement
from assistant.language.phrases import any_stands_in
from assistant.language.words import words
from assistant.reading.lexicon import Lexicon
from assistant.types import Status
from corpus.types import Collection, Passage


def answer_expansion(
    question: str, lexicon: Lexicon, sentences: list[Passage], collection: Collection
) -> Draft:
    """What each short form stands for, with the sentence that spells it out.

    Where no text spells it out, that is said, with a sentence that uses the short form.
    """
    known, asked = lexicon.short_forms, (word.text.lower() for word in words(question))
    shorts = dict.fromkeys(known[word] for word in asked if word in known)
    long = lexicon.abbreviations
    told = [_long_form(short, long[short], sentences, collection) for short in shorts]
    unsaid = any(draft.status is Status.PARTLY for draft in told)
    sections = tuple(section for draft in told for section in draft.sections)
    return Draft(Status.PARTLY if unsaid else Status.ANSWERED, sections)


def _long_form(
    short: str, long: str, sentences: Sequence[Passage], collection: Collection
) -> Draft:
    holding = (s for s in sentences if short in s.text)  # as part of a word perhaps
    using = [s for s in holding if short in [word.text for word in words(s.text)]]
    spelling = [s for s in sentences if any_stands_in([long], s.text)]
    both = [s for s in spelling if s in using]
    chosen = (both or spelling or using)[:1]
    statements = tuple(Statement(s.document_id, (s,)) for s in chosen)
    if spelling:
        return Draft(Status.ANSWERED, (Section(f"{short}: {long}.", statements),))
    name = collection.settings.collection.name
    opening = f"{name[0].upper()}{name[1:]} use “{short}” but don't say what it stands for."
    return Draft(Status.PARTLY, (Section(opening, statements),))
