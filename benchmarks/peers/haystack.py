"""Haystack in memory: the embedding retriever, or that and BM25 in its hybrid pipeline."""

from collections.abc import Sequence
from pathlib import Path

from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import (
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

from benchmarks.peers.process import DEPTH, main


class Haystack:
    """`hybrid`: reciprocal rank fusion of both retrievers; of equals, the first one's text."""

    def __init__(self, model: Path, hybrid: bool) -> None:
        self._model, self._hybrid = str(model), hybrid

    def load_model(self) -> None:
        """That which embeds texts, warmed up."""
        self._embedder = SentenceTransformersDocumentEmbedder(model=self._model, progress_bar=False)
        self._embedder.warm_up()

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """Embed, write to the store, and keep that as its JSON."""
        documents = [
            Document(id=f"{place}", content=text, meta={"place": place})
            for place, text in enumerate(texts)
        ]
        store = InMemoryDocumentStore()
        store.write_documents(self._embedder.run(documents)["documents"])
        store.save_to_disk(str(folder / "store.json"))

    def open(self, folder: Path) -> None:
        """The kept store behind a pipeline."""
        store = InMemoryDocumentStore.load_from_disk(str(folder / "store.json"))
        pipeline = Pipeline()
        embedder = SentenceTransformersTextEmbedder(model=self._model, progress_bar=False)
        pipeline.add_component("embedder", embedder)
        pipeline.add_component("meaning", InMemoryEmbeddingRetriever(store, top_k=DEPTH))
        pipeline.connect("embedder.embedding", "meaning.query_embedding")
        if self._hybrid:
            joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=DEPTH)
            pipeline.add_component("words", InMemoryBM25Retriever(store, top_k=DEPTH))
            pipeline.add_component("joiner", joiner)
            pipeline.connect("meaning", "joiner")
            pipeline.connect("words", "joiner")
        self._pipeline, self._last = pipeline, "joiner" if self._hybrid else "meaning"

    def ask(self, query: str) -> list[int]:
        """One run of the pipeline."""
        inputs = {"embedder": {"text": query}}
        if self._hybrid:
            inputs["words"] = {"query": query}
        found = self._pipeline.run(inputs)[self._last]["documents"]
        return [document.meta["place"] for document in found]


if __name__ == "__main__":
    main(Haystack)
