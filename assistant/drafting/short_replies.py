"""Short replies that quote nothing: to small talk, and where there is nothing to quote."""

from assistant.drafting.draft import Draft, Section
from assistant.drafting.refusals import partly
from assistant.language.ordinals import joined
from assistant.language.phrases import starts_with
from assistant.language.words import stems
from assistant.reading.question import Kind, Question, asks_of_collection
from assistant.types import Status
from corpus.types import Collection


def not_covered(collection: Collection) -> Draft:
    """Nothing here is about that: a friendly sentence, and what the collection is about."""
    settings = collection.settings.collection
    opening = f"Sorry, {settings.name} don't cover that. {settings.about}"
    return Draft(Status.NOT_COVERED, (Section(opening),))


def about_itself(reply: str) -> Draft:
    """What the collection's keepers say of the assistant itself."""
    return Draft(Status.SMALL_TALK, (Section(reply),))


def no_advice(collection: Collection) -> Draft:
    """No decision about one child or family is given: the collection's own words for that."""
    return Draft(Status.NOT_COVERED, (Section(collection.settings.collection.case_advice),))


def no_others(question: Question, collection: Collection) -> Draft:
    """There are none beside those that the question leaves out.

    Of `the same theory`, which nothing tells, that is not known.
    """
    if "same" in stems(question.text):
        return partly([question.text], (), question, collection)
    name = collection.settings.collection.name
    out = dict.fromkeys(n for mention in question.left_out for n in mention.names("document"))
    named = joined([collection.by_id[document].name for document in out])
    found = "nothing more" if question.kind is Kind.GUIDANCE else "none"
    return Draft(Status.PARTLY, (Section(f"Beside {named} I found {found} in {name}."),))


def small_talk(text: str, collection: Collection) -> Draft:
    """A short reply in kind, and what can be asked."""
    settings = collection.settings.collection
    if starts_with("thanks", text):
        reply = "You're welcome."
    elif starts_with("farewell", text):
        reply = "Goodbye."
    elif asks_of_collection(text, settings.name):
        reply = f"I answer from {settings.name} alone, word for word. {settings.about}"
    else:
        reply = f"Hello. I answer questions from {settings.name}, word for word. {settings.about}"
    return Draft(Status.SMALL_TALK, (Section(reply),))
