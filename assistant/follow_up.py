"""Signs that a question leans on what came before it."""

from assistant.lexicon import Lexicon, Mention
from assistant.words import content, find_phrase, language, stem, words

SHORT = 5  # a question of so few words that names nothing leans on what came before


def stands_alone(clause: str) -> bool:
    """Whether a clause has a subject of its own and points to nothing outside it."""
    return pronoun(clause) is None and len(content(clause)) > 1


def leans(question: str, lexicon: Lexicon) -> bool:
    """Whether the question needs what came before.

    It does where a pronoun has no name before it, and where it is little but a question word.
    """
    mentions = [m for m in lexicon.mentions(question) if is_name(m)]
    found = pronoun(question)
    if found is not None:
        return not mentions or words(question)[found].start < mentions[0].start
    if mentions:
        return False
    return len(content(question)) == 0 or (
        len(words(question)) <= SHORT and not lexicon.mentions(question)
    )


def pronoun(question: str) -> int | None:
    """The first word that points back; `there is`, `is there` and `that` as a conjunction don't."""
    pointing = find_phrase("pointing", question)
    if pointing:
        return pointing[0]
    sequence = words(question)
    pronouns = {stem(word) for word in language()["pronouns"]}
    verbs = {"is", "are", "was", "were", "has", "have"}
    for number, word in enumerate(sequence):
        if word.stem not in pronouns:
            continue
        before = sequence[number - 1].stem if number else ""
        after = sequence[number + 1].stem if number + 1 < len(sequence) else ""
        if word.stem == "there" and (before in verbs or after in verbs):
            continue
        if word.stem in ("that", "this", "these", "those") and after and number:
            continue
        return number
    return None


def is_name(mention: Mention) -> bool:
    """Whether a phrase names a document or a thing."""
    return bool(mention.names("document") or mention.names("thing"))


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
