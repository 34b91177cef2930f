"""LangChain over FAISS: the vector store's retriever, or that and BM25 in an ensemble."""

import re
from collections.abc import Sequence
from pathlib import Path

import Stemmer
from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings

from benchmarks.peers.process import DEPTH, main

STEMMER = Stemmer.Stemmer("english")


class LangChain:
    """`hybrid`: reciprocal rank fusion with BM25, half and half, each asked for the same number."""

    def __init__(self, model: Path, hybrid: bool) -> None:
        self._embeddings = HuggingFaceEmbeddings(model_name=str(model))
        self._hybrid = hybrid

    def load_model(self) -> None:
        """It is loaded."""

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """Vectors and texts; BM25 is not kept by LangChain, and made when opened."""
        places = [{"place": place} for place in range(len(texts))]
        FAISS.from_texts(list(texts), self._embeddings, metadatas=places).save_local(str(folder))

    def open(self, folder: Path) -> None:
        """The saved store, and BM25 over its texts."""
        store = FAISS.load_local(
            str(folder), self._embeddings, allow_dangerous_deserialization=True
        )
        self._retriever = store.as_retriever(search_kwargs={"k": DEPTH})
        if self._hybrid:
            names = store.index_to_docstore_id.values()
            words = BM25Retriever.from_documents(
                [store.docstore.search(name) for name in names], preprocess_func=_stems, k=DEPTH
            )
            self._retriever = EnsembleRetriever(
                retrievers=[self._retriever, words], weights=[0.5, 0.5]
            )

    def ask(self, query: str) -> list[int]:
        """The best of the store, or of both lists."""
        return [d.metadata["place"] for d in self._retriever.invoke(query)][:DEPTH]


def _stems(text: str) -> list[str]:
    """What BM25 counts; by default it would be whatever stands between two blanks."""
    return [str(stem) for stem in STEMMER.stemWords(re.findall(r"\w+", text.lower()))]


if __name__ == "__main__":
    main(LangChain)
