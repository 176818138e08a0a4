"""Calendars and their events on the store; each change has a number that etags and sync tokens are made of."""

import secrets
from typing import Any, cast
from zoneinfo import ZoneInfo

from infra.local.stand_ins.calendar.events import Event, check_content, check_id, patched, sequenced, timed, writable
from infra.local.stand_ins.calendar.recurrence import single
from infra.local.stand_ins.calendar.times import write_instant
from infra.local.stand_ins.google.errors import GoogleError, invalid, not_found
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock

Calendar = dict[str, Any]
Entry = dict[str, Any]
"""An event and the number of its last change."""

OWNER = "coresync@local.iam.gserviceaccount.com"


class CalendarStore:
    """All calendars of one account."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self.clock = clock

    def create_calendar(self, calendar_id: str, summary: str, time_zone: str) -> Calendar:
        """Add a calendar; one that is there already stays as it is."""
        calendar = {"kind": "calendar#calendar", "id": calendar_id, "summary": summary, "timeZone": time_zone}
        return self._store.get("calendars", calendar_id) or self._store.put("calendars", calendar_id, calendar)

    def calendars(self) -> list[Calendar]:
        """Return all calendars, oldest first."""
        return self._store.all("calendars")

    def calendar(self, calendar_id: str) -> Calendar:
        """Return one calendar."""
        calendar = self._store.get("calendars", calendar_id)
        if calendar is None:
            raise not_found()
        return calendar

    def zone(self, calendar_id: str) -> ZoneInfo:
        """Return the zone that a calendar lives in."""
        return ZoneInfo(self.calendar(calendar_id)["timeZone"])

    def entries(self, calendar_id: str) -> list[Entry]:
        """Return all events of a calendar, deleted ones too."""
        return self._store.all(_collection_of(self.calendar(calendar_id)["id"]))

    def event(self, calendar_id: str, event_id: str) -> Event:
        """Return one event, deleted or not; one of a series too."""
        store = _collection_of(self.calendar(calendar_id)["id"])
        if entry := self._store.get(store, event_id):
            return cast("Event", entry["event"])
        series = self._store.get(store, event_id.partition("_")[0])
        event = single(series["event"], event_id, self.zone(calendar_id)) if series else None
        if event is None:
            raise not_found()
        return event

    def insert(self, calendar_id: str, body: Event, *, by_person: bool = False) -> Event:
        """Add an event; its id is the caller's if there is one."""
        zone = self.zone(calendar_id)
        event_id = body.get("id") or secrets.token_hex(13)
        check_id(event_id)
        check_content(body, by_person=by_person)
        if self._store.get(_collection_of(calendar_id), event_id):
            raise GoogleError(409, "duplicate", "The requested identifier already exists.")
        if "id" in body and "iCalUID" in body:
            raise invalid("Only one of id and iCalUID may be supplied.")
        defaults = {"status": "confirmed", "sequence": 0, "reminders": {"useDefault": True}, "eventType": "default"}
        event = timed(defaults | writable(body) | self._born(calendar_id, event_id, body), zone)
        if by_person and body.get("organizer"):
            event["organizer"] = dict(body["organizer"])  # somebody else's invitation, as it arrives here
        return self._keep(calendar_id, event)

    def patch(self, calendar_id: str, event_id: str, patch: Event, *, by_person: bool = False) -> Event:
        """Change what is given; an event that was deleted is revived by its status."""
        check_content(patch, by_person=by_person)
        before = self.event(calendar_id, event_id)
        return self._change(calendar_id, before, patched(before, writable(patch)))

    def replace(self, calendar_id: str, event_id: str, body: Event) -> Event:
        """Change the whole event: what is not given is gone."""
        check_content(body)
        before = self.event(calendar_id, event_id)
        lasting = {name: value for name, value in before.items() if name not in writable(before)}
        return self._change(calendar_id, before, {"status": "confirmed"} | writable(body) | lasting)

    def delete(self, calendar_id: str, event_id: str) -> Event:
        """Cancel an event: it keeps its id, and what it held."""
        event = self.event(calendar_id, event_id)
        if event["status"] == "cancelled":
            raise GoogleError(410, "deleted", "Resource has been deleted")
        return self._keep(calendar_id, event | {"status": "cancelled"})

    def clear(self) -> None:
        """Forget all events; the calendars stay."""
        for calendar in self.calendars():
            for entry in self.entries(calendar["id"]):
                self._store.remove(_collection_of(calendar["id"]), entry["event"]["id"])

    def last_change(self) -> int:
        """Return the number of the newest change."""
        number: int = (self._store.get("counters", "change") or {"n": 0})["n"]
        return number

    def _born(self, calendar_id: str, event_id: str, body: Event) -> Event:
        person = {"email": calendar_id, "displayName": self.calendar(calendar_id)["summary"], "self": True}
        return {
            "kind": "calendar#event",
            "id": event_id,
            "iCalUID": body.get("iCalUID") or f"{event_id}@google.com",
            "htmlLink": f"https://www.google.com/calendar/event?eid={event_id}",
            "created": write_instant(self.clock()),
            "creator": {"email": OWNER},
            "organizer": person,
        }

    def _change(self, calendar_id: str, before: Event, after: Event) -> Event:
        zone = self.zone(calendar_id)
        return self._keep(calendar_id, sequenced(timed(after, zone), before, zone))

    def _keep(self, calendar_id: str, event: Event) -> Event:
        number = self.last_change() + 1
        self._store.put("counters", "change", {"n": number})
        kept = event | {"etag": f'"{number:016d}"', "updated": write_instant(self.clock())}
        self._store.put(_collection_of(calendar_id), event["id"], {"event": kept, "change": number})
        return kept


def _collection_of(calendar_id: str) -> str:
    return f"events/{calendar_id}"
