"""Insight as a tool for other assistants (MCP): ask, search, read and list, the same contract."""

from dataclasses import asdict
from functools import partial
from typing import Annotated, Any

from anyio import to_thread
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from pydantic import Field
from starlette.routing import BaseRoute

from service.api import FOUND_AT_MOST, Text
from service.desk import Desk
from service.documents import found, summary, whole
from service.questions import EARLIER_QUESTIONS

INSTRUCTIONS = (
    "Answers rest on one trusted collection. Quote `citations` word for word, keep their markers "
    "and links, and say so where `status` is `partly` or `not_covered`."
)


def server(desk: Desk) -> MCPServer:
    """A tool server over the desk; it keeps nothing between calls."""
    collection = desk.collection
    about = f"{collection.settings.collection.title}. {INSTRUCTIONS}"
    tools: MCPServer = MCPServer("insight", title="Insight", instructions=about)

    @tools.tool()
    async def ask(
        question: Text,
        earlier: Annotated[list[Text], Field(max_length=EARLIER_QUESTIONS)] = [],  # noqa: B006
    ) -> dict[str, Any]:
        """Answer a question from the collection, with the exact words that the answer rests on.

        `earlier` are the questions asked before it in the same conversation, oldest first.
        """
        return (await to_thread.run_sync(desk.ask, question, earlier)).to_dict()

    @tools.tool()
    async def search(
        query: Text, limit: Annotated[int, Field(ge=1, le=FOUND_AT_MOST)] = 10
    ) -> dict[str, Any]:
        """Find the passages that bear most on some words, best first."""
        hits = await to_thread.run_sync(partial(desk.search, query, limit))
        passages = [asdict(found(hit, collection.by_id[hit.passage.document_id])) for hit in hits]
        return {"query": query, "hits": passages}

    @tools.tool()
    async def get_document(id: str) -> dict[str, Any]:
        """Read one document whole; a citation's `start` and `end` count in its `text`."""
        if id not in collection.by_id:
            raise ToolError("The collection has no document with this id: see list_documents.")
        return asdict(whole(collection.by_id[id]))

    @tools.tool()
    async def list_documents() -> dict[str, Any]:
        """List every document of the collection, without its text."""
        return {"documents": [asdict(summary(document)) for document in collection.documents]}

    return tools


def routes(tools: MCPServer) -> list[BaseRoute]:
    """The route `/mcp`; who may come in is decided by the service's own gate, in front of it."""
    app = tools.streamable_http_app(
        stateless_http=True,
        json_response=True,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return list(app.routes)
