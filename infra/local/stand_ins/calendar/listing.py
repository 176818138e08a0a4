"""Lists of events: filters, order, pages and what changed since the last list."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from infra.local.stand_ins.calendar.calendar_store import CalendarStore, Entry
from infra.local.stand_ins.calendar.events import Event, shell
from infra.local.stand_ins.calendar.recurrence import expanded
from infra.local.stand_ins.calendar.times import instant, read_instant, write_instant
from infra.local.stand_ins.google.errors import GoogleError, invalid

Query = Mapping[str, Any]
Test = Callable[[Event, Any, ZoneInfo], bool]

NOT_WITH_SYNC = (
    "iCalUID",
    "orderBy",
    "privateExtendedProperty",
    "q",
    "sharedExtendedProperty",
    "timeMin",
    "timeMax",
    "updatedMin",
)
NO_TOKEN_AFTER = set(NOT_WITH_SYNC) - {"timeMin", "timeMax"}
"""A list that was narrowed or ordered so can't be continued by changes."""
PAGE, LARGEST_PAGE = 250, 2500


def _has_properties(kind: str) -> Test:
    def test(event: Event, pairs: list[str], _: ZoneInfo) -> bool:
        held = event.get("extendedProperties", {}).get(kind, {})
        return all(held.get(name) == value for name, _equals, value in (pair.partition("=") for pair in pairs))

    return test


FILTERS: Mapping[str, Test] = {
    "timeMin": lambda event, text, zone: instant(event["end"], zone) > read_instant(text),
    "timeMax": lambda event, text, zone: instant(event["start"], zone) < read_instant(text),
    "updatedMin": lambda event, text, _: read_instant(event["updated"]) >= read_instant(text),
    "iCalUID": lambda event, text, _: event["iCalUID"] == text,
    "q": lambda event, text, _: (
        text.lower() in f"{event.get('summary')} {event.get('description')} {event.get('location')}".lower()
    ),
    "privateExtendedProperty": _has_properties("private"),
    "sharedExtendedProperty": _has_properties("shared"),
}


def list_events(calendar_store: CalendarStore, calendar_id: str, query: Query, epoch: int) -> dict[str, Any]:
    """Return one page of events; tokens of an older `epoch` have ended."""
    _check(query)
    page = {"offset": 0, "as_of": calendar_store.last_change()}
    if "pageToken" in query:
        page = _read_token(query["pageToken"], calendar_id, epoch)
    events = _wanted(calendar_store, calendar_id, query, epoch)
    end = page["offset"] + min(query.get("maxResults", PAGE), LARGEST_PAGE)
    answer = _head(calendar_store.calendar(calendar_id), calendar_store) | {"items": events[page["offset"] : end]}
    if end < len(events):
        return answer | {"nextPageToken": _token(calendar_id, epoch, offset=end, as_of=page["as_of"])}
    if NO_TOKEN_AFTER & set(query):
        return answer
    return answer | {"nextSyncToken": _token(calendar_id, epoch, offset=0, as_of=page["as_of"])}


def _wanted(calendar_store: CalendarStore, calendar_id: str, query: Query, epoch: int) -> list[Event]:
    if "syncToken" in query:
        since = _read_token(query["syncToken"], calendar_id, epoch)["as_of"]
        return _changed(
            _entries(calendar_store, calendar_id, query), since, with_details=bool(query.get("showDeleted"))
        )
    return _chosen(calendar_store, calendar_id, query, calendar_store.zone(calendar_id))


def _check(query: Query) -> None:
    if "syncToken" in query:
        if clash := [name for name in NOT_WITH_SYNC if name in query]:
            raise invalid(f"Sync token cannot be used with other query restrictions: {', '.join(clash)}.")
        if query.get("showDeleted") is False:
            raise invalid("Sync token cannot be used with showDeleted set to false.")
    if query.get("orderBy") == "startTime" and not query.get("singleEvents"):
        raise GoogleError(400, "badRequest", "The requested ordering is not available for the particular query.")
    if {"timeMin", "timeMax"} <= set(query) and read_instant(query["timeMin"]) >= read_instant(query["timeMax"]):
        raise GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", domain="calendar")


def _chosen(calendar_store: CalendarStore, calendar_id: str, query: Query, zone: ZoneInfo) -> list[Event]:
    events = [entry["event"] for entry in _entries(calendar_store, calendar_id, query) if _shown(entry["event"], query)]
    return _ordered(_filtered(events, query, zone), query.get("orderBy"), zone)


def _entries(calendar_store: CalendarStore, calendar_id: str, query: Query) -> list[Entry]:
    entries = calendar_store.entries(calendar_id)
    return expanded(entries, calendar_store.zone(calendar_id)) if query.get("singleEvents") else entries


def _changed(entries: list[Entry], since: int, *, with_details: bool) -> list[Event]:
    new = sorted((entry for entry in entries if entry["change"] > since), key=lambda entry: int(entry["change"]))
    events = [entry["event"] for entry in new]
    return [event if with_details or event["status"] != "cancelled" else shell(event) for event in events]


def _shown(event: Event, query: Query) -> bool:
    return event["status"] != "cancelled" or bool(query.get("showDeleted")) or "updatedMin" in query


def _filtered(events: list[Event], query: Query, zone: ZoneInfo) -> list[Event]:
    tests = [(test, query[name]) for name, test in FILTERS.items() if name in query]
    return [event for event in events if all(test(event, wanted, zone) for test, wanted in tests)]


def _ordered(events: list[Event], order: str | None, zone: ZoneInfo) -> list[Event]:
    if order == "startTime":
        return sorted(events, key=lambda event: instant(event["start"], zone))
    return sorted(events, key=lambda event: str(event["updated"])) if order == "updated" else events


def _head(calendar: Mapping[str, str], calendar_store: CalendarStore) -> dict[str, Any]:
    return {
        "kind": "calendar#events",
        "etag": f'"{calendar_store.last_change():016d}"',
        "summary": calendar["summary"],
        "updated": write_instant(calendar_store.clock()),
        "timeZone": calendar["timeZone"],
        "accessRole": "owner",
        "defaultReminders": [],
    }


def _token(calendar_id: str, epoch: int, **what: object) -> str:
    text = json.dumps({"calendar": calendar_id, "epoch": epoch, **what})
    return base64.urlsafe_b64encode(text.encode()).decode()


def _read_token(token: str, calendar_id: str, epoch: int) -> dict[str, Any]:
    try:
        known: dict[str, Any] = json.loads(base64.urlsafe_b64decode(token))
    except ValueError as error:
        raise invalid("Invalid sync token value.") from error
    if known["epoch"] != epoch or known["calendar"] != calendar_id:
        raise GoogleError(410, "fullSyncRequired", "Sync token is no longer valid, a full sync is required.")
    return known
