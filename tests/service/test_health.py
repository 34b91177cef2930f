"""Alive, ready, figures and logs."""

import json
import logging
import threading
import time
from collections.abc import Callable, Sequence

import httpx
import pytest

from assistant.types import Answer
from service.logs import JsonLines
from tests.service.fake import FakeAssistant

ASK = {"question": "What is the House Project?"}


class Held(FakeAssistant):
    """An assistant whose first answer waits until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def ask(self, question: str, earlier: Sequence[str] = ()) -> Answer:
        assert self.go.wait(10)
        return super().ask(question, earlier)


def test_alive_at_once_and_ready_after_a_first_answer(start: Callable[..., httpx.Client]) -> None:
    held = Held()
    client = start(held)
    assert (client.get("/healthz").status_code, client.get("/readyz").status_code) == (200, 503)
    held.go.set()
    assert client.post("/api/ask", json=ASK).status_code == 200  # its turn comes after the warm-up
    assert client.get("/readyz").json() == {"status": "ready"}


def figure(client: httpx.Client, name: str) -> float:
    lines = client.get("/metrics").text.splitlines()
    return next((float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(name)), 0.0)


def test_the_figures_count_requests_answers_and_seconds(client: httpx.Client) -> None:
    names = (
        'insight_requests_total{method="POST",route="/api/ask",status="200"}',
        'insight_requests_total{method="POST",route="/api/ask",status="422"}',
        'insight_answers_total{status="answered"}',
        'insight_answers_total{status="not_covered"}',
        "insight_answer_seconds_count",
        'insight_request_seconds_count{route="/api/ask"}',
    )
    before = [figure(client, name) for name in names]
    for question in ("What is the House Project?", "Who won the cup?", ""):
        client.post("/api/ask", json={"question": question})
    after = [figure(client, name) for name in names]
    assert [b - a for a, b in zip(before, after, strict=True)] == [2, 1, 1, 1, 2, 3]


def test_unknown_paths_share_one_label(client: httpx.Client) -> None:
    client.get("/made-up-by-a-visitor")
    assert "made-up" not in client.get("/metrics").text


def test_a_log_line_is_json_without_the_question(
    client: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    client.post("/api/ask", json=ASK)
    client.get("/api/search", params={"q": "a private matter"})
    client.post("/api/ask", json={"question": "break down over a private matter"})
    deadline = time.monotonic() + 10  # the server tells of the fault after it has answered
    while not _has_fault(caplog) and time.monotonic() < deadline:
        time.sleep(0.01)
    ours = ("insight.request", "insight.answer", "uvicorn.error")
    records = [record for record in caplog.records if record.name in ours]
    text = "\n".join(JsonLines().format(record) for record in records)
    requests = [line for line in map(json.loads, text.splitlines()) if line["message"] == "request"]
    assert [(line["route"], line["status"]) for line in requests] == [
        ("/api/ask", 200), ("/api/search", 200), ("/api/ask", 500),
    ]  # fmt: skip
    assert requests[0]["client"] == "127.0.0.1"
    assert "RuntimeError" in text
    assert "House Project" not in text
    assert "private" not in text


def _has_fault(caplog: pytest.LogCaptureFixture) -> bool:
    return any(record.levelno == logging.ERROR for record in caplog.records)


def test_questions_are_logged_where_a_setting_asks_for_it(
    start: Callable[..., httpx.Client], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    start(log_questions=True).post("/api/ask", json=ASK)
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records]
    logged = [line for line in lines if line["message"] == "answer"]
    assert [(line["question"], line["status"]) for line in logged] == [
        (ASK["question"], "answered")
    ]
