"""A question and what was said before it, as the steps that make it stand alone see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.conversation.subjects import OTHER_THAN, Turn, exemplified
from assistant.language.ordinals import joined
from assistant.language.phrases import consists_of, has_phrase, starts_with
from assistant.reading.follow_up import after, names_a_place, names_in, pronoun
from assistant.reading.lexicon import Lexicon
from assistant.types import Answer, Status
from corpus.types import Collection


def turn_of(answer: Answer, lexicon: Lexicon) -> Turn:
    """What an answer leaves to speak of: not what is merely nearest to what isn't told.

    Where others than some were asked for and none are told, there is nothing.
    """
    asked = answer.searched_for
    if answer.status is Status.ANSWERED:
        nearest = has_phrase("nearest", answer.text.partition("\n")[0])
        return Turn(asked, answer.documents, nearest=nearest)
    if OTHER_THAN in asked:
        return Turn(asked, ())
    named = names_in(asked, lexicon)
    covered = answer.status is not Status.NOT_COVERED
    placed = not named and names_a_place(asked, lexicon)
    spoken_of = dict.fromkeys(name for m in named for name in m.names("document")[:1])
    return Turn(asked, answer.documents if placed else tuple(spoken_of), covered)


@dataclass(frozen=True)
class Talk:
    """A question and the turns before it, small talk left out; at least one."""

    question: str
    turns: Sequence[Turn]
    lexicon: Lexicon
    collection: Collection

    @property
    def last(self) -> Turn:
        """The turn before."""
        return self.turns[-1]

    @property
    def whole(self) -> Turn:
        """The turn before, or else that before it of which examples were asked for."""
        asked = (turn for turn in reversed(self.turns) if not exemplified(turn.searched_for))
        return next(asked, self.last)

    @property
    def told(self) -> list[Turn]:
        """The turns whose answers don't just come near to what was asked."""
        return [turn for turn in self.turns if not turn.nearest]

    @property
    def cited(self) -> list[tuple[str, ...]]:
        """For each turn the ids of the documents that its answer cites."""
        return [turn.documents for turn in self.turns]

    @cached_property
    def named(self) -> list[str]:
        """The ids of the documents that the question before names, none where it chose one."""
        last = self.last
        if has_phrase("among", last.searched_for) and last.documents and not last.nearest:
            return []
        asked = self.lexicon.mentions(last.searched_for)
        return list(dict.fromkeys(n for m in asked for n in m.names("document")[:1]))

    @cached_property
    def spoken_of(self) -> set[str]:
        """The ids of the documents that any question before names."""
        asked = (turn.searched_for for turn in self.turns)
        named = (m for text in asked for m in self.lexicon.mentions(text))
        return {name for mention in named for name in mention.names("document")}

    @cached_property
    def of_several(self) -> bool:
        """Whether the question before was asked of several that were listed (`A, B and C`)."""
        names = joined([self.name(document) for document in self.named])
        return len(self.named) > 1 and names in self.last.searched_for

    @cached_property
    def bare(self) -> bool:
        """Whether the question says next to nothing (`why?`, `tell me more`)."""
        asked = starts_with("bare", self.rest)
        if asked and pronoun(after(self.rest, asked)) is not None:  # `who is it for?`
            return False
        return consists_of(("bare", "more", "ellipsis", "filler"), self.question)

    @cached_property
    def rest(self) -> str:
        """The question without what leads up to it (`and`); all of it where nothing does."""
        rest = self.question
        while skipped := starts_with("ellipsis", rest):  # `ok and ...`
            rest = after(rest, skipped)
        return rest or self.question

    @property
    def goes_on(self) -> bool:
        """Whether something leads up to the question (`and in Leeds?`)."""
        return bool(starts_with("ellipsis", self.question))

    @cached_property
    def pointing(self) -> int | None:
        """The number of the word that points back; None where none does."""
        return pronoun(self.question, self.lexicon.mentions(self.question))

    def name(self, document_id: str) -> str:
        """What a document is called."""
        return self.collection.by_id[document_id].name

    def is_story(self, document_id: str) -> bool:
        """Whether a document is one of those that are counted."""
        return document_id in self.collection.counted
