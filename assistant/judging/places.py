"""Whether what a sentence tells, a year or an outcome, is of the place asked about."""

from collections.abc import Iterable, Iterator, Sequence

from assistant.judging.names import deciding
from assistant.judging.unnamed import counts_bodies
from assistant.language.amounts import YEAR
from assistant.language.answer_kinds import question_form
from assistant.language.words import language, listed_stems, stem, stem_set, words
from assistant.reading.question import Question
from corpus.types import Collection, Fact, Passage

PLACE = "place"  # the facet of where a document is about


def dates_another(question: Question, chosen: Iterable[Passage], collection: Collection) -> bool:
    """Whether each year told stands nearer to another place than to the one it is asked of.

    `Developed in the US, it was set up in London in 2008` tells no year of the US.
    """
    asked = _asked_places(question, collection)
    if question.wants != "time" or not asked:
        return False
    told = [is_asked for sentence in chosen for is_asked in _years(sentence, asked, collection)]
    return bool(told) and not any(told)


def tells_of_another(question: Question, chosen: Iterable[Passage], collection: Collection) -> bool:
    """Whether each sentence begins with a place that is not the one asked about.

    `Iceland has seen a doubling of convictions` tells nothing of London.
    """
    asked = _asked_places(question, collection)
    if not asked or question_form(question.asking) != "whether":
        return False
    facets = collection.settings.vocabulary.facets
    return all(
        any(
            facets[fact.facet].exact
            and (fact.facet, fact.value) not in asked
            and passage.text.startswith(fact.value)
            for fact in collection.by_id[passage.document_id].facts
            if fact.facet in facets
        )
        for passage in chosen
    )


def counts_a_part(question: Question, chosen: Iterable[Passage], collection: Collection) -> bool:
    """Whether a number is asked of where all of the collection is about, and told of a part of it.

    `How many children are in care in England?` is not told by Bradford's number.
    """
    if question.wants != "number" or question.documents:
        return False
    about = stem_set(collection.settings.collection.about)
    places = [w.stem for w in words(question.asking) if w.text.lower() in language()["places"]]
    whole = about.intersection(places)
    return bool(whole) and not any(whole & stem_set(sentence.text) for sentence in chosen)


def only_counts_places(
    question: Question, chosen: Sequence[Passage], collection: Collection
) -> bool:
    """Whether it is asked where something named is, and places are counted (`seven areas`) alone.

    `Developed in the US` names one only where it is asked where it was developed.
    """
    if question_form(question.asking) != "place" or not question.documents:
        return False
    spoken, facets = stem_set(question.asking), collection.settings.vocabulary.facets
    others = {name for name in facets if not spoken & set(map(stem, facets[name].asked))} - {PLACE}
    named = (fact for quote in chosen for fact in _placed(quote, collection))
    told = any(fact.facet not in others for fact in named)
    return not told and any(counts_bodies(quote.text) for quote in chosen)


def names_several(question: Question, quote: Passage, collection: Collection) -> bool:
    """Whether a document that is named names places there, and councils or the like are asked for.

    One alone may be its own.
    """
    named = quote.document_id in question.documents and asks_for_places(question)
    return named and len({f.value for f in _placed(quote, collection) if f.facet == PLACE}) > 1


def asks_for_places(question: Question) -> bool:
    """Whether councils or the like are spoken of in what asks."""
    return bool(listed_stems("placed_bodies") & stem_set(question.asking))


def _asked_places(question: Question, collection: Collection) -> set[tuple[str, str]]:
    return {
        (target.facet, target.name)
        for targets, _ in deciding(question, collection)
        for target in targets
    }


def _placed(sentence: Passage, collection: Collection) -> list[Fact]:
    """The facts of exact facets that a sentence shows."""
    facets = collection.settings.vocabulary.facets
    return [
        fact
        for fact in collection.by_id[sentence.document_id].facts
        if fact.facet in facets
        and facets[fact.facet].exact
        and sentence.start <= fact.start < sentence.end
    ]


def _years(
    sentence: Passage, asked: set[tuple[str, str]], collection: Collection
) -> Iterator[bool]:
    """For each year of a sentence that names a place asked about, whether that one is nearest."""
    facts = _placed(sentence, collection)
    if not any((fact.facet, fact.value) in asked for fact in facts):
        return
    for year in YEAR.finditer(sentence.text):
        at = sentence.start + year.start()
        distances = {_distance(fact, at): fact for fact in facts}
        nearest = distances[min(distances)]
        yield (nearest.facet, nearest.value) in asked


def _distance(fact: Fact, at: int) -> int:
    return min(abs(fact.start - at), abs(fact.end - at))
