"""A standalone question in, the draft of its answer out: by its kind, from what bears on it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.advising import answer_guidance, of_any, of_story, on_any
from assistant.comparisons import aspect, compared, comparison_statements, table
from assistant.contents import contents
from assistant.draft import Draft, Section, Statement, merged
from assistant.evidence import Evidence, ScoredSentence
from assistant.expansions import answer_expansion
from assistant.facts import statements
from assistant.guidance import is_guidance
from assistant.hearing import hear
from assistant.lexicon import Lexicon
from assistant.links import answer_link, answered
from assistant.nameless import nameless
from assistant.narrowing import without_left_out
from assistant.question import Kind, Question, chooses_among, of_documents, of_same_names
from assistant.reading import read_clauses, read_question
from assistant.refusals import partly
from assistant.relations import (
    asks_for_ties,
    asks_who_took_it,
    find_relations,
    relation_statements,
    say_all,
)
from assistant.set_drafting import SetDrafter
from assistant.short_replies import no_advice, no_others, not_covered, small_talk
from assistant.superlatives import answer_superlative
from assistant.types import Status
from corpus.types import Collection
from index.search import Index
from index.types import Encoding

# of every document, the sentences that are looked at for questions of these kinds
EACH = {Kind.LIST: 2, Kind.COMPARISON: 2, Kind.GUIDANCE: 1}


class Drafter:
    """Drafts answers from one collection."""

    def __init__(
        self,
        collection: Collection,
        index: Index,
        lexicon: Lexicon,
        encode: Callable[[str], Encoding],
    ) -> None:
        self.collection, self._index = collection, index
        self._lexicon, self._encode = lexicon, encode
        self._sets = SetDrafter(self)

    def evidence(self, question: Question) -> Evidence:
        """What the collection holds on a question."""
        named = question.kind is Kind.LIST and not chooses_among(question)
        asked = question if named else nameless(question, self.collection.settings.collection.name)
        each = EACH.get(question.kind, 0)
        return Evidence(question, asked, self._encode, self._index, self.collection, each)

    def parts(self, question: Question) -> list[Evidence]:
        """What the collection holds on a question and then, where it asks several, on each."""
        clauses = read_clauses(question, self._lexicon, self.collection.settings)
        return [self.evidence(part) for part in (question, *clauses)]

    def draft(self, question: Question) -> Draft:
        """What is answered, and whether that is all of it."""
        if question.kind is Kind.SMALL_TALK:
            return small_talk(question.text, self.collection)
        if question.kind is Kind.ADVICE:
            return no_advice(self.collection)
        if question.kind is Kind.STEERING:
            return not_covered(self.collection)
        if question.kind is Kind.EXPANSION:
            return answer_expansion(
                question.text, self._lexicon, self._index.sentences, self.collection
            )
        held = contents(question, self._index.sentences, self.collection)
        if held:
            return answered(self.collection, *held)
        if question.kind is Kind.GUIDANCE and question.left_out:  # more than was shown
            rest = without_left_out(question)
            more = answer_guidance(rest, self.evidence(rest))
            return more or no_others(question, self.collection)
        without = self._sets.without(question)
        if without:
            return without
        evidence, *others = parts = self.parts(question)
        most = answer_superlative(evidence)
        if most:
            return most
        if question.kind is Kind.LINK:
            return answer_link(question, evidence)
        if question.kind is Kind.LIST:
            told = self._sets.draft(question, parts)
            answers = told.status is Status.ANSWERED
            return told if answers else self._sets.without(question, declined=True) or told
        if question.kind is Kind.GUIDANCE and not others:
            advice = answer_guidance(question, evidence)
            if advice:
                return advice
        if question.kind is Kind.COMPARISON:
            return self._comparison(question, parts)
        if question.kind is Kind.RELATION:
            return self._relation(question, parts)
        told = self.facts(question, others or parts)
        if told.status is Status.ANSWERED or not of_story(question):
            return told
        any_such = self.read(of_any(question))
        advice = answer_guidance(any_such, self.evidence(any_such))
        return on_any(question, advice, self.collection) if advice else told

    def _relation(self, question: Question, parts: Sequence[Evidence]) -> Draft:
        """The relations that bear on what is named, and what else is asked of it."""
        relations = find_relations(question, self.collection)
        shown = relation_statements(relations, parts[0])
        told = answered(self.collection, Section("", shown, "bullets"))
        if shown and say_all(relations, shown, parts[0]):
            return told
        if not shown and asks_who_took_it(question):
            return partly([question.text], (), (), question, self.collection)
        if shown and not question.documents:
            parts = self.parts(of_documents(question, [s.document_id for s in shown]))
        facts = self.facts(question, parts[1:] or parts, shown)
        untold = facts.status is not Status.ANSWERED
        return told if shown and untold and asks_for_ties(question) else facts

    def _comparison(self, question: Question, parts: Sequence[Evidence]) -> Draft:
        """What is said of each thing, side by side; partly, where nothing is said of any."""
        documents = compared(question, parts[0])
        asked = aspect(question)
        if asked:
            part = self.reread(f"What about {asked}?")
            parts = [self.evidence(of_same_names(part, question))]
        ideas = not question.things and is_guidance(parts[0].sentences[0], self.collection)
        if ideas or len(documents) < 2:
            return self.facts(question, parts[1:] or parts)
        rows = comparison_statements(documents, parts, asked)
        return table(rows, question, self.collection)

    def facts(
        self, question: Question, parts: Sequence[Evidence], shown: tuple[Statement, ...] = ()
    ) -> Draft:
        """Each part of the question answered, or said not to be; `shown`: what bears on it."""
        found: list[ScoredSentence] = []
        nearest: list[ScoredSentence] = []
        missing: list[str] = []
        near = False
        for part in parts:
            heard = hear(part)
            if heard.says_it:
                found += heard.sentences
            else:
                missing.append(part.question.text)
                near = near or heard.near
                nearest += heard.sentences[:1] if heard.near else []
        if not missing:
            layout = "bullets" if shown else "lines"
            return answered(
                self.collection, Section("", merged((*shown, *statements(found))), layout)
            )
        if not found and not near and not shown:
            return not_covered(self.collection)
        given = statements(found)
        closest = () if found else merged((*shown, *statements(nearest)))
        return partly(missing, given, closest, question, self.collection)

    def read(self, text: str) -> Question:
        """Another text, read as a question that stands alone."""
        return read_question(text, self._lexicon, self.collection.settings)

    def reread(self, text: str) -> Question:
        """Another text for a set that is asked for."""
        return replace(self.read(text), kind=Kind.LIST)
