"""Examples of what was advised asked for in, the question for projects that show it out."""

import re

from assistant.conversation.subjects import ASKED, OTHER_THAN, Turn, asked_topic, root
from assistant.conversation.talk import Talk
from assistant.language.clauses import asked_and_told
from assistant.language.phrases import consists_of, has_phrase, starts_with
from assistant.language.words import content, language, listed_stems, stems
from assistant.reading.follow_up import after, bound_to, is_fragment, names_in, pronoun
from assistant.reading.lexicon import Lexicon


def examples(talk: Talk) -> str:
    """`Any examples?`, `who has done that in London?` after advice."""
    question = talk.question
    found = re.search(language()["examples"], question, re.IGNORECASE)
    last = talk.last
    others = has_phrase("shown_apart", question)  # `is anyone else doing it`
    of_one = others and len(last.documents) == 1 and talk.is_story(last.documents[0])
    things = [m for m in names_in(last.searched_for, talk.lexicon) if m.names("thing")]
    of_thing = bool(things) and talk.pointing is not None  # `who else does FGC`
    if not found or of_one or of_thing or any(map(talk.is_story, talk.named)):
        return ""
    place = question[found.end() :].strip()
    within = starts_with("within", place) and is_fragment(place, talk.lexicon)
    place = place if within else ""
    asked = question[: found.end()] if place else question
    if not listed_stems("beside_examples").issuperset(stems(asked)):
        return ""
    stories = list(map(talk.is_story, last.documents))
    advised = has_phrase("guidance", last.searched_for) and not all(stories[:1])
    listed = len(stories) > 1 and any(stories) and not advised
    if listed and consists_of(("identity", "ellipsis", "filler"), question):  # `who did that?`
        return last.searched_for
    whole = (turn for turn in reversed(talk.turns) if pronoun(root(turn.searched_for)) is None)
    return examples_of(next(whole, talk.last), talk.lexicon, place)


def examples_of(last: Turn, lexicon: Lexicon, place: str = "") -> str:
    """Which projects are examples of what was last asked about, `in London` if that is given.

    Of a section that was named, what it is called; of what something is (`... and why does it
    matter?`), that alone.
    """
    where = f" {place.rstrip('?!. ')}" if place else ""
    before = last.searched_for.partition(OTHER_THAN)[0]
    named = [before[m.start : m.end] for m in names_in(before, lexicon) if m.names("document")]
    whole = root(before)
    own = re.sub(language()["advised_on"], "", whole, flags=re.IGNORECASE)
    topic = own if own != whole else asked_topic(bound_to(before) or before)[1]
    asked = named[0] if len(named) == 1 else topic or _wished(before) or whole
    return str(language()["exemplified"]).format(asked + where)  # the same once more


def _wished(text: str) -> str:
    """What is wished for, where it is but asked what to do for that (`... Where do I start?`)."""
    asked, told = asked_and_told(text)
    wish = starts_with("wish", told)
    return after(told, wish).rstrip("?!. ") if wish and len(content(asked)) < ASKED else ""
