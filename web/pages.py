"""The plain pages and what they need: made on the server, readable without any script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, HTTPException, Query
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from corpus.types import Document
from service.questions import EARLIER_QUESTIONS, QUESTION_CHARACTERS
from web.answers import conversation
from web.export import to_markdown
from web.feedback import LONGEST_COMMENT, FeedbackStore
from web.graph import draw, drawn_kinds
from web.graph_down import draw_down
from web.quality import accepted_quality
from web.render import kind_label, plain_page, turn
from web.types import (
    Asked,
    PageSettings,
    QuestionError,
    Settings,
    check_earlier,
    check_question,
)

STATIC = Path(__file__).parent / "static"
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Questions = Annotated[list[str], Form(max_length=EARLIER_QUESTIONS + 1)]


def router(assistant: Asked, settings: Settings | None = None) -> APIRouter:
    """The routes of the plain pages, the static files, the exports and the feedback."""
    settings = settings or PageSettings()
    routes = APIRouter(include_in_schema=False)
    pages = Pages(assistant, settings)
    routes.add_api_route("/ask", pages.ask, response_class=HTMLResponse)
    routes.add_api_route("/documents", pages.documents, response_class=HTMLResponse)
    routes.add_api_route("/documents/{id}", pages.document, response_class=HTMLResponse)
    routes.add_api_route("/accessibility", pages.accessibility, response_class=HTMLResponse)
    routes.add_api_route("/how-it-works", pages.how_it_works, response_class=HTMLResponse)
    routes.add_api_route("/picture", pages.picture, response_class=HTMLResponse)
    routes.add_api_route("/embed", to_frame)
    routes.add_api_route("/export", pages.export, methods=["POST"])
    routes.add_api_route("/static/accent.css", pages.accent)
    routes.add_api_route("/static/logo", pages.logo)
    routes.add_api_route("/static/{name}", static)
    if settings.feedback:
        _add_feedback(routes, assistant, FeedbackStore(settings.feedback))
    return routes


class Pages:
    """The pages over one collection."""

    def __init__(self, assistant: Asked, settings: Settings) -> None:
        self._assistant, self._collection = assistant, assistant.collection
        self._settings = settings

    def ask(
        self,
        q: str = "",
        earlier: Annotated[list[str] | None, Query()] = None,
    ) -> Response:
        """The answer to `q` after the earlier questions, or the form alone."""
        asked, fault, turns = list(earlier or []), "", []
        try:
            asked = [*check_earlier(asked), check_question(q)] if q.strip() else asked
        except QuestionError as error:
            fault = str(error)
        if q.strip() and not fault:
            for number, answer in enumerate(conversation(self._assistant, asked), start=1):
                turns.append(turn(answer, self._collection, f"t{number}", chat=False))
        return self._page(
            "ask.html", "", 422 if fault else 200, turns=turns, fault=fault, earlier=asked,
            question=q.strip(), typed=q if fault else "", longest=QUESTION_CHARACTERS,
        )  # fmt: skip

    def documents(self) -> Response:
        """The whole collection by board and kind."""
        boards: dict[str, dict[str, list[Document]]] = {}
        for document in self._collection.documents:
            kinds = boards.setdefault(document.board, {})
            kinds.setdefault(kind_label(document.kind, self._collection), []).append(document)
        return self._page(
            "documents.html", "", boards=[(board, kinds.items()) for board, kinds in boards.items()]
        )

    def document(self, id: str) -> Response:
        """One document in full."""
        document = self._collection.by_id.get(id)
        if document is None:
            raise HTTPException(404, "There is no such document.")
        kind = kind_label(document.kind, self._collection)
        return self._page("document.html", "../", document=document, kind=kind)

    def accessibility(self) -> Response:
        """The accessibility statement."""
        return self._page("accessibility.html", "")

    def how_it_works(self) -> Response:
        """What the assistant does, on which texts, and its limits."""
        kinds = [
            (len([d for d in self._collection.documents if d.kind == name]), kind)
            for name, kind in self._collection.settings.collection.kinds.items()
        ]
        return self._page(
            "how_it_works.html", "", kinds=[k for k in kinds if k[0]],
            quality=accepted_quality(self._collection),
            feedback=self._settings.feedback is not None,
        )  # fmt: skip

    def picture(self) -> Response:
        """Who learned from whom, as a picture and in words."""
        if not drawn_kinds(self._collection):
            raise HTTPException(404, "This collection has no picture.")
        across, down = draw(self._collection), draw_down(self._collection)
        return self._page("picture.html", "", across=across, down=down)

    def export(
        self, question: Questions, format: Annotated[Literal["md", "docx"], Form()]
    ) -> Response:
        """A conversation as a file to keep."""
        try:
            asked = [check_question(text) for text in question]
        except QuestionError as error:
            raise HTTPException(422, str(error)) from error
        answers = conversation(self._assistant, asked)
        name = {"Content-Disposition": f'attachment; filename="conversation.{format}"'}
        if format == "md":
            text = to_markdown(answers, self._collection)
            return Response(text, media_type="text/markdown; charset=utf-8", headers=name)
        from web.word import to_word  # few take a Word file away, and every start would load it

        return Response(to_word(answers, self._collection), media_type=WORD, headers=name)

    def accent(self) -> Response:
        """The collection's one colour, for every page's style."""
        colour = self._collection.settings.collection.accent
        return Response(f":root{{--accent-given:{colour}}}", media_type="text/css")

    def logo(self) -> Response:
        """The collection's logo."""
        logo = self._collection.logo
        if logo is None:
            raise HTTPException(404, "This collection has no logo.")
        return FileResponse(logo)

    def _page(self, template: str, root: str, status: int = 200, **values: Any) -> HTMLResponse:
        return HTMLResponse(plain_page(template, self._collection, root, **values), status)


def to_frame() -> Response:
    """On to the widget's frame, whose address ends in a stroke."""
    return RedirectResponse("embed/", 308)


def static(name: str) -> Response:
    """A style, script or picture of the pages."""
    if name not in {path.name for path in _files()}:
        raise HTTPException(404, "There is no such file.")
    path = STATIC / name
    headers = {"Cache-Control": "public, max-age=3600"}
    return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], headers=headers)


def _files() -> Iterator[Path]:
    return (path for path in STATIC.iterdir() if path.suffix in MEDIA_TYPES)


def _add_feedback(routes: APIRouter, assistant: Asked, store: FeedbackStore) -> None:
    def give(question: Questions, helpful: Annotated[bool, Form()]) -> dict[str, str]:
        """Keep a verdict on the answer to the last of a conversation's questions."""
        try:
            *earlier, asked = [check_question(text) for text in question]
        except (QuestionError, ValueError) as error:
            raise HTTPException(422, "Feedback needs the question it is about.") from error
        return {"key": store.add(assistant.ask(asked, earlier), earlier, helpful)}

    def comment(
        key: Annotated[str, Form(max_length=64)],
        comment: Annotated[str, Form(max_length=LONGEST_COMMENT)],
    ) -> dict[str, bool]:
        """Put a comment to a verdict."""
        if not store.comment(key, comment):
            raise HTTPException(404, "There is no such feedback.")
        return {"kept": True}

    routes.add_api_route("/feedback", give, methods=["POST"])
    routes.add_api_route("/feedback/comment", comment, methods=["POST"])
