"""The API: the answer contract as it is, documents, search, and problem details for faults."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.service.fake import FakeAssistant

QUESTION = "What is the House Project?"


def test_an_answer_is_the_contract_unchanged(
    client: httpx.Client, assistant: FakeAssistant
) -> None:
    reply = client.post("/api/ask", json={"question": QUESTION})
    assert reply.status_code == 200
    assert reply.json() == as_json(assistant.ask(QUESTION).to_dict())
    citation = reply.json()["citations"][0]
    text = client.get(f"/api/documents/{citation['document_id']}").json()["text"]
    assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_request_carries_its_conversation(client: httpx.Client) -> None:
    body = {"question": "Who runs it?", "earlier": ["Hello", QUESTION]}
    reply = client.post("/api/ask", json=body).json()
    assert (reply["status"], reply["searched_for"]) == ("answered", QUESTION)
    assert (
        client.post("/api/ask", json={"question": "Who runs it?"}).json()["status"] == "not_covered"
    )


def test_documents_are_all_listed_and_each_can_be_read(
    client: httpx.Client, assistant: FakeAssistant
) -> None:
    listed = client.get("/api/documents").json()["documents"]
    assert [d["id"] for d in listed] == [d.id for d in assistant.collection.documents]
    first = client.get(f"/api/documents/{listed[0]['id']}").json()
    assert {key: first[key] for key in listed[0]} == listed[0]
    assert first["text"] == assistant.collection.documents[0].text


def test_search_gives_hits_best_first(client: httpx.Client, assistant: FakeAssistant) -> None:
    reply = client.get("/api/search", params={"q": "foster", "limit": 3}).json()
    expected = assistant.search("foster", 3)
    assert [hit["document_id"] for hit in reply["hits"]] == [
        h.passage.document_id for h in expected
    ]
    assert [hit["rank"] for hit in reply["hits"]] == [1, 2, 3]
    assert [hit["score"] for hit in reply["hits"]] == [1, 1 / 2, 1 / 3]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "body.question"),
        ({"question": ""}, "body.question"),
        ({"question": " \n\t"}, "body.question"),
        ({"question": "x" * 2001}, "body.question"),
        ({"question": 7}, "body.question"),
        ({"question": "x", "earlier": ["y"] * 21}, "body.earlier"),
        ({"question": "x", "earlier": ["y", "z" * 2001]}, "body.earlier.1"),
        ({"question": "x", "model": "y"}, "body.model"),
        ([], "body"),
    ],
)
def test_a_broken_question_is_refused_with_its_place(
    client: httpx.Client, body: Any, place: str
) -> None:
    reply = client.post("/api/ask", json=body)
    assert (reply.status_code, reply.headers["content-type"]) == (422, "application/problem+json")
    problem = reply.json()
    assert (problem["title"], problem["status"]) == ("Unprocessable Entity", 422)
    assert [fault["place"] for fault in problem["errors"]] == [place]


def test_half_a_surrogate_pair_is_refused_not_failed_on(client: httpx.Client) -> None:
    json = {"Content-Type": "application/json"}
    reply = client.post("/api/ask", content=b'{"question": "\\ud800"}', headers=json)
    assert reply.status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/api/documents/none-such", 404, "Not Found"),
        ("GET", "/api/nothing", 404, "Not Found"),
        ("GET", "/api/search", 422, "Unprocessable Entity"),
        ("GET", "/api/search?q=x&limit=51", 422, "Unprocessable Entity"),
        ("DELETE", "/api/ask", 405, "Method Not Allowed"),
    ],
)
def test_every_error_is_a_problem(
    client: httpx.Client, method: str, path: str, status: int, title: str
) -> None:
    reply = client.request(method, path)
    assert (reply.status_code, reply.headers["content-type"]) == (
        status,
        "application/problem+json",
    )
    assert (reply.json()["title"], reply.json()["status"]) == (title, status)


def test_a_failure_of_the_service_tells_nothing_of_itself(client: httpx.Client) -> None:
    reply = client.post("/api/ask", json={"question": "break down, secretly"})
    assert (reply.status_code, reply.headers["content-type"]) == (500, "application/problem+json")
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["connection"] == "close"
    assert "secretly" not in reply.text
    assert "RuntimeError" not in reply.text


def test_the_api_describes_itself_with_examples(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert list(paths) == ["/api/ask", "/api/documents", "/api/documents/{id}", "/api/search"]
    assert "swagger-ui.js" in client.get("/docs").text
    assert client.get("/docs/swagger-ui.js").status_code == 200


def test_the_api_s_page_shows_itself_under_its_own_strict_policy(
    client: httpx.Client, page: Page
) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{client.base_url}/docs")
    expect(page.get_by_text("/api/ask", exact=True)).to_be_visible()
    assert [text for text in refused if "Content Security Policy" in text] == []


def as_json(value: Any) -> Any:
    """What JSON makes of a value: tuples become lists."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    return [as_json(item) for item in value] if isinstance(value, list | tuple) else value
