"""A question that says next to nothing in, what it asks after the last one out."""

from assistant.language.answer_kinds import question_form
from assistant.language.phrases import find_phrase, has_phrase
from assistant.language.words import content, language, words
from assistant.reading.follow_up import names_in
from assistant.reading.lexicon import Lexicon

TURNED = ("Why", "How", "When", "Where")  # words that a whole question can be asked with anew


def carried_on(question: str, rest: str, subject: str, last: str) -> str:
    """More of the subject (`tell me more`), or the last question anew (`why?`, `which ones?`).

    `rest`: the question without what leads up to it (`and`).
    """
    if has_phrase("more", question):
        return f"Tell me more about {subject}" if subject else last
    number = find_phrase("how_many", last)
    if number and words(rest)[:1] and words(rest)[0].stem == "which":
        sequence = words(last)
        start, end = sequence[number[0]].start, sequence[number[1] - 1].end
        which = "which" if start else "Which"
        return f"{last[:start]}{which}{last[end:]}"
    return _asked_anew(rest, last) or f"{last.rstrip('?!. ')}: {rest}"


def with_counted(question: str, last: str, lexicon: Lexicon) -> str:
    """`How many has Leeds got?` with what is counted, as the last question names it at its end."""
    sequence = words(question)
    counting = find_phrase("how_many", question)
    after = sequence[counting[1] : counting[1] + 1] if counting else []
    bare = not after or after[0].text.lower() in language()["asked_whether"]
    one = any(word.stem == "one" for word in sequence) or bool(names_in(question, lexicon))
    named = content(last)[-1:]
    ends = named and not last[named[0].end :].strip(" ?.!")
    if not counting or not bare or not one or not ends:
        return question
    end = sequence[counting[1] - 1].end
    return f"{question[:end]} {named[0].text}{question[end:]}"


def _asked_anew(rest: str, text: str) -> str:
    """The text with another question word (`Why?`) before its verb; empty where this can't be."""
    word = rest.strip("?!. ").capitalize()
    asked, *following = words(text)
    verb = asked if question_form(text) == "whether" else (following or [asked])[0]
    first = asked is verb or question_form(asked.text) != ""
    if word not in TURNED or not first or verb.text.lower() not in language()["asked_whether"]:
        return ""
    return f"{word} {verb.text.lower()}{text[verb.end :]}"
