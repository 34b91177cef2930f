"""The API keeps to what it says of itself, on requests that schemathesis makes up."""

from typing import Any

import schemathesis
from hypothesis import settings

from server import create_app
from service.settings import Settings
from tests.service.fake import FakeAssistant

RATE = {"a_minute": 60_000, "burst": 60_000}
PLENTY = {"per_address": RATE, "per_site": RATE}
SETTINGS = {"page": False, "limits": PLENTY, "host": "0.0.0.0"}
APP = create_app(FakeAssistant(), Settings.model_validate(SETTINGS))
schema = schemathesis.openapi.from_asgi("/openapi.json", APP)


@schema.parametrize()
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_api_keeps_to_its_schema(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate()
