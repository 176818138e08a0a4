"""Pushes events to a consumer's door as Pub/Sub does."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

from flask import Flask, Response, request

from shared_lib.kernel.events import Event
from shared_lib.web.pushes import Pushes, SecretCaller
from tests.visits import NOW

SECRET = "the secret in the address"


def pushes(*, known: Callable[[Event], bool] = lambda _: True) -> Pushes:
    """Return pushes that are believed where they show the secret, of events that are all known unless said."""
    return Pushes(SecretCaller(SECRET), SimpleNamespace(knows=known))


def push(door: Callable[[Any], Any], event: Event, **changes: str) -> Response:
    """Push an event, with other attributes where some are given, and return the answer."""
    return push_body(door, {"message": message_of(event, **changes), "subscription": "projects/p/subscriptions/s"})


def message_of(event: Event, **changes: str) -> dict[str, Any]:
    return {"attributes": event.attributes | changes, "data": "", "messageId": "1", "publishTime": NOW.isoformat()}


def push_body(door: Callable[[Any], Any], body: object, *, secret: str = SECRET) -> Response:
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    with Flask("push").test_request_context(f"/?token={secret}", method="POST", data=sent):
        return cast("Response", door(request))
