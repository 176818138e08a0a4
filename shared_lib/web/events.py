"""Endpoints for booking events: what Pub/Sub pushes becomes an Event, and an error makes it push again."""

import functools
import logging
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Request, Response

from shared_lib.kernel.errors import BadInput, CoreSyncError
from shared_lib.kernel.events import Event, EventType
from shared_lib.web.http import Reply, json_endpoint, read_json, status_of
from shared_lib.web.logs import log
from shared_lib.web.pushes import Pushes

LIMIT = 16 * 1024
"""Bytes; our events have less than one KiB, and their envelope adds as much."""
DONE = "OK"

Endpoint = Callable[[Event], None]


def booking_event(
    pushes_of: Callable[[], Pushes], *, acted_on: Collection[EventType] = frozenset(EventType)
) -> Callable[[Endpoint], Callable[[Request], Response]]:
    """Give the endpoint each event that Pub/Sub itself pushes and that was committed here.

    A type that nobody knows is acknowledged, so that it never blocks an old consumer; an event that was never
    committed is acknowledged and dropped, since pushing it again would not make it true. Of what is not `acted_on`
    nobody is asked: it is acknowledged at once.
    """

    def opened(endpoint: Endpoint) -> Callable[[Request], Response]:
        @functools.wraps(endpoint)
        def receive(request: Request) -> Reply:
            pushes = pushes_of()
            pushes.caller.verify(request)
            event = read_event(read_json(request, limit=LIMIT))
            if event is None or event.type not in acted_on:
                return DONE
            if pushes.events.knows(event):
                return _do(endpoint, event)
            facts = _facts(endpoint, event)
            log("an event that was never committed is dropped", level=logging.ERROR, alert="event_unknown", **facts)
            return DONE

        return json_endpoint(receive, limit=LIMIT, methods=("POST",))

    return opened


def _do(endpoint: Endpoint, event: Event) -> Reply:
    """Do it, or answer so that it is pushed again; what can't be done in the end lies with the dead letters."""
    try:
        endpoint(event)
    except CoreSyncError as error:
        facts = _facts(endpoint, event)
        log(f"event not done: {error}", level=logging.ERROR, alert="event_not_done", code=error.code, **facts)
        return {"code": error.code}, status_of(error)
    log("event done", **_facts(endpoint, event))
    return DONE


def _facts(endpoint: Endpoint, event: Event) -> dict[str, Any]:
    about = {"event": event.id, "type": event.type, "booking": event.booking_id, "version": event.version}
    return {"endpoint": endpoint.__name__} | about


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
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput("message", "is not a booking event") from error
