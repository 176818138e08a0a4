"""The demo spa and its calendars: the real database, Google's client and stand-in, the hook and the jobs."""

import dataclasses
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import requests
from flask import Flask, Response, request
from werkzeug.serving import make_server

from functions.hook_calendar import main as hook
from functions.job_read_calendars import main as poll
from functions.job_reconcile_calendar import main as night
from infra.local.demo import load_demo
from infra.local.stand_ins.calendar import CalendarStandIn
from infra.local.stand_ins.stand_in import QuietHandler
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.ports import Change
from shared_lib.calendars.mirror_booking import mirror_booking
from shared_lib.config import Settings
from shared_lib.kernel.events import EventType
from tests.booking_requests import request_at
from tests.snapshots import NOW
from tests.spa_house import SWEDISH, THREE, SpaHouse, settings_for

ZONE = "America/New_York"
ANNA, MARCO = "anna@example.com", "marco@example.com"
MASTER, TEAM, PRIVATE = "master@calendar", "technicians@calendar", "private@calendar"
OURS = {"calendar_master": MASTER, "calendar_technicians": TEAM, "calendar_private": PRIVATE}
HOUR = timedelta(hours=1)


class CalendarHouse(SpaHouse):
    """A house whose calendars people edit; what Google tells arrives at the hook only while it `listens`."""

    def __init__(self, settings: Settings, google: CalendarStandIn) -> None:
        super().__init__(settings)
        self.google = google
        self.listens = False
        self.answers: list[int] = []

    def furnish(self) -> None:
        load_demo(self.database, now=NOW)
        own = "update coresync.technicians set calendar_id = lower(name) || '@example.com' where name = any(%s)"
        self.database.run(own, (["Anna", "Marco"],))

    def receive(self) -> Response | tuple[str, int]:
        answer = cast("Response", hook.hook_calendar(request)) if self.listens else Response("", 204)
        self.answers.append(answer.status_code)
        return answer

    def by_hand(self, method: str, calendar: str, event: str = "", **body: Any) -> dict[str, Any]:
        """Do in Google what a person does there."""
        url = f"{self.google.url}/_events/{calendar}" + (f"/{event}" if event else "")
        answer = requests.request(method, url, json=body or None, timeout=10)
        answer.raise_for_status()
        return answer.json() if answer.content else {}

    def busy(self, calendar: str, start: datetime = THREE, hours: float = 1, **body: Any) -> str:
        times = {"start": start.isoformat(), "end": (start + HOUR * hours).isoformat()}
        return str(self.by_hand("POST", calendar, **{"summary": "Dentist"} | times | body)["id"])

    def poll(self) -> Response:
        return _call(poll.job_read_calendars)

    def reconcile(self) -> Response:
        return _call(night.job_reconcile_calendar)

    def read(self) -> int:
        """Read the calendars as the poll does, a quarter of an hour later."""
        self.wait(15)
        return self.poll().status_code

    def confirmed(self, start: datetime = THREE, treatment: str = SWEDISH, **request: Any) -> Booking:
        """Return a confirmed booking that stands in its calendars."""
        booking = self.unwritten(start, treatment, **request)
        self.mirror(booking)
        return booking

    def unwritten(self, start: datetime = THREE, treatment: str = SWEDISH, **request: Any) -> Booking:
        """Return a confirmed booking whose event is still on its way to the calendars."""
        booking = self.hold(start, treatment, **request)

        def steps(change: Change) -> None:
            change.transition(EventType.CONFIRMED, actor="test")

        self.bookings.change(booking.id, steps, now=self.now)
        return self.again(booking)

    def mirror(self, booking: Booking) -> None:
        ports = {"bookings": self.bookings, "calendars": self.calendars, "ids": self.calendar_ids, "spa": self.spa}
        mirror_booking(booking.id, **ports)  # type: ignore[arg-type]

    def busy_times(self, name: str = "Anna") -> list[tuple[datetime, datetime]]:
        query = (
            "select lower(during) as b, upper(during) as e from coresync.busy_times"
            " join coresync.technicians t on t.id = technician_id where t.name = %s order by b"
        )
        return [(row["b"], row["e"]) for row in self.rows(query, name)]

    def slots(self, name: str, start: datetime = THREE) -> bool:
        """Tell whether a technician is offered for a massage at an instant."""
        found = self.find(request_at(SWEDISH, start, technician=name))
        return any(offer.starts_at == start for offer in found.slots)

    def event(self, calendar: str) -> dict[str, Any]:
        (event,) = self.google.state()["events"][calendar]
        return cast("dict[str, Any]", event)

    def put_backs(self) -> list[str]:
        rows = self.rows("select detail from coresync.audit_log where action = 'calendar.put_back' order by id")
        return [row["detail"]["kind"] for row in rows]

    def report(self) -> dict[str, Any]:
        return self.rows("select counts, items from coresync.calendar_drift_reports order by id desc limit 1")[0]

    def channels(self) -> list[dict[str, Any]]:
        return self.rows("select * from coresync.calendar_channels where closed_at is null order by opened_at")


def _call(job: Any) -> Response:
    with Flask("job", static_folder=None).test_request_context(method="POST"):
        return cast("Response", job(request))


@contextmanager
def calendar_house(database_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CalendarHouse]:
    """Open the demo spa; Anna and Marco have calendars of their own."""
    app = Flask("doors", static_folder=None)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietHandler)
    opened: list[CalendarHouse] = []
    with CalendarStandIn(clock=lambda: opened[0].now if opened else NOW) as google:
        for calendar in (MASTER, TEAM, PRIVATE, ANNA, MARCO):
            google.create_calendar(calendar, calendar, ZONE)
        door = f"http://127.0.0.1:{server.server_port}"
        settings = settings_for(database_url, folder, calendar_api_base=f"{google.url}/calendar/v3/", **OURS)
        house = CalendarHouse(dataclasses.replace(settings, public_url=door), google)
        opened.append(house)
        house.furnish()
        for main in (hook, poll, night):
            monkeypatch.setattr(main, "services", lambda: house)
        app.add_url_rule("/api/calendar/events", view_func=house.receive, methods=["POST"])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield house
        finally:
            google.reset()
            server.shutdown()
            thread.join()
            server.server_close()
    house.database.close()
