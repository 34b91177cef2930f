"""A standalone question in, the draft of its answer out: by its kind, from what bears on it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.advising import answer_guidance, of_any, of_story, on_any
from assistant.drafting.comparisons import (
    asked_beside,
    aspect,
    compared,
    comparison_statements,
    table,
)
from assistant.drafting.contents import contents
from assistant.drafting.draft import Draft, Section
from assistant.drafting.expansions import answer_expansion
from assistant.drafting.guidance import is_guidance
from assistant.drafting.hearing import answer_facts
from assistant.drafting.in_parts import answer_in_parts
from assistant.drafting.in_turn import with_untold
from assistant.drafting.likenesses import answer_likeness
from assistant.drafting.links import answer_link, answered
from assistant.drafting.misplaced import answer_misplaced
from assistant.drafting.reach import names_some
from assistant.drafting.refusals import partly
from assistant.drafting.relations import (
    asks_for_ties,
    asks_who_took_it,
    find_relations,
    relation_statements,
    say_all,
)
from assistant.drafting.set_drafter import SetDrafter
from assistant.drafting.short_replies import (
    about_itself,
    no_advice,
    no_others,
    not_covered,
    small_talk,
)
from assistant.drafting.superlatives import answer_superlative
from assistant.drafting.values import values
from assistant.finding.evidence import Evidence
from assistant.finding.finder import Finder
from assistant.judging.off_topic import is_off_topic, reply_about_itself
from assistant.language.words import language
from assistant.reading.narrowing import without_left_out
from assistant.reading.question import (
    Kind,
    Question,
    of_documents,
    of_same_names,
)
from assistant.reading.told_before import without_listener
from assistant.types import Status


class Drafter:
    """Drafts answers from one collection."""

    def __init__(self, finder: Finder) -> None:
        self._finder, self._collection = finder, finder.collection
        self._sets = SetDrafter(finder)

    def draft(self, question: Question) -> Draft:
        """What is answered, and whether that is all of it.

        Of what is not told as a whole, what is told of its parts.
        """
        elsewhere = answer_misplaced(question, self._finder, self._draft)
        if elsewhere:
            return elsewhere
        told = self._draft(question)
        apart = told.is_untold and question.kind in (Kind.FACT, Kind.LIST)
        return (answer_in_parts(question, self._finder, self._draft) if apart else None) or told

    def _draft(self, question: Question) -> Draft:
        if question.kind is Kind.SMALL_TALK:
            return small_talk(question.text, self._collection)
        if question.kind is Kind.ADVICE:
            return no_advice(self._collection)
        if question.kind is Kind.STEERING:
            return not_covered(self._collection)
        if question.kind is Kind.EXPANSION:
            return answer_expansion(
                question.text, self._finder.lexicon, self._finder.index.sentences, self._collection
            )
        sentences = self._finder.index.sentences
        held = contents(question, sentences, self._collection)
        held = held or values(question, sentences, self._collection)
        if held:
            return answered(self._collection, *held)
        alike = answer_likeness(question, self._finder.index.sentences, self._collection)
        if alike:
            return alike
        if question.kind is Kind.GUIDANCE and question.left_out:  # more than was shown
            rest = without_left_out(question)
            more = answer_guidance(rest, self._finder.evidence(rest))
            return more or no_others(question, self._collection)
        without = self._sets.without(question)
        if without:
            return without
        parts = self._finder.parts(question)
        if not question.documents and is_off_topic(parts[0]):
            reply = reply_about_itself(parts[0])
            return about_itself(reply) if reply else not_covered(self._collection)
        told = self._from(question, parts)
        elsewhere = question.documents and told.is_untold and is_off_topic(parts[0])
        return not_covered(self._collection) if elsewhere else told

    def _from(self, question: Question, parts: Sequence[Evidence]) -> Draft:
        """What is found for the question and its parts, by its kind."""
        evidence, *others = parts
        most = answer_superlative(evidence)
        if most:
            return most
        if question.kind is Kind.LINK:
            return answer_link(question, evidence)
        if question.kind is Kind.LIST:
            told = self._sets.draft(question, parts)
            if told.status is Status.ANSWERED:
                return with_untold(told, question, self._collection)
            return (
                self._sets.without(question, declined=True) or self._advice(evidence, told) or told
            )
        if question.kind is Kind.GUIDANCE and not others:
            advice = answer_guidance(question, evidence) or self._to_anyone(question)
            if advice:
                return advice
        if question.kind is Kind.COMPARISON:
            return self._comparison(question, parts)
        if question.kind is Kind.RELATION:
            return self._relation(question, parts)
        told = answer_facts(question, others or parts, self._collection)
        if told.status is Status.ANSWERED or not of_story(question):
            return told
        any_such = self._finder.read(of_any(question))
        advice = answer_guidance(any_such, self._finder.evidence(any_such))
        return on_any(question, advice, self._collection) if advice else told

    def _advice(self, evidence: Evidence, declined: Draft) -> Draft | None:
        """What guidance says of a topic, where the nearest to what is `declined` is guidance."""
        shown = declined.documents
        if not evidence.question.topic or not shown or shown[0] in self._collection.counted:
            return None
        asked = replace(evidence.question, kind=Kind.GUIDANCE)
        return answer_guidance(asked, self._finder.evidence(asked))

    def _to_anyone(self, question: Question) -> Draft | None:
        """Advice on what is to be said to the asker's own people (`to my director`), to anyone."""
        text = without_listener(question.text)
        if text == question.text:
            return None
        anyone = self._finder.read(text)
        evidence = self._finder.evidence(anyone)
        return answer_guidance(anyone, evidence) if anyone.kind is Kind.GUIDANCE else None

    def _relation(self, question: Question, parts: Sequence[Evidence]) -> Draft:
        """The relations that bear on what is named, and what else is asked of it."""
        relations = find_relations(question, self._collection)
        shown = relation_statements(relations, parts[0])
        told = answered(self._collection, Section("", shown, "bullets"))
        if shown and say_all(relations, shown, parts):
            return told
        if names_some(question, shown, self._collection):
            others = language()["others_unnamed"]
            return partly([others], (), question, self._collection, told.sections[:1])
        if not shown and asks_who_took_it(question):
            return partly([question.text], (), question, self._collection)
        if shown and not question.documents:
            parts = self._finder.parts(of_documents(question, [s.document_id for s in shown]))
        facts = answer_facts(question, parts[1:] or parts, self._collection, shown)
        untold = facts.status is not Status.ANSWERED
        return told if shown and untold and asks_for_ties(question) else facts

    def _comparison(self, question: Question, parts: Sequence[Evidence]) -> Draft:
        """What is said of each thing, side by side; partly, where nothing is said of any."""
        documents = compared(question, parts[0])
        asked, beside = aspect(question), asked_beside(question)
        if asked or beside:
            part = self._finder.reread(beside or f"What about {asked}?")
            parts = [self._finder.evidence(of_same_names(part, question))]
        ideas = not question.things and is_guidance(parts[0].sentences[0], self._collection)
        if ideas or len(documents) < 2:
            return answer_facts(question, parts[1:] or parts, self._collection)
        rows = comparison_statements(documents, parts, asked)
        return table(rows, question, self._collection)
