"""A document's entry in, its facts and relations with the words that show them out."""

from corpus.schema import DocumentEntry, Settings
from corpus.types import Fact, Relation
from corpus.yaml_file import Place, YamlFile


def find_words(file: YamlFile, text: str, words: str, place: Place) -> int:
    """Where the words stand in the text, whatever their case; 0 after a fault is noted."""
    start = text.casefold().find(words.casefold())
    if start < 0:
        file.fault_at(place, f"{words!r} does not stand in the text", "quote the text's own words")
    return max(start, 0)


def read_facts(
    file: YamlFile, entry: DocumentEntry, place: Place, settings: Settings
) -> tuple[Fact, ...]:
    """The facts of one document, each with the span of its words."""
    facts = []
    for facet, items in entry.facts.items():
        at = (*place, "facts", facet)
        if facet not in settings.vocabulary.facets:
            known = list(settings.vocabulary.facets)
            file.fault_at(at, f"unknown facet {facet!r}", f"use one of {known}")
        for number, item in enumerate(items):
            for value, words in (item if isinstance(item, dict) else {item: item}).items():
                start = find_words(file, entry.text, words, (*at, number))
                facts.append(Fact(facet, value, start, start + len(words)))
    return tuple(facts)


def read_relations(
    file: YamlFile, entry: DocumentEntry, place: Place, settings: Settings
) -> tuple[Relation, ...]:
    """The relations that one document's words show, each with their span."""
    relations = []
    for number, item in enumerate(entry.relations):
        at = (*place, "relations", number)
        if item.kind not in settings.vocabulary.relations:
            known = list(settings.vocabulary.relations)
            file.fault_at((*at, "kind"), f"unknown relation {item.kind!r}", f"use one of {known}")
        start = find_words(file, entry.text, item.words, (*at, "words"))
        who = item.who or entry.id
        relations.append(
            Relation(item.kind, who, item.what, entry.id, start, start + len(item.words))
        )
    return tuple(relations)
