"""Steps of a follow-up that points at what was shown: each the question meant, or empty."""

import re

from assistant.conversation.described import with_described
from assistant.conversation.examples import examples_of
from assistant.conversation.exchange import exchanged, same_asked
from assistant.conversation.of_shown import asks_for_more, both_shown, doubts
from assistant.conversation.subjects import MANY, OTHER_THAN, root, subject, with_subject
from assistant.conversation.talk import Talk
from assistant.conversation.those import among, chooses, last_listed
from assistant.language.answer_kinds import question_form
from assistant.language.ordinals import joined, with_chosen
from assistant.language.phrases import (
    consists_of,
    find_phrase,
    has_phrase,
    starts_with,
)
from assistant.language.words import language, words
from assistant.reading.follow_up import (
    after,
    leans,
    names_in,
)


def doubted(talk: Talk) -> str:
    """`Really?`, `who said that?`: what was asked, so that it is shown again what tells it."""
    return talk.last.searched_for if doubts(talk.question) else ""


def chosen(talk: Talk) -> str:
    """`The second one`, `the Leeds one`; `back to Pause, who runs it?`."""
    opened = after(talk.question, starts_with("ellipsis", talk.question))  # `ok, back to ...`
    skipped = starts_with("fresh", opened)
    rest = after(opened, skipped) if skipped else talk.question
    meant = with_chosen(rest, talk.named, talk.cited, talk.collection)
    meant = meant or with_described(rest, talk.cited, talk.lexicon, talk.collection)
    if not meant:
        return returned(rest, talk) if skipped else ""
    asked = after(meant, starts_with("ellipsis", meant))
    own = returned(asked, talk) if "," in meant else ""
    if own and question_form(meant.partition(",")[2]):
        return own  # `and the Leeds one, is it still running?`
    bare = talk.goes_on and not question_form(asked)
    if len(talk.named) == 1 and question_form(talk.last.searched_for) and bare:
        return exchanged(meant, talk.last.searched_for, talk.lexicon) or meant  # `and the first?`
    return same_asked(meant, talk.last.searched_for, talk.lexicon) or meant


def compared(talk: Talk) -> str:
    """`Compare them`; `what is the difference with the House Project?` after talk of another."""
    question = talk.question
    named = {name for m in names_in(question, talk.lexicon) for name in m.names("document")[:1]}
    beside = len(named) == 1 or has_phrase("usual", question)
    if beside and has_phrase("compare_any", question) and talk.pointing is None:
        meant = subject(talk.turns, talk.lexicon, talk.collection)
        against = re.fullmatch(language()["against"], talk.rest, re.IGNORECASE)
        if against and meant and not named:
            return str(language()["compared"]).format(meant, against["other"])
        both = re.search(language()["set_against"], question, re.IGNORECASE)
        own = both is not None and any(names_in(both["one"], talk.lexicon))
        other = meant and meant not in map(talk.name, named) and not own
        return f"{question.rstrip('?!. ')} ({meant})?" if other else ""
    return both_shown(question, talk.turns, talk.lexicon, talk.collection)


def among_those(talk: Talk) -> str:
    """`Which of those ...?`; `which is in London?` after a few were listed."""
    those, listed = find_phrase("those", talk.question), last_listed(talk.cited)
    listed = [name for name in listed if talk.is_story(name)]
    asked = talk.last.searched_for
    of_any = talk.lexicon.mentions(asked) if has_phrase("compare_any", asked) else ()
    named = of_any or names_in(asked, talk.lexicon)
    called = {m.targets: (m.names("document"), asked[m.start : m.end]) for m in named}
    both = list(dict.fromkeys(talk.name(ids[0]) if ids else text for ids, text in called.values()))
    alone = those and not those[0] and len(listed) < 2  # `which one is better?`
    if those and len(both) == 2 and (of_any or alone) and not talk.bare:
        return among(talk.question, those, both)
    if those and len(listed) > 1 and not talk.bare:
        return among(talk.question, those, [talk.name(document) for document in listed])
    of_last = [name for name in talk.last.documents if talk.is_story(name)]
    if 1 < len(of_last) <= MANY and chooses(talk.rest):
        return among(talk.rest, (0, 1), [talk.name(document) for document in of_last])
    return ""


def narrowed(talk: Talk) -> str:
    """`Only those with an evaluation`, `and of these only the ones in London` after a list."""
    text = after(talk.rest, starts_with("those", talk.rest))
    listed, taken = talk.last.documents, starts_with("narrowing", text)
    rest = after(text, taken) if taken else ""
    if not rest or not 1 < len(listed) <= MANY or not all(map(talk.is_story, listed)):
        return ""
    first, *_ = words(rest)
    relative, having = first.stem in ("that", "which", "who"), first.stem == "with"
    asked = rest[first.end :].strip() if relative or having else rest
    verb = "" if relative else "have " if having else "are "
    return f"Which of {joined([talk.name(document) for document in listed])} {verb}{asked}"


def same(talk: Talk) -> str:
    """`Does Leeds too?`"""
    return same_asked(talk.question, talk.last.searched_for, talk.lexicon)


def others(talk: Talk) -> str:
    """`Who else?`, `any others?`; `what else?` after advice."""
    last = talk.last
    advised = bool(last.documents) and not talk.is_story(last.documents[0])
    if advised and consists_of(("more_advice", "ellipsis", "filler"), talk.question):
        return _more_advice(talk)
    alone = not talk.bare and has_phrase("obligation", talk.question)  # `what else should you do`
    if alone or not asks_for_more(talk.question, talk.bare, last, talk.lexicon):
        return ""
    again = examples_of(last, talk.lexicon) if advised else last.searched_for
    text = again if talk.bare else talk.question
    shown = [talk.name(document) for document in last.documents if talk.is_story(document)]
    if shown:
        return f"{text.rstrip('?!. ')}{OTHER_THAN}{joined(shown)}?"
    return text if OTHER_THAN in text else ""  # there were none


def _more_advice(talk: Talk) -> str:
    """What was asked, other than of the guidance that was shown since."""
    asked, _, before = talk.last.searched_for.rstrip("?!. ").partition(OTHER_THAN)
    given = [talk.name(name) for name in talk.last.documents if not talk.is_story(name)]
    names = [name.rstrip("?!. ") for name in (before, *given) if name]
    return f"{root(asked)}{OTHER_THAN}{joined(names)}?"


def returned(rest: str, talk: Talk) -> str:
    """What is asked of the name in front (`going back to Pause, who runs it?`).

    The text itself where it stands alone; empty where it doesn't.
    """
    front, comma, asked = rest.partition(",")
    named = names_in(front, talk.lexicon)
    if comma and named and not names_in(asked, talk.lexicon):
        name = front[named[0].start : named[0].end]
        return with_subject(asked.strip(), name, talk.last, talk.lexicon)
    return "" if leans(rest, talk.lexicon) else rest
