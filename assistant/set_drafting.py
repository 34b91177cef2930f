"""A question for a set in, the draft of its answer out: every member, and how many were checked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer_kinds import question_form
from assistant.draft import Draft, Section
from assistant.evidence import Evidence
from assistant.exclusions import part
from assistant.facts import statements
from assistant.guidance import guidance_on, is_guidance
from assistant.links import answer_link, answered
from assistant.listing import declined, is_untold, leaves_out, listed, none_of_those
from assistant.mentions import Target
from assistant.narrowing import Narrowed, denied, narrow
from assistant.phrases import has_phrase
from assistant.question import Kind, Question, chooses_among, of_documents
from assistant.refusals import partly
from assistant.sets import SURE, find_members, is_negative, looked_through, stands_out
from assistant.types import Status
from assistant.words import content, listed_stems

if TYPE_CHECKING:
    from assistant.drafting import Drafter


class SetDrafter:
    """Drafts answers to questions for a set; `drafter` reads and answers what is no set."""

    def __init__(self, drafter: "Drafter") -> None:
        self._drafter, self._collection = drafter, drafter.collection

    def draft(
        self, question: Question, parts: Sequence[Evidence], out: Sequence[str] = ()
    ) -> Draft:
        """Every document of the set asked for, and how many were looked at; `out`: left out."""
        evidence, told = parts[0], bool(parts[0].telling)
        narrowed = narrow(question, self._collection)
        if out:
            excluded = (*narrowed.excluded, [Target("document", name) for name in out])
            narrowed = replace(narrowed, excluded=excluded)
        said = denied(question, narrowed)
        if said and not is_negative(evidence):
            return self._opposite(question, self._drafter.reread(said))
        rest = self._rest(question, narrowed) or evidence
        members = find_members(question, narrowed, evidence, rest)
        if len(members) == 1:
            of_it = of_documents(question, [members[0].document.id])
            parts = self._drafter.parts(replace(of_it, kind=Kind.FACT))
            if parts[1:]:
                return self._drafter.facts(question, parts[1:])
        likely = sum(member.probability >= SURE for member in members)
        looked_at = [rest] if likely else [rest, evidence]
        if not members and not narrowed.rest and narrowed.decides:  # by facts and links none is
            if question.link_kinds and question.documents:
                return answer_link(question, evidence)
            if question.link_kinds or chooses_among(question):
                return none_of_those(question, evidence)
        if not told and (not members or (narrowed.rest and any(map(is_untold, looked_at)))):
            return declined(question, evidence)
        if told and not likely:
            return answered(self._collection, Section("", statements(guidance_on(evidence))))
        alone = likely < 2 or is_guidance(evidence.sentences[0], self._collection)
        if not told and not narrowed.decides and alone and stands_out(question, evidence, members):
            return self._drafter.facts(question, [evidence])
        one = len(members) == likely == 1 and not (
            told or narrowed.decides or has_phrase("set", question.text)
        )
        if not likely or one:
            facts = self._drafter.facts(question, [evidence])
            shown = [self._collection.by_id[name] for name in facts.documents]
            outside = any(not narrowed.admits(document, self._collection) for document in shown)
            if outside or (leaves_out(question) and facts.status is not Status.ANSWERED):
                return declined(question, evidence)
            if one or facts.status is not Status.ANSWERED or not has_phrase("set", question.text):
                return facts
        total = len(looked_through(question, self._collection))
        by = evidence if told or not narrowed.decides else None
        return listed(members, total, narrowed, by, self._collection)

    def _rest(self, question: Question, narrowed: Narrowed) -> Evidence | None:
        """What the collection holds on the topic that is asked for beside what narrows a set."""
        if narrowed.rest in ("", question.text):
            return None
        rest = self._drafter.reread(narrowed.rest)
        topic = any(target.kind == "facet" for m in rest.mentions for target in m.targets)
        return self._drafter.evidence(rest) if topic else None

    def _opposite(self, question: Question, other: Question) -> Draft:
        """Which do not is said nowhere; which do, where any is said to."""
        told = self.draft(other, [self._drafter.evidence(other)])
        if told.status is not Status.ANSWERED:
            return declined(question, self._drafter.evidence(question))
        unsaid = partly([question.text], (), (), question, self._collection).sections[0]
        opening = replace(unsaid, opening=f"{unsaid.opening} Of these they say the opposite:")
        return replace(told, status=Status.PARTLY, sections=(opening, *told.sections))

    def without(self, question: Question, declined: bool = False) -> Draft | None:
        """The set that is asked for without what it leaves out by its meaning; None where nothing.

        Not where names or facts that decide are left out, which `narrow` sees, but where the whole
        is `declined`.
        """
        kinds = self._collection.settings.collection.kinds.values()
        parted = part(question.text, [kind for kind in kinds if kind.counted])
        found = not declined or leaves_out(question)  # of others than those named none is found
        seen = found and question.kind is Kind.LIST and self._sees(question)
        if not parted or question.link_kinds or seen:
            return None
        kept = self._drafter.read(parted.kept)
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
        return self.draft(kept, self._drafter.parts(kept), out)

    def _sees(self, question: Question) -> bool:
        """Whether all that is left out is a document, or a fact that decides."""
        facets = self._collection.settings.vocabulary.facets
        return bool(question.left_out) and all(
            any(t.kind == "document" or (t.facet and facets[t.facet].exact) for t in m.targets)
            for m in question.left_out
        )

    def _members(self, text: str) -> list[str]:
        """The ids of the documents that surely belong to the set that a text asks for."""
        question = self._drafter.reread(text)
        narrowed = narrow(question, self._collection)
        evidence = self._drafter.evidence(question)
        if not narrowed.decides and not evidence.telling and is_untold(evidence):
            return []
        rest = self._rest(question, narrowed) or evidence
        members = find_members(question, narrowed, evidence, rest)
        return [member.document.id for member in members if member.probability >= SURE]
