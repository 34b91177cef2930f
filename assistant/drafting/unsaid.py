"""A question in, the object of `the boards don't say` out, in the person's own words."""

import re
from collections.abc import Iterable
from functools import cache

from assistant.drafting.turning import AUXILIARY, INVERTED, turned
from assistant.language.answer_kinds import question_form
from assistant.language.clauses import asked_and_told
from assistant.language.phrases import starts_with
from assistant.language.words import language, words
from assistant.reading.question import Kind, Question

SHORT = 7  # words up to which a verb can be put last
QUOTING = "anything that answers "
# `how do we fit it to our area`
_FOR_US = re.compile(
    r"(?P<word>how|what|where|when) (?:do|can|could|should|might|would|must) (?:we|i) "
    r"(?!need to\b|have to\b|be\b)(?P<done>[^,;.]+)",
    re.IGNORECASE,
)
# `what is a pod`, `what is family group conferencing`; not `what is being done`
_DEFINED = re.compile(
    r"(what) (is|are) (?P<named>an? .+|(?:(?!meant\b|\w+ly\b)[\w'-]+ )+"
    r"(?:\w+(?:ing|ion|ment|ence|ance)|\w*(?:care|practice)))(?P<done>)",
    re.IGNORECASE,
)
# `what are FDAC's core components`; not `what is Leeds' plan called`
_OWNED = re.compile(
    r"(what|who) (is|are|was|were) "
    r"((?:the )?(?-i:[A-Z])[\w' -]*?'s? (?:(?!\w+(?:ed|ing)\b|like\b)[\w-]+ ?)+)",
    re.IGNORECASE,
)
# `what has worked elsewhere`, `who has tried it`
_DONE_BY = re.compile(r"(?:what|who) (?:has|have|had) \w+(?:ed|en)\b.*", re.IGNORECASE)
_POLITE = re.compile(
    r"^(?:(?:please|ok|okay|so|and|but|also|hi|hello)[\s,]+)*"
    r"(?:(?:please\s+)?(?:can|could|would) you (?:please )?(?:tell me|name|say|give me|list)\s+)?",
    re.IGNORECASE,
)
# `do the boards say how to recruit`
_SAYS = re.compile(
    r"^(?:do|does|did) (?:[\w'-]+ ){1,4}?(?:say|explain|tell (?:me|us)) "
    r"(?=(?:how|what|who|whether|when|where|why|which)\b)",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[?!.]\s")
_OURS = {"we": "you", "i": "you", "us": "you", "me": "you", "my": "your", "our": "your"}


def all_unsaid(missing: Iterable[str], question: Question) -> str:
    """Several questions as one object of `don't say`."""
    first, *others = (unsaid(clause, question) for clause in missing)
    quoted = first.startswith(QUOTING)
    return " or ".join([first, *(o.removeprefix(QUOTING) if quoted else o for o in others)])


def unsaid(clause: str, question: Question) -> str:
    """A question as the object of `don't say`: `how many beds has X` as `how many beds X has`.

    Where its order can't be turned safely, it is quoted as it was asked.
    """
    text = _POLITE.sub("", asked_and_told(clause)[0] or clause).strip().rstrip("?.! ")
    text = _asides().sub("", text)
    before, _, last = text.rpartition(": ")
    if str(language()["exemplified"]).startswith(f"{before}: "):
        return f"{before[0].lower()}{before[1:].removesuffix(' this')} “{last}”"
    text = last if question_form(before) else text  # `who helps Leeds: which councils`
    text = re.sub(r"\b((?:about|the) \w+) \(([^()]+)\)$", r"\1 of \2", text)  # `the cost (Pause)`
    quoted = _quoted(text or clause)
    said = _composed(_SAYS.sub("", text), question, embedded=_SAYS.match(text) is not None)
    return _to_you(said) if said else quoted


def _composed(text: str, question: Question, embedded: bool) -> str:
    """The text as a clause or as what something is said about; empty where it can't be one."""
    if _STOPS.search(text):  # of several sentences
        return ""
    text = re.sub(r"^(what|who)'?s\b", r"\1 is", text, flags=re.I)
    anything = re.match(r"(?:is there (?:anything )?|what )((?:about|on) .+)", text, re.I)
    if anything:
        return f"anything {anything[1]}"
    for_us = _FOR_US.fullmatch(text)
    if for_us:
        return f"{for_us['word'].lower()} to {for_us['done']}"
    if embedded or text.lower().startswith("whether "):
        return text
    if starts_with("asked_whether", text):
        return turned(f"whether {text}", question)
    owned = _OWNED.fullmatch(text)
    if owned:
        return f"{owned[1].lower()} {owned[3]} {owned[2].lower()}"
    first = text[:1].lower() + text[1:]
    if _DONE_BY.fullmatch(text):
        return first
    if re.match(r"(?:who|what|which)\s+(?!" + AUXILIARY + r"\b|do\b|does\b|did\b)", text, re.I):
        asked = INVERTED.search(first)
        return turned(first, question) or ("" if asked else first)
    plain = re.match(r"(?:where|when|how) (?:the )?", first, re.I)
    if plain and first.startswith(tuple(_named(question)), plain.end()):
        return first  # `where Pause is now`
    if re.match(r"(?:who|what|which|when|where|why|how|by|in|at|on|to|for|with)\b", text, re.I):
        return turned(first, question) or _put_last(first)
    of_topic = question.topic and not question.documents
    return f"anything about {question.topic}" if of_topic else _about(text, question)


def _about(text: str, question: Question) -> str:
    """Mere words as what something is said about (`savings from Pause`); empty for a sentence."""
    text = re.sub(r"^any ", "", text, flags=re.IGNORECASE)
    spoken = {word.text.lower() for word in words(text)}
    mere = not spoken & set(language()["sentence_words"]) and not question_form(text)
    named = _named(question)
    mere = mere and (text[:1].islower() or any(map(text.startswith, named)))
    inside = any(text.find(name) > 0 and not text.endswith(name) for name in named)
    told = inside or question.kind is Kind.LIST  # `proof Pause saves money`
    return f"anything about {text}" if mere and not told else ""


def _named(question: Question) -> list[str]:
    """The names of documents, as the question has them."""
    return [question.text[m.start : m.end] for m in question.mentions if m.names("document")]


def _quoted(clause: str) -> str:
    return f"{QUOTING}“{clause.strip().rstrip('?.! ')}”"


def _to_you(text: str) -> str:
    """What the person says of themselves, said to them (`to your area`)."""
    return re.sub(
        r"(?<![\w-])(?:we|i|I|us|me|my|our)\b(?!['-])", lambda own: _OURS[own[0].lower()], text
    )


@cache
def _asides() -> re.Pattern[str]:
    """What is said beside a question at its end (`do you think`)."""
    return re.compile(rf"(?:,?\s+(?:{'|'.join(language()['asides'])}))+$", re.IGNORECASE)


def _put_last(text: str) -> str:
    """`what is the population of X` as `what the population of X is`; empty where it is longer.

    `when was the first launched` becomes `when the first was launched`.
    """
    named = r"(?P<named>(?:the|its|their) .+?)(?P<done> \w{2,}[^\We]ed)?"
    match = re.fullmatch(rf"(who|what|where|when) (is|are|was|were) {named}", text, re.I)
    match = match or _DEFINED.fullmatch(text)
    if not match or len(match["named"].split()) > SHORT:
        return ""
    return f"{match[1]} {match['named']} {match[2]}{match['done'] or ''}"
