"""A question in its conversation in, a cited answer out: the steps in order."""

from collections.abc import Sequence

from assistant.types import Answer, AnswerLink, Citation, Status
from corpus.types import Collection
from index.search import Index
from index.types import Encoder, Hit


class Assistant:
    """Answers questions over one collection; the same question gets the same answer."""

    def __init__(self, collection: Collection, index: Index, encoder: Encoder) -> None:
        self.collection, self._index, self._encoder = collection, index, encoder

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        """The answer to `question`, asked after the `earlier` questions of its conversation."""
        query = self._encoder.encode([question])[0]
        ranking = self._index.sentence_ranker.rank(question, query)
        sentence = self._index.sentences[int(ranking.ids[0])]
        document = self.collection.by_id[sentence.document_id]
        links = tuple(AnswerLink(link.kind, link.label, link.url) for link in document.links)
        citation = Citation(
            1, document.id, document.title, document.board, document.section, document.kind,
            sentence.text, sentence.start, sentence.end, document.text, links,
        )
        return Answer(question, question, Status.ANSWERED, f"{sentence.text} [1]", (citation,))

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """The best passages for `text`, best first."""
        return self._index.search(text, self._encoder.encode([text])[0], limit)
