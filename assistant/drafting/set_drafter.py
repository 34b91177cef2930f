"""A question for a set in, the draft of its answer out: every member, and how many were checked."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.both import with_both
from assistant.drafting.declining import declined, leaves_out, none_of_those
from assistant.drafting.draft import Draft, Section
from assistant.drafting.facts import statements
from assistant.drafting.guidance import guidance_on, is_guidance
from assistant.drafting.having_all import HavingAll
from assistant.drafting.hearing import answer_facts
from assistant.drafting.links import answer_link, answered
from assistant.drafting.listing import (
    is_of_guidance,
    is_untold,
    listed,
    with_untold_by_links,
)
from assistant.drafting.refusals import partly
from assistant.drafting.sets import (
    CERTAIN,
    SURE,
    Member,
    find_members,
    is_negative,
    looked_through,
    stands_out,
)
from assistant.finding.evidence import Evidence
from assistant.finding.finder import Finder
from assistant.judging.membership import TOLD_IN_PART
from assistant.language.answer_kinds import question_form
from assistant.language.phrases import has_phrase
from assistant.language.words import content, listed_stems
from assistant.reading.exclusions import denied, part
from assistant.reading.mentions import Target
from assistant.reading.narrowing import Narrowed, narrow
from assistant.reading.question import Kind, Question, chooses_among, of_documents
from assistant.types import Status


class SetDrafter:
    """Drafts answers to questions for a set."""

    def __init__(self, finder: Finder) -> None:
        self._finder, self._collection = finder, finder.collection
        self._shared = HavingAll(finder.written)

    def draft(
        self, question: Question, parts: Sequence[Evidence], out: Sequence[str] = ()
    ) -> Draft:
        """Every document of the set asked for, and how many were looked at; `out`: left out."""
        evidence = parts[0]
        narrowed = narrow(question, self._collection)
        if out:
            excluded = (*narrowed.excluded, [Target("document", name) for name in out])
            narrowed = replace(narrowed, excluded=excluded)
        said = denied(question, narrowed)
        if said and not is_negative(evidence):
            return self._opposite(question, self._finder.reread(said))
        rest = self._rest(question, narrowed) or evidence
        members = find_members(question, narrowed, evidence, rest)
        if not narrowed.decides:
            members = with_both(question, members, self._finder)
            members = self._shared.sorted_out(question, members)
        if len(members) == 1:
            of_it = of_documents(question, [members[0].document.id])
            parts = self._finder.parts(replace(of_it, kind=Kind.FACT))
            if parts[1:]:
                return answer_facts(question, parts[1:], self._collection)
        return (
            self._without_members(question, narrowed, members, evidence, rest)
            or self._as_facts(question, narrowed, members, evidence)
            or self._listed(question, narrowed, members, evidence)
        )

    def _without_members(
        self,
        question: Question,
        narrowed: Narrowed,
        members: Sequence[Member],
        evidence: Evidence,
        rest: Evidence,
    ) -> Draft | None:
        """What is said where nothing belongs, or guidance alone tells of it; else None."""
        told, likely = bool(evidence.telling), _sure(members)
        if not members and not narrowed.rest and narrowed.decides:  # by facts and links none is
            if question.link_kinds and question.documents:
                return answer_link(question, evidence)
            if question.link_kinds or chooses_among(question):
                return none_of_those(question, evidence)
        of_topic = bool(question.topic) and not narrowed.decides and is_of_guidance(evidence)
        if of_topic or (told and not likely):
            return answered(self._collection, Section("", statements(guidance_on(evidence))))
        looked_at = [rest] if likely else [rest, evidence]
        if not told and (not members or (narrowed.rest and any(map(is_untold, looked_at)))):
            return declined(question, evidence)
        return None

    def _as_facts(
        self,
        question: Question,
        narrowed: Narrowed,
        members: Sequence[Member],
        evidence: Evidence,
    ) -> Draft | None:
        """What the nearest sentences say, where no set is told of; None where one is."""
        told, likely = bool(evidence.telling), _sure(members)
        alone = likely < 2 or is_guidance(evidence.sentences[0], self._collection)
        if not told and not narrowed.decides and alone and stands_out(question, evidence, members):
            return answer_facts(question, [evidence], self._collection)
        set_asked = has_phrase("set", question.text)
        one = len(members) == likely == 1 and not (told or narrowed.decides or set_asked)
        if likely and not one:
            return None
        facts = answer_facts(question, [evidence], self._collection)
        told_of = facts.status is Status.ANSWERED
        shown = [self._collection.by_id[name] for name in facts.documents]
        outside = any(not narrowed.admits(document, self._collection) for document in shown)
        if outside or (leaves_out(question) and not told_of):
            return declined(question, evidence)
        chosen = one and chooses_among(question) and members[0].probability >= CERTAIN
        return facts if (one or not told_of or not set_asked) and not chosen else None

    def _listed(
        self,
        question: Question,
        narrowed: Narrowed,
        members: Sequence[Member],
        evidence: Evidence,
    ) -> Draft:
        total = len(looked_through(question, self._collection))
        by = evidence if evidence.telling or not narrowed.decides else None
        told = listed(members, total, narrowed, by, self._collection)
        return told if by else with_untold_by_links(told, question, self._collection)

    def _rest(self, question: Question, narrowed: Narrowed) -> Evidence | None:
        """What the collection holds on the topic that is asked for beside what narrows a set."""
        if narrowed.rest in ("", question.text):
            return None
        rest = self._finder.reread(narrowed.rest)
        topic = any(target.kind == "facet" for m in rest.mentions for target in m.targets)
        return self._finder.evidence(rest) if topic else None

    def _opposite(self, question: Question, other: Question) -> Draft:
        """Which do not is said nowhere; which do, where any is said to."""
        told = self.draft(other, [self._finder.evidence(other)])
        if told.status is not Status.ANSWERED:
            return declined(question, self._finder.evidence(question))
        unsaid = partly([question.text], (), question, self._collection).sections[0]
        opening = replace(unsaid, opening=f"{unsaid.opening} Of these they say the opposite:")
        return replace(told, status=Status.PARTLY, sections=(opening, *told.sections))

    def without(self, question: Question, declined: bool = False) -> Draft | None:
        """The set that is asked for without what it leaves out by its meaning; None where nothing.

        Not where names or facts that decide are left out, which `narrow` sees, but where the whole
        is `declined`.
        """
        parted = part(question.text, self._collection.settings.collection.counted)
        found = not declined or leaves_out(question)  # of others than those named none is found
        seen = found and question.kind is Kind.LIST and self._sees(question)
        if not parted or question.link_kinds or seen:
            return None
        kept = self._finder.read(parted.kept)
        of_one = question.kind is not Kind.LIST and kept.documents  # `who in Leeds, apart from`
        if question.kind not in (Kind.LIST, Kind.FACT, Kind.COMPARISON) or of_one:
            return None
        if not question_form(parted.kept):  # a mere topic (`fostering, excluding Leeds`)
            kept = replace(kept, kind=Kind.LIST)
        beside = {word.stem for word in content(parted.kept)} - listed_stems("bodies")
        if kept.kind is not Kind.LIST or not beside:
            return None
        named = [name for m in question.left_out for name in m.names("document")]
        out = named or [name for text in parted.left_out for name in self._members(text)]
        return self.draft(kept, self._finder.parts(kept), out)

    def _sees(self, question: Question) -> bool:
        """Whether all that is left out is a document, or a fact that decides."""
        facets = self._collection.settings.vocabulary.facets
        return bool(question.left_out) and all(
            any(t.kind == "document" or (t.facet and facets[t.facet].exact) for t in m.targets)
            for m in question.left_out
        )

    def _members(self, text: str) -> list[str]:
        """The ids of the documents that belong to the set that a text asks for, all but surely."""
        question = self._finder.reread(text)
        narrowed = narrow(question, self._collection)
        evidence = self._finder.evidence(question)
        rest = self._rest(question, narrowed) or evidence
        members = find_members(question, narrowed, evidence, rest)
        return [m.document.id for m in members if m.probability >= TOLD_IN_PART]


def _sure(members: Sequence[Member]) -> int:
    """How many surely belong."""
    return sum(member.probability >= SURE for member in members)
