"""Problem details (RFC 9457): one form for everything that is refused or that fails."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

MEDIA_TYPE = "application/problem+json"
CLOSING = {"Connection": "close"}  # what a fault breaks off, the server closes behind it
SAFE = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


class Fault(BaseModel):
    """One thing that is wrong with a request: where it stands and what it is."""

    place: str = Field(examples=["body.question"])
    message: str = Field(examples=["Field required"])


class Problem(BaseModel):
    """Problem details as RFC 9457 has them; `errors` lists the faults of a request."""

    type: str = "about:blank"
    title: str = Field(examples=["Unprocessable Entity"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["The request is not as it should be: see errors."])
    errors: list[Fault] | None = None


def problem(
    status: int,
    detail: str,
    *,
    path: str = "",
    faults: list[Fault] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The response for a refusal or fault; under `/v1` it carries OpenAI's `error` as well."""
    title = HTTPStatus(status).phrase
    body: dict[str, Any] = Problem(
        title=title, status=status, detail=detail, errors=faults
    ).model_dump(exclude_none=True)
    if "/v1/" in path:
        kind = title.lower().replace(" ", "_")
        body["error"] = {"message": detail, "type": kind, "code": kind, "param": None}
    return JSONResponse(body, status, {**SAFE, **(headers or {})}, MEDIA_TYPE)


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of the given statuses: a problem, in problem details' own media type."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in statuses
    }


async def on_http(request: Request, error: Exception) -> JSONResponse:
    """The problem for a status that the framework or a route raised."""
    assert isinstance(error, HTTPException)
    return problem(
        error.status_code, str(error.detail), path=request.url.path, headers=error.headers
    )


async def on_invalid(request: Request, error: Exception) -> JSONResponse:
    """The problem for a request that breaks its form; what was sent is not repeated."""
    assert isinstance(error, RequestValidationError)
    faults = [
        Fault(place=".".join(str(step) for step in fault["loc"]), message=fault["msg"])
        for fault in error.errors()
    ]
    detail = "The request is not as it should be: see errors."
    return problem(422, detail, path=request.url.path, faults=faults)


async def on_failure(request: Request, error: Exception) -> JSONResponse:
    """The problem for a fault of the service itself; the log has the cause, the answer has not."""
    detail = "The service failed on this request. Please try again later."
    return problem(500, detail, path=request.url.path, headers=CLOSING)


def install(app: FastAPI) -> None:
    """Let every error of the app leave as problem details."""
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(Exception, on_failure)
