"""A question in its conversation in, a cited answer out: the steps in order."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.compose import compose
from assistant.conversation.standalone import resolve
from assistant.conversation.subjects import Turn, with_subject
from assistant.conversation.talk import turn_of
from assistant.drafting.draft import Draft, first_answered
from assistant.drafting.drafter import Drafter
from assistant.drafting.in_turn import asked_in_turn, joined
from assistant.drafting.refusals import partly
from assistant.finding.finder import Finder
from assistant.finding.topics import spelt
from assistant.language.answer_kinds import question_form
from assistant.language.clauses import clauses
from assistant.language.ordinals import with_chosen
from assistant.language.phrases import has_phrase, read_phrases
from assistant.language.spelling import common_by_letter, common_stems
from assistant.language.words import content, stem_set
from assistant.memory import settle
from assistant.reading.follow_up import names_a_thing
from assistant.reading.lexicon import Lexicon
from assistant.reading.question import Kind, Question, is_small_talk
from assistant.reading.read import read_question, readings
from assistant.reading.steering import without_orders
from assistant.suggestions import suggest
from assistant.types import Answer, Status
from corpus.types import Collection, Passage
from index.search import Index
from index.types import Encoder, Hit

RECENT, TRIED = 2, 3  # turns, and stories of theirs, of which a follow-up may be asked
REMEMBERED = 1024  # questions whose encoding, and whose answer in its conversation, is kept


class Assistant:
    """Answers questions over one collection; the same question gets the same answer."""

    def __init__(self, collection: Collection, index: Index, encoder: Encoder) -> None:
        self.collection, self._index = collection, index
        self._passages: dict[str, list[Passage]] = {d.id: [] for d in collection.documents}
        for passage in index.passages:
            self._passages[passage.document_id].append(passage)
        self._lexicon = Lexicon(collection)
        self._encode = lru_cache(REMEMBERED)(lambda text: encoder.encode([text])[0])
        self._remembered = lru_cache(REMEMBERED)(self._last_answer)
        self.finder = Finder(collection, index, self._lexicon, self._encode)
        self._drafter = Drafter(self.finder)

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to `question`, asked after the `earlier` questions of its conversation."""
        return self._remembered((*earlier, question))

    def warm_up(self) -> None:
        """Read once what questions are held against, and English, so that nobody waits for it.

        The collection's examples are asked too, and what is not told, and forgotten.
        """
        common_stems()
        common_by_letter()
        read_phrases()
        self.finder.written.read()
        documents = self.collection.documents
        sentences = [sentence.text for sentence in self._index.sentences]
        for text in (*(document.text for document in documents), *sentences):
            stem_set(text)
        for text in (*(document.title for document in documents), *sentences):
            spelt(text)
        unsaid = self.finder.written.texts["unsaid"][:1]
        for text in (*self.collection.settings.collection.examples, *unsaid):
            self.ask(text)
        self._encode.cache_clear()
        self._remembered.cache_clear()
        settle()

    def _last_answer(self, questions: tuple[str, ...]) -> Answer:
        """The answer to the last of a conversation's questions; those before it are remembered."""
        before = [self._remembered(questions[:count]) for count in range(1, len(questions))]
        return self._answer(questions[-1], [turn_of(answer, self._lexicon) for answer in before])

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """The best passages for a text, best first."""
        return self._index.search(text, self._encode(text), limit)

    def read(self, text: str) -> Question:
        """A question that stands alone, read with the collection's names, its slips mended."""
        return read_question(self._lexicon.correct(text), self._lexicon, self.collection.settings)

    def _draft(self, text: str) -> Draft:
        """What is answered to a text that stands alone: to all of it, or to each part in turn.

        So too where all is not told, and the first part asks who has to do with whom.
        """
        parts = asked_in_turn(text, self.finder.read)
        draft = self._in_turn(parts) if parts else None
        if draft:
            return draft
        read = readings(text, self._lexicon, self.collection.settings)
        whole = first_answered(map(self._drafter.draft, read))
        apart = clauses(text)
        if whole.is_untold and len(apart) > 1 and self.read(apart[0]).kind is Kind.RELATION:
            return self._in_turn(apart) or whole
        return whole

    def _in_turn(self, parts: Sequence[str]) -> Draft | None:
        """The parts answered as if they were asked one after another; None where none can be."""
        turns: list[Turn] = []
        told, links, missing = [], [], []
        for part in parts:
            text = resolve(part, turns, self._lexicon, self.collection)
            read = self.read(text)
            if read.kind is Kind.LINK and not read.documents and turns and turns[-1].documents:
                shown = self.collection.by_id[turns[-1].documents[0]]
                text = f"{text.rstrip('?. ')} ({shown.name})?"
            draft = self._draft(text)
            turns.append(Turn(text, draft.documents))
            if read.kind is Kind.LINK:
                links.append(draft)
            elif draft.status is Status.ANSWERED:
                told.append(draft)
            else:
                missing.append(text)
        if not told and not links:
            return None
        question = self.read(turns[0].searched_for)
        unsaid = partly(missing, (), question, self.collection) if missing else None
        return joined(told, links, unsaid)

    def _of_another(self, question: str, turns: Sequence[Turn]) -> tuple[str, Draft] | None:
        """A follow-up that names nothing, as it is answered of one spoken of before; else None.

        Not where it says next to nothing (`what else?`) or asks why, nor where the question before
        names one or chose it among several, which is spoken of still.
        """
        kinds = (Kind.FACT, Kind.LINK)
        last = turns[-1]
        chose = has_phrase("among", last.searched_for) and len(last.documents) == 1
        one = chose or len(self.read(last.searched_for).documents) == 1
        cited = [turn.documents for turn in turns]
        of_stories = all(name in self.collection.counted for name in last.documents)
        pointed = of_stories and with_chosen(question, (), cited, self.collection)
        asks = content(question) and not pointed and self.read(question).kind in kinds
        why = question_form(question) == "reason"
        if not asks or why or one or names_a_thing(question, self._lexicon):
            return None
        spoken = [name for turn in reversed(turns[-RECENT:]) for name in turn.documents]
        stories = [name for name in dict.fromkeys(spoken) if name in self.collection.counted]
        for name in stories[:TRIED]:
            called = self.collection.by_id[name].name
            text = with_subject(question, called, turns[-1], self._lexicon)
            draft = self._draft(text)
            if draft.status is Status.ANSWERED and draft.documents == (name,):
                return text, draft
        return None

    def _answer(self, asked: str, turns: Sequence[Turn]) -> Answer:
        honest = without_orders(asked)
        corrected = honest if is_small_talk(honest) else self._lexicon.correct(honest)
        text = resolve(corrected, turns, self._lexicon, self.collection)
        draft = self._draft(text)
        untold = draft.status in (Status.PARTLY, Status.NOT_COVERED)
        # of two that are listed each is told of, or said not to be
        if untold and turns and len(self.read(text).documents) != 2:
            text, draft = self._of_another(corrected, turns) or (text, draft)
        answer = compose(draft, asked, text, self.collection, self._passages)
        before = [asked, text, *(turn.searched_for for turn in turns)]
        suggestions = suggest(answer.status, answer.documents, before, self.collection)
        return replace(answer, suggestions=suggestions)
