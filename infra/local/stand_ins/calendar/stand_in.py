"""Google Calendar on loopback, with what people do in Google's own page as control endpoints."""

import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, ClassVar, Self

from flask import Response, jsonify, request

from infra.local.stand_ins.calendar.calendar_store import CalendarStore
from infra.local.stand_ins.calendar.channels import Channels
from infra.local.stand_ins.calendar.events import Event
from infra.local.stand_ins.calendar.free_busy import free_busy
from infra.local.stand_ins.calendar.listing import list_events
from infra.local.stand_ins.calendar.times import zone_of
from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.google.discovery import Call
from infra.local.stand_ins.google.errors import GoogleError
from infra.local.stand_ins.google.google_stand_in import Answer, GoogleStandIn, Handler
from infra.local.stand_ins.google.webhook_delivery import WebhookDelivery
from infra.local.stand_ins.store import Store
from shared_lib.kernel.clock import Clock, real_now


class CalendarStandIn(GoogleStandIn):
    """Calendars by `create_calendar`; `POST`, `PATCH`, `DELETE /_events/...` act as a person would.

    `POST /_expire_tokens` ends all sync tokens. Of recurring events, days and weeks are played.
    """

    name = "calendar"
    document: ClassVar[str] = "calendar.v3"

    def __init__(self, *, store: Store | None = None, clock: Clock = real_now, port: int = 0) -> None:
        super().__init__(store=store, clock=clock, port=port)
        self._diary = CalendarStore(self.store, clock)
        self._delivery = WebhookDelivery(lambda: self.faults)
        self._channels = Channels(self.store, clock, self._delivery)
        self.app.add_url_rule("/_expire_tokens", view_func=self._expire_tokens, methods=["POST"])
        for rule, verb, view in (
            ("/_events/<calendar>", "POST", self._add_by_hand),
            ("/_events/<calendar>/<event>", "PATCH", self._change_by_hand),
            ("/_events/<calendar>/<event>", "DELETE", self._delete_by_hand),
        ):
            self.app.add_url_rule(rule, endpoint=f"{verb} by hand", view_func=view, methods=[verb])

    def start(self) -> Self:
        """Serve, and deliver notifications."""
        self._delivery.start()
        return super().start()

    def stop(self) -> None:
        """Stop serving and delivering."""
        super().stop()
        self._delivery.stop()

    def create_calendar(self, calendar_id: str, summary: str, time_zone: str) -> None:
        """Share a calendar with the service account; one that is there already stays as it is."""
        self._diary.create_calendar(calendar_id, summary, zone_of(time_zone).key)

    def reset(self) -> None:
        """Forget events and channels; the calendars stay, empty."""
        self.faults = Faults()
        self._delivery.forget()
        with self.store.exclusive():
            self._diary.clear()
            self._channels.clear()
            self._end_tokens()

    def state(self) -> dict[str, Any]:
        """Return calendars, their events (deleted ones too) by calendar, and channels."""
        calendars = self._diary.calendars()
        events = {c["id"]: [entry["event"] for entry in self._diary.entries(c["id"])] for c in calendars}
        return {"calendars": calendars, "events": events, "channels": self.store.all("channels")}

    def handlers(self) -> Mapping[str, Handler]:
        """Return who plays which method."""
        return {
            "calendar.calendars.get": lambda call: _with_etag(self._diary.calendar(call.path["calendarId"])),
            "calendar.calendars.insert": self._insert_calendar,
            "calendar.calendarList.list": self._list_calendars,
            "calendar.calendarList.get": lambda call: _listed(self._diary.calendar(call.path["calendarId"])),
            "calendar.events.insert": self._insert,
            "calendar.events.get": self._get,
            "calendar.events.patch": self._write(lambda at, body: self._diary.patch(*at, body)),
            "calendar.events.update": self._write(lambda at, body: self._diary.replace(*at, body)),
            "calendar.events.delete": self._delete,
            "calendar.events.list": self._list,
            "calendar.events.watch": self._watch,
            "calendar.channels.stop": lambda call: self._channels.stop(call.body),
            "calendar.freebusy.query": lambda call: free_busy(self._diary, call.body),
        }

    def _insert_calendar(self, call: Call) -> Answer:
        calendar_id = f"c_{secrets.token_hex(16)}@group.calendar.google.com"
        zone = zone_of(call.body.get("timeZone") or "UTC").key
        return _with_etag(self._diary.create_calendar(calendar_id, call.body.get("summary") or "", zone))

    def _list_calendars(self, _: Call) -> Answer:
        items = [_listed(calendar) for calendar in self._diary.calendars()]
        return {"kind": "calendar#calendarList", "etag": '"0"', "items": items}

    def _insert(self, call: Call) -> Answer:
        return self._notified(call.path["calendarId"], self._diary.insert(call.path["calendarId"], call.body))

    def _get(self, call: Call) -> Answer:
        return self._diary.event(call.path["calendarId"], call.path["eventId"])

    def _write(self, change: Callable[[tuple[str, str], Event], Event]) -> Handler:
        def handler(call: Call) -> Answer:
            self._check_match(call)
            return self._notified(
                call.path["calendarId"], change((call.path["calendarId"], call.path["eventId"]), call.body)
            )

        return handler

    def _delete(self, call: Call) -> None:
        self._check_match(call)
        self._notified(call.path["calendarId"], self._diary.delete(call.path["calendarId"], call.path["eventId"]))

    def _list(self, call: Call) -> Answer:
        return list_events(self._diary, call.path["calendarId"], call.query, self._epoch())

    def _watch(self, call: Call) -> Answer:
        return self._channels.open(self._diary.calendar(call.path["calendarId"])["id"], call.body)

    def _check_match(self, call: Call) -> None:
        wanted = call.headers.get("If-Match", "*")
        if wanted not in {"*", self._get(call)["etag"]}:
            raise GoogleError(HTTPStatus.PRECONDITION_FAILED, "conditionNotMet", "Precondition Failed")

    def _notified(self, calendar_id: str, event: Event) -> Event:
        self._channels.notify(calendar_id)
        return event

    def _epoch(self) -> int:
        number: int = (self.store.get("counters", "epoch") or {"n": 0})["n"]
        return number

    def _end_tokens(self) -> None:
        self.store.put("counters", "epoch", {"n": self._epoch() + 1})

    def _expire_tokens(self) -> tuple[str, int]:
        self._end_tokens()
        return "", HTTPStatus.NO_CONTENT

    def _add_by_hand(self, calendar: str) -> tuple[Response, int]:
        with self.store.exclusive():
            body = _by_hand(self._diary.calendar(calendar)["timeZone"])
            event = self._notified(calendar, self._diary.insert(calendar, body, by_person=True))
        return jsonify(event), HTTPStatus.CREATED

    def _change_by_hand(self, calendar: str, event: str) -> Response:
        with self.store.exclusive():
            body = _by_hand(self._diary.calendar(calendar)["timeZone"])
            return jsonify(self._notified(calendar, self._diary.patch(calendar, event, body, by_person=True)))

    def _delete_by_hand(self, calendar: str, event: str) -> tuple[str, int]:
        with self.store.exclusive():
            self._notified(calendar, self._diary.delete(calendar, event))
        return "", HTTPStatus.NO_CONTENT


def _by_hand(zone: str) -> Event:
    """Return what a person typed: days, or times on the calendar's clock where no offset stands."""
    body: Event = request.get_json(force=True)
    texts = {which: body[which] for which in ("start", "end") if isinstance(body.get(which), str)}
    return body | {which: _point(text, zone) for which, text in texts.items()}


def _point(text: str, zone: str) -> Event:
    day = {"dateTime": None, "timeZone": None, "date": text}
    return {"dateTime": text, "timeZone": zone, "date": None} if "T" in text else day


def _with_etag(calendar: Answer) -> Answer:
    return calendar | {"etag": '"0"'}


def _listed(calendar: Answer) -> Answer:
    return _with_etag(calendar) | {"kind": "calendar#calendarListEntry", "accessRole": "owner", "defaultReminders": []}
