"""Endpoints for booking events: what Pub/Sub delivers becomes an Event, and an error makes it deliver again."""

import functools
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from shared_lib.kernel.errors import BadInput, CoreSyncError
from shared_lib.kernel.events import Event, EventType
from shared_lib.web.logs import log, prepare

Endpoint = Callable[[Event], None]


class NotDone(RuntimeError):
    """Tells Pub/Sub, by a 500 without details, that the event has to come again."""


def booking_event(endpoint: Endpoint) -> Callable[[Any], None]:
    """Give the endpoint the event; an unknown type is acknowledged, so that it never blocks an old consumer."""

    @functools.wraps(endpoint)
    def receive(cloud_event: Any) -> None:  # noqa: ANN401 -- functions_framework's event has no types
        prepare()
        try:
            event = read_event(cloud_event.data)
            if event is not None:
                endpoint(event)
        except CoreSyncError as error:
            level = logging.WARNING if error.retryable else logging.ERROR
            log(f"event not done: {error}", level=level, endpoint=endpoint.__name__, code=error.code)
            raise NotDone(error.code) from None

    return receive


def read_event(body: Any) -> Event | None:  # noqa: ANN401 -- whatever came in
    """Return the event of a Pub/Sub delivery, None for a type that we don't know; raise BadInput."""
    try:
        attributes = body["message"]["attributes"]
        if attributes["type"] not in set(EventType):
            return None
        return Event(
            id=UUID(attributes["event_id"]),
            type=EventType(attributes["type"]),
            booking_id=UUID(attributes["booking_id"]),
            version=int(attributes["version"]),
            at=datetime.fromisoformat(body["message"].get("publishTime", "1970-01-01T00:00:00+00:00")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput("message", "is not a booking event") from error
