"""Whether a decision about one child or family is asked for, which is not given."""

import re

from assistant.language.clauses import asks
from assistant.language.phrases import any_stands_in, find_phrase, has_phrase, starts_with
from assistant.language.words import content, language, listed_stems, stem_set
from assistant.reading.follow_up import after
from assistant.reading.question import Question
from corpus.schema import Settings


def asks_for_advice(
    question: Question, asked: str, whole: str, listed: bool, settings: Settings
) -> bool:
    """Whether a decision about one child or family is asked for, not what the texts say.

    Who asks what should be done with him or her does. Who tells of a child and then asks for all
    who do something doesn't, nor who asks what the texts say, what a project does, or whether there
    is something.
    """
    if re.search(language()["decision"], asked or whole, re.IGNORECASE):
        return True
    if not _tells_of_person(whole):
        return False
    kinds = settings.collection.counted
    told = [settings.collection.name, *(name for kind in kinds for name in (kind.one, kind.many))]
    of_texts = any_stands_in(told, asked) or starts_with("is_there", asked)
    wanted = _after_set_phrase(whole) if listed else asked if of_texts else ""
    apart = content(wanted) and not _tells_of_person(wanted)
    return has_phrase("advice_asked", whole) or not (question.documents or apart)


def _tells_of_person(text: str) -> bool:
    """Whether a text tells of one child or family; a question may mean any child in care.

    It does where the asker doesn't speak of himself, nor asks what should be done.
    """
    by_asker = listed_stems("speaker") & stem_set(text)
    mere = asks(text) and not by_asker and not has_phrase("obligation", text)
    for others in ("no_person", *(["anyone"] if mere else [])):
        text = re.sub(language()[others], "", text, flags=re.IGNORECASE)
    return has_phrase("advice_person", text)


def _after_set_phrase(text: str) -> str:
    """What follows the first words that ask for a set."""
    found = [find_phrase(name, text) for name in ("set", "set_alone")]
    return after(text, min((end for _, end in filter(None, found)), default=0))
