"""The HTTP API: ask, list, read and search, with the answer contract as it is everywhere."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.types import Answer
from service.desk import Desk
from service.documents import (
    DocumentList,
    SearchResult,
    WholeDocument,
    found,
    summary,
    whole,
)
from service.problems import described
from service.questions import EARLIER_QUESTIONS, QUESTION_CHARACTERS

FOUND_AT_MOST = 50

Text = Annotated[
    str, Field(min_length=1, max_length=QUESTION_CHARACTERS, pattern=r"[^\s\x00-\x1f]")
]
EXAMPLE: dict[str, Any] = {
    "question": "Who runs it locally?",
    "earlier": ["How is Pause kept faithful to its model?"],
}


class Question(BaseModel):
    """A question, with the questions that the same person asked before it, oldest first."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})
    question: Text
    earlier: list[Text] = Field(default=[], max_length=EARLIER_QUESTIONS)


def router(desk: Desk) -> APIRouter:
    """The routes under `/api`."""
    routes = APIRouter(prefix="/api", tags=["Insight"])
    documents = desk.collection.by_id

    @routes.post("/ask", response_model=Answer, responses=described(400, 413, 422, 429, 503))
    def ask(question: Question) -> JSONResponse:
        """Answer a question from the collection, with the exact words that the answer rests on.

        Nothing is remembered between requests: send the conversation's earlier questions along.
        """
        return JSONResponse(desk.ask(question.question, question.earlier).to_dict())

    @routes.get("/documents", response_model=DocumentList, responses=described(429))
    def list_documents() -> DocumentList:
        """List every document of the collection, without its text."""
        return DocumentList(tuple(summary(document) for document in documents.values()))

    @routes.get("/documents/{id}", response_model=WholeDocument, responses=described(404, 422, 429))
    def read_document(
        id: Annotated[str, Path(max_length=200, examples=[next(iter(documents))])],
    ) -> WholeDocument:
        """Read one document whole; a citation's `start` and `end` count in its `text`."""
        if id not in documents:
            raise HTTPException(404, "The collection has no document with this id.")
        return whole(documents[id])

    @routes.get("/search", response_model=SearchResult, responses=described(422, 429, 503))
    def search(
        q: Annotated[Text, Query(examples=["foster care"])],
        limit: Annotated[int, Query(ge=1, le=FOUND_AT_MOST)] = 10,
    ) -> SearchResult:
        """Find the passages that bear most on some words, best first."""
        hits = desk.search(q, limit)
        return SearchResult(
            q, tuple(found(hit, documents[hit.passage.document_id]) for hit in hits)
        )

    return routes
