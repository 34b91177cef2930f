"""Whether all of a collection's documents of a kind are asked for, and nothing beside."""

from assistant.language.phrases import consists_of, in_any_case
from assistant.reading.question import Question, without
from corpus.types import Collection


def asks_for_all(question: Question, collection: Collection) -> bool:
    """Whether nothing says which (`how many projects are described across the five boards?`)."""
    settings = collection.settings.collection
    kinds = settings.kinds
    about = {d.id for d in collection.documents if d.kind in kinds and kinds[d.kind].about}
    named = [m for m in question.mentions if m.names("document")]
    beside = without(question.text, [m for m in named if about.issuperset(m.names("document"))])
    asked = in_any_case(settings.name).sub("", beside)
    return consists_of(("whole_set", "filler", "numbers"), asked)
