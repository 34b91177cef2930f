"""What a collection calls things: names, aliases, abbreviations and facet words, found in text."""

from collections import defaultdict
from functools import lru_cache
from itertools import chain, pairwise

from rapidfuzz import fuzz, process

from assistant.language.spelling import LONG, SHORTEST_SLIP, nearest_word
from assistant.language.words import (
    adverb_stems,
    bare_words,
    filler_stems,
    is_proper,
    language,
    stem,
    stems,
    stems_of,
    words,
)
from assistant.reading.mentions import Mention, Target
from assistant.reading.part_names import board_names, section_names
from corpus.types import Collection

SAME_NAME = 88  # how alike (of 100) a phrase and a name of two or more words must be
REMEMBERED = 1024  # texts whose mentions are kept, for one answer asks for them several times
SHORTEST_NAME = 9  # letters and blanks of a phrase that may be one


class Lexicon:
    """Every phrase that a collection's documents and vocabulary give a meaning."""

    def __init__(self, collection: Collection) -> None:
        vocabulary = collection.settings.vocabulary
        phrases: dict[tuple[str, ...], list[Target]] = defaultdict(list)

        def learn(phrase: str, target: Target) -> None:
            key = stems(phrase)
            key = key[1:] if key[:1] == ("the",) and key[1:] else key
            subject = target.kind in ("document", "part") or any(
                p not in filler_stems() for p in key
            )
            if key and not subject and phrase.isupper():
                key = (phrase,)  # `US`, not `us`
            if key and (subject or phrase.isupper()) and target not in phrases[key]:
                phrases[key].append(target)

        for document in collection.documents:
            target = Target("document", document.id)
            for name in (document.name, document.name.split(":")[0], *document.aliases):
                learn(name, target)
            for part in section_names(document):
                learn(part, Target("part", document.section))
            for part in (document.board, *board_names(document)):
                learn(part, Target("part", document.board))
            for fact in document.facts:
                learn(fact.value, Target("facet", fact.value, fact.facet))
        for key, thing in vocabulary.things.items():
            for name in (thing.name, *thing.aliases):
                learn(name, Target("thing", key))
        for facet, content in vocabulary.facets.items():
            for value, names in content.values.items():
                for name in (value, *names):
                    learn(name, Target("facet", value, facet))
                for name in content.opposites.get(value, ()):
                    learn(name, Target("lacking", value, facet))
        settings = collection.settings.collection
        about = {name for name, kind in settings.kinds.items() if kind.about}
        self.about = tuple(
            Target("document", d.id) for d in collection.documents if d.kind in about
        )
        self.about_names = [w for kind in settings.kinds.values() if kind.about for w in kind.words]
        self.called = {document.id: document.name for document in collection.documents}
        self.where = {document.id: document.where for document in collection.documents}
        self.abbreviations = dict(vocabulary.abbreviations)
        self.short_forms = {short.lower(): short for short in self.abbreviations}
        self._shorthand = {short.lower(): long for short, long in vocabulary.shorthand.items()}
        for short, long in self.abbreviations.items():
            for target in list(phrases.get(stems(long), [])):
                learn(short, target)
        self.ties = tuple(word for r in vocabulary.relations.values() for word in r.words)
        self.links = tuple(word for kind in settings.link_kinds.values() for word in kind.words)
        self._phrases = dict(phrases)
        self._lengths: dict[str, list[int]] = defaultdict(list)  # by first stem, the longest first
        for first, length in sorted({(key[0], len(key)) for key in phrases}, reverse=True):
            self._lengths[first].append(length)
        self._spellings = self._all_spellings(collection)
        self._names: dict[int, dict[str, str]] = defaultdict(dict)  # by length, with their stems
        for form, of in phrases.items():
            if len(form) > 1 and form in self._surface and any(t.kind != "facet" for t in of):
                self._names[len(form)][self._surface[form]] = " ".join(form)
        self._known = set(stems_of(list(self._spellings)))
        self._plain = self._known | filler_stems()
        for name in chain.from_iterable(self._names.values()):
            self._spellings.setdefault("".join(name.lower().split()), name)
        self.mentions = lru_cache(REMEMBERED)(self._mentions)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        """The phrases of a text that have a meaning, the longest at each place; no part of a name.

        `Adopted Family Safeguarding` speaks of no adopted family.
        """
        found, position, adverbs = [], 0, adverb_stems()
        sequence = [word for word in words(text) if word.stem not in adverbs]
        stemmed = tuple([word.stem for word in sequence])
        while position < len(sequence):
            first = sequence[position]
            for length in self._lengths.get(first.stem, (1,) if first.text.isupper() else ()):
                part = sequence[position : position + length]
                targets = self._phrases.get(stemmed[position : position + length])
                targets = targets or self._phrases.get((first.text,) if length == 1 else ())
                cut = targets and self._cuts_a_name(targets, stemmed[position:], len(part))
                tie = targets and length == 1 and self._is_tie(targets, first.text.lower())
                if targets and not cut and not tie:
                    found.append(Mention(part[0].start, part[-1].end, tuple(targets)))
                    position += length
                    break
            else:
                position += 1
        return tuple(found)

    def _cuts_a_name(self, of: list[Target], stemmed: tuple[str, ...], length: int) -> bool:
        """Whether a name begins in those first words, which are none themselves, and ends later."""
        return all(target.kind == "facet" for target in of) and any(
            start + long > length and any(target.kind != "facet" for target in targets)
            for start in range(1, length)
            for long in self._lengths.get(stemmed[start], ())
            for targets in [self._phrases.get(stemmed[start : start + long], ())]
        )

    def _is_tie(self, of: list[Target], word: str) -> bool:
        """Whether a word tells of a tie, and only shares its stem with a facet's (`adoption`)."""
        return word in self.ties and all(target.kind == "facet" for target in of)

    def correct(self, text: str) -> str:
        """The text with its shorthand spelt out and its slips mended.

        A word unknown to English and the collection becomes the nearest one that is known, or a
        name whose words are run together; a phrase all but equal to a name becomes that name.
        """
        text, in_haste = self._joined(text), language()["in_haste"]
        for word in reversed(words(text)):
            better = self._shorthand.get(word.text.lower()) or in_haste.get(word.text)
            if not better and (word.stem not in self._known or len(word.text) >= LONG):
                better = nearest_word(word.text, self._spellings, is_proper(word, text))
            if better:
                first = better[0].upper() if word.text.istitle() else better[0]
                text = text[: word.start] + first + better[1:] + text[word.end :]
        return self._mend_names(text)

    def _joined(self, text: str) -> str:
        """The text with the first word that is parted in two (`co designed`) in one; no `US as`."""
        for left, right in pairwise(words(text)):
            parted = left.stem not in self._known and text[left.end : right.start].isspace()
            key = (stem(left.text + right.text),) if parted else ()
            if key in self._phrases and not self._surface.get(key, "").isupper():
                return text[: left.end] + text[right.start :].lower()
        return text

    def _mend_names(self, text: str) -> str:
        sequence = words(text)
        odd = [word.stem not in self._plain for word in sequence]
        for length in (4, 3, 2) if True in odd else ():
            for first in range(len(sequence) - length + 1):
                if True not in odd[first : first + length]:
                    continue
                part = sequence[first : first + length]
                key = tuple([word.stem for word in part])
                if part[-1].end - part[0].start < SHORTEST_NAME or key in self._phrases:
                    continue
                names = self._names[length]
                match = process.extractOne(
                    " ".join(key), names, scorer=fuzz.ratio, score_cutoff=SAME_NAME
                )
                if match:
                    return text[: part[0].start] + match[2] + text[part[-1].end :]
        return text

    def _all_spellings(self, collection: Collection) -> dict[str, str]:
        """Lower-case word -> its spelling, of every word that texts, names and vocabulary use."""
        self._surface: dict[tuple[str, ...], str] = {}
        texts = [d.text + " " + d.title for d in collection.documents]
        vocabulary = collection.settings.vocabulary
        names = [n for d in collection.documents for n in (d.name, *d.aliases)]
        names += [n for t in vocabulary.things.values() for n in (t.name, *t.aliases)]
        for facet in vocabulary.facets.values():
            names += [n for v, more in facet.values.items() for n in (v, *more)]
        names += [f.value for d in collection.documents for f in d.facts]
        names += vocabulary.abbreviations.values()
        for name in names:
            self._surface.setdefault(stems(name), name)
        spellings: dict[str, str] = {}
        for text in (*names, *texts):
            for bare, start in bare_words(text):
                opens = text in texts and text[:start].rstrip()[-1:] in ("", ".", "?", "!")
                word = bare.lower() if opens and bare.istitle() else bare
                known = word.lower() in spellings and not bare.islower()
                if len(word) >= SHORTEST_SLIP and word.isalpha() and not known:
                    spellings[word.lower()] = word
        return spellings
