"""Signs that a question leans on what came before it."""

import re
from collections.abc import Iterable, Sequence

from assistant.language.clauses import asks
from assistant.language.phrases import STOP, find_phrase, has_phrase, starts_with
from assistant.language.words import Word, content, is_proper, language, listed_stems, stem, words
from assistant.reading.lexicon import Lexicon
from assistant.reading.mentions import Mention
from assistant.reading.question import SHARED, masked

LONG = 12  # characters from which a mention is a phrase, in which nothing points back
CHOICE = 3  # words up to which `which university?` asks of what came before
THAT_AFTER = ("do", "doe", "did", "has", "is", "was", "will", "can", "could", "would")
POINTING = ("the", "its", "their", "his", "her")
PLURAL = ("they", "them", "their", "theirs")
_JOINT = re.compile(r",\s+|\s+(?:and|but|or)\s+", re.IGNORECASE)
_DEFINED = re.compile(r"what(?:'s|s| is) (?!.*\b(?:it|this|that)\b)[\w' -]+$", re.IGNORECASE)
SHORT = 5  # a question of so few words that names nothing leans on what came before
COUNTING = 7  # the same for one that asks how many


def stands_alone(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause has a subject of its own and points to nothing outside it."""
    return pronoun(clause, lexicon.mentions(clause)) is None and len(content(clause)) > 1


def leans(question: str, lexicon: Lexicon) -> bool:
    """Whether the question needs what came before.

    It does where a pronoun has no name before it, or one that does something to what the pronoun
    stands for (`does Leeds use it?`), and where it is little but a question word, or asks of one
    thing (`where did the idea come from?`) that is known by what came before.
    """
    mentions = names_in(question, lexicon)
    found = pronoun(question, lexicon.mentions(question))
    if found is not None:
        several = words(question)[found].text.lower() in PLURAL  # the NSPCC is `they`, not `it`
        bodies = [m for m in lexicon.mentions(question) if several and _is_body(m)]
        before = [m for m in (*mentions, *bodies) if m.start < words(question)[found].start]
        return not before or (len(before) == 1 and _acts_on(before[0], found, question))
    front = bound_to(question)
    if front and not mentions:
        return not _defines(front)
    if mentions or _defines(question):
        return False
    subjects = content(question)
    if not subjects:
        return True
    if len(words(question)) <= CHOICE and starts_with("choosing", question):
        return True
    sets = has_phrase("set", question) or (has_phrase("guidance", question) and len(subjects) > 1)
    definite = len(subjects) == 1 and question[: subjects[0].start].lower().endswith("the ")
    short = len(words(question)) <= SHORT and not sets
    asked = after(question, starts_with("ellipsis", question))  # `and how many carers?`
    counted = starts_with("how_many", asked) > 0 and not has_phrase("set", question)
    counts = counted and len(words(question)) <= COUNTING  # `how many foster carers?`, of it
    return counts or (not lexicon.mentions(question) and (definite or short))


def _defines(question: str) -> bool:
    """Whether it is asked what something is that no earlier question need tell (`what's MST?`)."""
    rest = after(question, starts_with("define", question))
    subjects = content(rest)
    known = len(subjects) > 1 or any(is_proper(word, question) for word in subjects)
    return known and rest != question and words(rest)[0].text.lower() not in POINTING


def _acts_on(name: Mention, at: int, question: str) -> bool:
    """Whether the name is the subject of a verb whose object is the pronoun, so another thing."""
    sequence = words(question)
    inside = [n for n, word in enumerate(sequence) if name.start <= word.start < name.end]
    verbs = language()["asked_whether"]
    first = inside[0] - (sequence[inside[0] - 1].stem == "the")  # `did the police use it`
    beside = [sequence[n].text.lower() for n in (first - 1, inside[-1] + 1) if n >= 0]
    if sequence[at - 1].stem == "do":  # `how does Leeds do it`: what was spoken of, not its name
        return False
    clause = question[name.end : sequence[at].start]
    after_it = words(STOP.split(question[sequence[at].end :])[0])[:1]
    return (
        any(word in verbs for word in beside)
        and not has_phrase("joining", clause)
        and not STOP.search(clause)
        and all(word.text.lower() in language()["after_object"] for word in after_it)
    )


def pronoun(question: str, mentions: Iterable[Mention] = ()) -> int | None:
    """The word that points back: `it` rather than `they`, and the first of several.

    `there is`, `is there` and `that` as a conjunction don't, nor does a word of a name or of any
    longer phrase that is mentioned (`part of the programme`).
    """
    text = masked(question, [m for m in mentions if is_name(m) or m.end - m.start > LONG])
    pointing = find_phrase("pointing", text)
    sequence, pronouns = words(text), listed_stems("pronouns")
    found = [n for n, word in enumerate(sequence) if word.stem in pronouns]
    found = [number for number in found if _points_back(number, sequence)]
    found = [number for number in found if not _asked_before(sequence[number], question)]
    beside = [n for n in found if pointing and not pointing[0] <= n < pointing[1]]
    if pointing and not beside:
        return pointing[0]
    found = beside or found
    done = [n for n in found if n and sequence[n - 1].stem == "do"]  # `how did they do it`
    found = [n for n in found if n not in done] or found
    things = [n for n in found if sequence[n].stem in listed_stems("thing_pronouns")]
    return next(iter(things or found), None)


def bound_to(question: str) -> str:
    """The question, in the same sentence, on whose noun the rest goes on; empty where none does."""
    return next(filter(None, (_asked_before(word, question) for word in words(question))), "")


def _asked_before(word: Word, text: str) -> str:
    """The question before a word in its sentence of which it stands for a noun; empty where none.

    `What are hubs and who works in them?`, `what is a theory of change and why does it matter?`.
    """
    spoken = word.text.lower()
    if spoken not in (*PLURAL, "it", "its"):
        return ""
    joints = list(_JOINT.finditer(text, 0, word.start))
    front = text[: joints[-1].start()] if joints else ""
    if not front or not asks(front):
        return ""
    if spoken not in PLURAL:
        return front if _DEFINED.match(front) else ""
    people = language()["plural_people"]
    plural = any(_is_plural(noun.text) or noun.text in people for noun in content(front))
    return front if plural else ""


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _points_back(number: int, sequence: Sequence[Word]) -> bool:
    """Whether the pronoun at that place stands for something named before."""
    word = sequence[number]
    before = sequence[number - 1].stem if number else ""
    after = sequence[number + 1].stem if number + 1 < len(sequence) else ""
    if word.stem == "there":
        verbs = {"is", "s", "are", "was", "were", "has", "have"}
        return before not in verbs and after not in verbs
    if word.stem in ("these", "those") and after not in ("who", "that", "with", "in", "on", "of"):
        return True
    if word.stem == "that" and before in THAT_AFTER:  # `where does that come from`
        return True
    as_object = after == stem("because") or after in listed_stems("after_object")
    return (
        word.stem not in ("that", "this", "these", "those") or as_object or not after or not number
    )


def names_in(text: str, lexicon: Lexicon) -> list[Mention]:
    """Where a text names documents or things."""
    return [mention for mention in lexicon.mentions(text) if is_name(mention)]


def names_a_thing(text: str, lexicon: Lexicon) -> bool:
    """Whether a text names anything by its own name: what is known, or any proper word or place."""
    known = any(
        is_name(m) or any(t.facet in SHARED for t in m.targets) for m in lexicon.mentions(text)
    )
    no_names = {*language()["speaker"], *map(str.lower, language()["bodies"])}  # `we`, `the LA`
    own = (word for word in words(text) if word.text.lower() not in no_names)
    return known or any(is_proper(w, text) or w.text.lower() in language()["places"] for w in own)


def names_a_place(text: str, lexicon: Lexicon) -> bool:
    """Whether a text names a place."""
    known = any(target.facet == "place" for m in lexicon.mentions(text) for target in m.targets)
    return known or any(word.text.lower() in language()["places"] for word in words(text))


def is_name(mention: Mention) -> bool:
    """Whether a phrase names a document or a thing."""
    return bool(mention.names("document") or mention.names("thing"))


def _is_body(mention: Mention) -> bool:
    """Whether a phrase names an organisation that is no document."""
    return not is_name(mention) and any(t.facet == "organisation" for t in mention.targets)


def is_fragment(rest: str, lexicon: Lexicon) -> bool:
    """Whether `and ...` is followed by a bare phrase (`in Bradford`), not by a question."""
    asked = {"who", "what", "which", "when", "where", "whi", "how", "is", "are", "do", "doe", "did"}
    asked |= {"can", "has", "have", "was", "were", "tell", "could", "should", "will", "would"}
    sequence = words(rest)
    return bool(sequence) and sequence[0].stem not in asked and len(sequence) <= SHORT + 1


def after(text: str, count: int) -> str:
    """The text after its first `count` words."""
    sequence = words(text)
    return text[sequence[count].start :] if count < len(sequence) else ""
