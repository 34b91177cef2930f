"""Whether any text says what something is that is asked about (`What is agile working?`)."""

import re
from collections.abc import Sequence

from assistant.finding.inside import names_inside
from assistant.finding.topics import facet_names
from assistant.language.phrases import find_phrases
from assistant.language.words import content, stem_set
from assistant.reading.question import Question
from corpus.types import Collection, Passage

# `What is agile working?`; what `the` stands before may be called otherwise in the text
_TERM = re.compile(
    r"(?:so )?(?:(?P<how>how do(?:es)?)|(?P<sense>what do(?:es)?)"
    r"|what(?: is meant by| do you mean by| exactly is|'s|s| is| are)(?!.* mean\W*$)) (?:an? )?"
    r"(?!the |that |this |you |your |its |their |it )"
    r"(?P<term>(?:[\w'-]+ ?){1,4}?)(?(how) work)"
    r"(?(sense) (?:actually |really )?mean(?: in .+)?)",
    re.IGNORECASE,
)
_LITTLE = "as|and|or|in|of|for|to|with|by|on|at|from|across|was|were|into|through|but"
# what follows a term that is explained, with its short form between
_EXPLAINED = re.compile(
    "|".join(
        (
            r"['\u2019]",  # a text that writes 'X' has made the term, and tells of it
            r"(?:\s*\([^)]*\))?\s+(?:is|are|was|means|entails|who|which|that|to\s+\w+)\b",
            rf"(?<=s)(?:\s*\([^)]*\))?\s+(?!(?:{_LITTLE})\b)[a-z]+",  # `Xs cluster`
            rf"(?:\s*\([^)]*\))?\s+(?!(?:{_LITTLE})\b)[a-z]+(?<!s)s\b",  # `X clusters`
            r"(?:\s*\([^)]*\))?,\s+(?:an?|the|which|where)\b",  # `X, a way to`
            r"(?:\s*\([^)]*\))?\s+[-\u2013\u2014]\s",  # `X - doing`
            r"\s+of(?:\s+[\w-]+)+,[^.]*\sand\s",  # `X of this, that and another`
        )
    )
)


def is_undefined(question: Question, sentences: Sequence[Passage], collection: Collection) -> bool:
    """Whether it is asked what something is that no text explains or names.

    What guidance speaks of is explained by what it advises, and a name that a text gives in
    capitals (`TEND`) by the sentence that gives it.
    """
    found = _TERM.fullmatch(question.text.strip(" ?.!"))
    if not found or question.documents or names_inside(question, collection):
        return False
    things = collection.settings.vocabulary.things
    meant = [things[name] for name in question.things]
    names = [found["term"], *facet_names(content(found["term"]), question, collection)]
    names += [name for thing in meant for name in (thing.name, *thing.aliases)]
    names = [name for name in names if not stem_set(name) < stem_set(found["term"])]
    spans = [(s, end) for s in sentences for _, end in find_phrases(names, s.text)]
    of_stories = all(s.document_id in collection.counted for s, _ in spans)
    return of_stories and not any(_EXPLAINED.match(s.text, end) for s, end in spans)
