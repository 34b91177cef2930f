"""A standalone question in, what it names and what kind it is out."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.language.clauses import clauses
from assistant.language.phrases import (
    any_as_written,
    any_stands_in,
    find_phrases,
    has_phrase,
    starts_with,
)
from assistant.language.words import content, language, words
from assistant.reading.asking import (
    asked_for_result,
    asking_part,
    in_full,
    of_collection,
    said_on,
    topic_of,
    with_topic,
)
from assistant.reading.conditions import under_headings, with_denials
from assistant.reading.follow_up import after, is_name, pronoun, stands_alone
from assistant.reading.kinds import asks_for_contact, kind_of
from assistant.reading.lexicon import Lexicon
from assistant.reading.mentions import Mention
from assistant.reading.narrowing import left_out
from assistant.reading.of_any import as_which
from assistant.reading.options import as_options
from assistant.reading.place_rows import with_places_as_name
from assistant.reading.question import (
    Kind,
    Question,
    masked,
    of_same_names,
    without,
)
from assistant.reading.side_by_side import asks_to_compare
from corpus.schema import Settings


def readings(text: str, lexicon: Lexicon, settings: Settings) -> Iterator[Question]:
    """The question read by what asks in it, and then, where more is told, by all of it.

    Advice is asked for in so many words: what else is told plays no part in it.
    """
    text = in_full(text, settings)
    asked = asking_part(text, lexicon)
    first = _read_asking(asked, text, lexicon, settings)
    yield first
    if asked != text and first.kind is not Kind.GUIDANCE:
        yield _read(text, text, lexicon, settings)


def read_question(text: str, lexicon: Lexicon, settings: Settings) -> Question:
    """What asks in a text, read with the collection's names; of a mere topic, what there is."""
    text = in_full(text, settings)
    return _read_asking(asking_part(text, lexicon), text, lexicon, settings)


def _read_asking(asked: str, whole: str, lexicon: Lexicon, settings: Settings) -> Question:
    question = _read(asked, whole, lexicon, settings)
    result = asked_for_result(question, lexicon)
    if result:
        return _read(result, whole, lexicon, settings)
    options, result = as_options(whole, lexicon, settings)
    if options and question.kind in (Kind.FACT, Kind.LIST, Kind.GUIDANCE) and not question.things:
        return replace(_read(options, whole, lexicon, settings), beside=result)
    which = as_which(asked, settings)
    if which and question.kind is Kind.FACT and not question.things:
        question = _read(which, whole, lexicon, settings)
    topic = topic_of(asked, settings.collection.name, lexicon)
    if not topic or question.kind not in (Kind.FACT, Kind.LIST):
        return with_topic(question, said_on(question, lexicon), settings)
    question = _read(language()["topic"].format(topic), whole, lexicon, settings)
    return replace(question, topic=topic)


def _read(text: str, whole: str, lexicon: Lexicon, settings: Settings) -> Question:
    found = with_places_as_name(text, lexicon.mentions(text), lexicon.where)
    mentions = tuple(with_denials(text, under_headings(text, found)))
    if not any(map(is_name, mentions)):
        spoken = of_collection(text, settings.collection.name, lexicon)
        mentions = tuple(sorted((*mentions, *spoken), key=lambda mention: mention.start))
    beside = without(text, filter(is_name, mentions)).strip(" ,.:;?!()").lower()
    linked = any_stands_in(lexicon.links, text)
    link_kinds = tuple(
        name
        for name, kind in settings.collection.link_kinds.items()
        if (linked and any_stands_in(kind.words, text))
        or beside == name
        or (name == "contact" and asks_for_contact(text))
    )
    others = [Mention(*span, ()) for span in find_phrases(language()["no_relation"], text)]
    plain = masked(text, others)
    apart = without(plain, filter(is_name, mentions))  # `picked Pause up` is `picked up`
    tying = [said for said in {plain, apart} if any_as_written(lexicon.ties, said)]
    relation_kinds = tuple(
        name
        for name, kind in settings.vocabulary.relations.items()
        if any(any_as_written(kind.words, said) for said in tying)
    )
    draft = Question(text, Kind.FACT, mentions, content(text), link_kinds, relation_kinds)
    out = tuple(left_out(text, mentions))
    if out and not asks_to_compare(draft, text):  # `what sets Pause apart from FDAC?` is of both
        kept = tuple(mention for mention in mentions if mention not in out)
        draft = replace(draft, mentions=kept, left_out=out)
    return replace(draft, kind=kind_of(draft, whole, lexicon, settings))


def read_clauses(question: Question, lexicon: Lexicon, settings: Settings) -> list[Question]:
    """The questions of a sentence that asks several, each read on what the whole names; else none.

    They are of the whole's kind.
    """
    found, speaker = clauses(question.text), settings.collection.name
    if len(found) < 2:
        return []
    if any_stands_in([speaker], found[0]) and has_phrase("saying", found[0]):
        found = [found[0], *(_said_by(speaker, clause) for clause in found[1:])]
    if not question.documents:
        found = [found[0], *(_of_term(found[0], clause, lexicon) for clause in found[1:])]
    alone = all(stands_alone(clause, lexicon) for clause in found[1:])
    if not (question.documents or alone):
        return []
    read = (_read(clause, clause, lexicon, settings) for clause in found)
    kind = question.kind
    return [replace(p, kind=kind) if p.documents else of_same_names(p, question) for p in read]


def _of_term(first: str, clause: str, lexicon: Lexicon) -> str:
    """The clause with what the first asks the meaning of for the word that points back to it.

    `What is a hub carer, and how much is she paid?` asks how much a hub carer is paid.
    """
    back, defining = pronoun(clause, lexicon.mentions(clause)), starts_with("define", first)
    term = after(first, defining).strip(" ?.!,")
    if back is None or not defining or not content(term) or starts_with("asked_whether", term):
        return clause  # `what did Leeds do` begins as `whats` does
    word = words(clause)[back]
    if content(clause[: word.start]):  # `how much can we change a model before it stops working`
        return clause
    return f"{clause[: word.start]}{term}{clause[word.end :]}"


def _said_by(speaker: str, clause: str) -> str:
    """The clause with the collection's name for `they`, where it is said to say something."""
    for they, verb in pairwise(words(clause)):
        if they.stem == "they" and starts_with("saying", clause[verb.start :]):
            return f"{clause[: they.start]}{speaker}{clause[they.end :]}"
    return clause
