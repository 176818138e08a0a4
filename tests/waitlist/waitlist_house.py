"""A house with guests who wait: Nina alone does manicures, at one station, so that who has an hour has all of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from flask import Flask, Response, request

from functions.job_offer_waitlist import main as job
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.waitlist.entry import WaitlistEntry
from shared_lib.waitlist.join import join_waitlist
from shared_lib.waitlist.leave import LeaveResult, leave_waitlist
from tests.booking_requests import request_for
from tests.snapshots import THURSDAY, at
from tests.spa_house import PayHouse, pay_house

MANICURE = "manicure"
THREE = at(THURSDAY, "15:00")
QUARTER = timedelta(minutes=15)
NOTHING = {"offered": 0, "booked": 0, "ended": 0, "failures": []}
_NINA = "(select id from coresync.technicians where name = 'Nina')"


class WaitingRoom:
    """The demo spa, and those who wait in it."""

    def __init__(self, house: PayHouse) -> None:
        self.house = house

    def join(
        self,
        name: str = "Daniel",
        start: datetime = THREE,
        *,
        key: str = "",
        email: str | None = None,
        lang: str = "en",
        **request: Any,
    ) -> WaitlistEntry:
        """Wait for a manicure that begins at one time, unless the wish says more."""
        address = f"{name.lower()}@example.com" if email is None else email
        asked: dict[str, Any] = {"treatment_id": MANICURE, "windows": ((start, start + QUARTER),)} | request
        return join_waitlist(
            request_for(**asked),
            Contact(f"{name} Example", address),
            key=key or f"{name}:{start}",
            source="phone",
            waitlist=self.house.waitlist,
            context=self.house.context,
            now=self.house.now,
            lang=lang,
        )

    def leave(self, entry: WaitlistEntry) -> LeaveResult:
        parts = {"waitlist": self.house.waitlist, "bookings": self.house.bookings, "now": self.house.now}
        return leave_waitlist(entry.id, actor="guest", **parts)  # type: ignore[arg-type]

    def call_job(self) -> Response:
        with Flask("job", static_folder=None).test_request_context(method="POST"):
            return cast("Response", job.job_offer_waitlist(request))

    def run(self) -> dict[str, Any]:
        """Run the job and return what it answers."""
        return dict(self.call_job().get_json())

    def wait_and_run(self, minutes: float) -> dict[str, Any]:
        self.house.wait(minutes)
        return self.run()

    def take(self, booking: Booking) -> None:
        """Pay for an offer."""
        self.house.pay(self.house.open_payment(booking))
        self.house.tell("checkout.session.completed")

    @property
    def offers(self) -> list[Booking]:
        rows = self.house.rows("select id from coresync.bookings where source = 'waitlist' order by reference")
        return [self.house.bookings.get(row["id"]) for row in rows]

    @property
    def offered(self) -> list[tuple[str, str]]:
        """Return whom each offer was made to, and what became of it."""
        return [(offer.contact.first_name, str(offer.status)) for offer in self.offers if offer.contact]

    def status(self, entry: WaitlistEntry) -> str:
        return str(self.house.waitlist.get(entry.id).status)

    def contacts(self) -> list[dict[str, Any]]:
        """Return what the list itself still keeps of people."""
        kept = "contact is not null or email_hash is not null"
        return self.house.rows(f"select id from coresync.waitlist_entries where {kept}")

    def nina_is_busy(self, begins: datetime, ends: datetime, *, event: str = "dentist") -> None:
        self.house.database.run(
            f"insert into coresync.busy_times values ({_NINA}, %s, tstzrange(%s, %s))", (event, begins, ends)
        )

    def nina_is_back(self) -> None:
        self.house.database.run("delete from coresync.busy_times")

    def nina_is_off(self, day: object) -> None:
        self.house.database.run(
            f"insert into coresync.schedule_exceptions (technician_id, day) values ({_NINA}, %s)", (day,)
        )

    def nina_comes_after_all(self) -> None:
        self.house.database.run("delete from coresync.schedule_exceptions")


@contextmanager
def waiting_room(database_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WaitingRoom]:
    """Open the demo spa with its job."""
    with pay_house(database_url, folder, monkeypatch) as house:
        monkeypatch.setattr(job, "services", lambda: house)
        yield WaitingRoom(house)
