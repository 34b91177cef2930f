"""Insight as a model, driven by the `openai` package."""

from collections.abc import Callable

import httpx
import openai
import pytest

from tests.service.fake import FakeAssistant
from tests.service.test_api import as_json

QUESTION = "What is the House Project?"
KEY = "a key for the tests"


@pytest.fixture
def chat(client: httpx.Client) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{client.base_url}/v1", api_key=KEY, max_retries=0)


def test_a_whole_completion_has_text_sources_and_annotations(
    chat: openai.OpenAI, client: httpx.Client, assistant: FakeAssistant
) -> None:
    reply = chat.chat.completions.create(
        model="insight", messages=[{"role": "user", "content": QUESTION}]
    )
    answer = assistant.ask(QUESTION)
    message = reply.choices[0].message
    assert (reply.model, reply.choices[0].finish_reason) == ("insight", "stop")
    assert message.content is not None
    assert message.content.startswith(answer.text)
    citation = answer.citations[0]
    line = f"- [1] {citation.title} ({citation.board}, {citation.section}): “{citation.quote}” "
    address = f"{client.base_url}/documents/{citation.document_id}"
    assert line + address in message.content.splitlines()
    assert message.annotations is not None
    cited = message.annotations[0].url_citation
    assert message.content[cited.start_index : cited.end_index] == "[1]"
    assert (cited.title, cited.url) == (citation.title, address)
    assert reply.model_extra is not None
    assert reply.model_extra["insight"] == as_json(answer.to_dict())


def test_a_streamed_completion_is_the_same_in_pieces(chat: openai.OpenAI) -> None:
    messages: list[openai.types.chat.ChatCompletionMessageParam] = [
        {"role": "user", "content": QUESTION}
    ]
    whole = chat.chat.completions.create(model="insight", messages=messages)
    pieces = list(chat.chat.completions.create(model="insight", messages=messages, stream=True))
    text = "".join(piece.choices[0].delta.content or "" for piece in pieces)
    assert text == whole.choices[0].message.content
    assert pieces[-1].choices[0].finish_reason == "stop"
    annotations = [
        (piece.choices[0].delta.model_extra or {}).get("annotations") for piece in pieces
    ]
    expected = whole.choices[0].message.annotations
    assert expected is not None
    assert [a for a in annotations if a] == [[note.model_dump() for note in expected]]


def test_earlier_turns_come_from_the_messages_of_the_person(chat: openai.OpenAI) -> None:
    reply = chat.chat.completions.create(
        model="insight",
        messages=[
            {"role": "system", "content": "Speak of Pause only."},
            {"role": "user", "content": [{"type": "text", "text": QUESTION}]},
            {"role": "assistant", "content": "It is a project. [1]"},
            {"role": "user", "content": "Who runs it?"},
        ],
        temperature=0.2,
    )
    assert reply.model_extra is not None
    assert reply.model_extra["insight"]["searched_for"] == QUESTION


def test_the_models_are_one(chat: openai.OpenAI) -> None:
    assert [model.id for model in chat.models.list()] == ["insight"]


def test_a_wrong_key_or_model_or_form_is_told_in_the_package_s_own_errors(
    chat: openai.OpenAI,
) -> None:
    say: list[openai.types.chat.ChatCompletionMessageParam] = [{"role": "user", "content": "x"}]
    with pytest.raises(openai.AuthenticationError, match="Wrong or missing key"):
        chat.with_options(api_key="wrong").models.list()
    with pytest.raises(openai.NotFoundError, match="only model here is 'insight'"):
        chat.chat.completions.create(model="other", messages=say)
    with pytest.raises(openai.UnprocessableEntityError, match="no question"):
        chat.chat.completions.create(model="insight", messages=[{"role": "system", "content": "x"}])
    with pytest.raises(openai.UnprocessableEntityError, match="2000 characters"):
        chat.chat.completions.create(
            model="insight", messages=[{"role": "user", "content": "x" * 2001}]
        )


def test_it_is_off_unless_a_key_is_set(start: Callable[..., httpx.Client]) -> None:
    client = start(page=True)
    assert client.get("/v1/models").status_code == 404
    assert client.post("/v1/chat/completions", json={}).status_code == 404
