"""A topic asked about in, the sentences that tell of it in so many words out."""

from collections.abc import Sequence
from functools import lru_cache

from assistant.language.words import Word, content, stem_set, stems, words
from assistant.reading.question import Question
from corpus.types import Collection, Document, Passage

FEW = 12  # sentences at most in which a topic's words tell of it


def find_telling(
    question: Question, sentences: Sequence[Passage], collection: Collection
) -> list[int]:
    """The numbers of the sentences that hold the topic as a phrase, or else a name of its facet.

    Those of guidance whose title does are among them. Where documents are named, those of them that
    hold each of its words. None of stories, or of guidance, where they are more than `FEW`: the
    words say too little.
    """
    asked = content(question.topic)
    if not asked:
        return []
    parts = {name for mention in question.mentions for name in mention.names("part")}
    places = [
        number
        for number, sentence in enumerate(sentences)
        if not parts or parts & _parts_of(collection.by_id[sentence.document_id])
    ]
    if question.documents:
        wanted = {word.stem for word in asked}
        own = [n for n in places if sentences[n].document_id in question.documents]
        return [n for n in own if wanted <= stem_set(sentences[n].text)]
    literal = (" ".join(word.text for word in asked),)
    names = facet_names(asked, question, collection)
    found: list[int] = []
    for counted in (True, False):
        of_kind = [n for n in places if (sentences[n].document_id in collection.counted) is counted]
        for phrases in (literal, names):
            told = [n for n in of_kind if _tells(sentences[n], phrases, counted, collection)]
            if told:
                found += told if len(told) <= FEW else []
                break
    return sorted(found)


def _parts_of(document: Document) -> set[str]:
    return {document.board, document.section}


def _tells(
    sentence: Passage, phrases: Sequence[str], counted: bool, collection: Collection
) -> bool:
    """Whether a sentence holds one of the phrases, or the title of the guidance that it is of."""
    texts = [sentence.text, *([] if counted else [collection.by_id[sentence.document_id].title])]
    return any(spelt(phrase) in spelt(text) for phrase in phrases for text in texts)


@lru_cache(maxsize=4096)
def spelt(text: str) -> str:
    """A text's words in lower case, the plural as the singular, with a blank about each.

    No stems: `adoption` is another topic than `adopted`.
    """
    return f" {' '.join(word.text.lower().removesuffix('s') for word in words(text))} "


def facet_names(
    asked: Sequence[Word], question: Question, collection: Collection
) -> tuple[str, ...]:
    """The names of the facet values that the words of a topic are."""
    names: list[str] = []
    facets = collection.settings.vocabulary.facets
    for mention in question.mentions:
        inside = stems(question.text[mention.start : mention.end])
        if all(word.stem in inside for word in asked):
            values = [(t.facet, t.name) for t in mention.targets if t.facet]
            names += [n for facet, value in values for n in facets[facet].values.get(value, [])]
    return tuple(names)
