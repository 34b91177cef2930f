"""The tool server, driven by a real client over HTTP and over stdin and stdout."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client

from tests.service.fake import FakeAssistant
from tests.service.test_api import as_json

ROOT = Path(__file__).parents[2]
QUESTION = "What is the House Project?"


async def use(transport: Any) -> dict[str, Any]:
    """What a client sees and gets of every tool."""
    async with Client(transport) as client:
        tools = await client.list_tools()
        answer = await client.call_tool("ask", {"question": "Who runs it?", "earlier": [QUESTION]})
        listed = await client.call_tool("list_documents", {})
        document = await client.call_tool("get_document", {"id": "pause"})
        hits = await client.call_tool("search", {"query": "foster", "limit": 2})
        wrong = await client.call_tool("get_document", {"id": "none-such"})
        empty = await client.call_tool("ask", {"question": ""})
        return {
            "tools": [tool.name for tool in tools.tools],
            "answer": answer.structured_content,
            "documents": listed.structured_content["documents"],
            "document": document.structured_content,
            "hits": hits.structured_content["hits"],
            "refused": [wrong.is_error, empty.is_error],
        }


def test_over_http_every_tool_gives_what_the_api_gives(
    client: httpx.Client, assistant: FakeAssistant
) -> None:
    got = asyncio.run(use(streamable_http_client(f"{client.base_url}/mcp")))
    assert got["tools"] == ["ask", "search", "get_document", "list_documents"]
    assert got["answer"] == as_json(assistant.ask("Who runs it?", [QUESTION]).to_dict())
    assert got["documents"] == client.get("/api/documents").json()["documents"]
    assert got["document"] == client.get("/api/documents/pause").json()
    assert got["hits"] == client.get("/api/search?q=foster&limit=2").json()["hits"]
    assert got["refused"] == [True, True]


def test_over_stdio_the_command_serves_the_same_tools() -> None:
    server = StdioServerParameters(
        command=sys.executable, args=[str(ROOT / "cli.py"), "mcp"], env=dict(os.environ)
    )
    got = asyncio.run(use(stdio_client(server)))
    assert got["tools"] == ["ask", "search", "get_document", "list_documents"]
    citation = got["answer"]["citations"][0]
    texts = {d["id"]: d for d in got["documents"]}
    assert citation["document_id"] in texts
    text = got["document"]["text"]
    assert (got["document"]["id"], len(got["hits"])) == ("pause", 2)
    assert all(
        text[h["start"] : h["end"]] == h["passage"]
        for h in got["hits"]
        if h["document_id"] == "pause"
    )
    assert got["refused"] == [True, True]


def test_there_is_no_tool_server_unless_it_is_switched_on(start: Any) -> None:
    client = start(page=True)
    assert client.post("/mcp", json={}).status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]"])
def test_a_broken_call_is_refused(client: httpx.Client, body: bytes) -> None:
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    assert client.post("/mcp", content=body, headers=headers).status_code == 400
