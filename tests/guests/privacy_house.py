"""The demo spa with all that knows something of a guest: PostgreSQL, Firestore, Google Calendar and SendGrid."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
import requests
from flask import Flask, Response, request

from functions.job_purge_sessions import main as night
from infra.local.demo import load_demo
from infra.local.stand_ins.calendar import CalendarStandIn
from infra.local.stand_ins.sendgrid import SendGridStandIn
from shared_lib.agent.chat.ports import Session, SessionEvent, Turn
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.ports import Change
from shared_lib.calendars.mirror_booking import mirror_booking
from shared_lib.config import Settings
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.erase_guest import EraseResult, erase_guests
from shared_lib.guests.erasure import Erasure
from shared_lib.guests.export_guest import GuestExport, export_guest
from shared_lib.guests.guest import Guest
from shared_lib.guests.request_erasure import request_erasure
from shared_lib.kernel.events import EventType
from shared_lib.notifications.adapters.sendgrid import SendGridMailer
from shared_lib.notifications.mail import Mail, MailKind
from shared_lib.payments.payment import Acceptance
from tests.snapshots import NOW
from tests.spa_house import SWEDISH, THREE, SpaHouse, settings_for

ZONE = "America/New_York"
MASTER, TEAM, PRIVATE = "master@calendar", "technicians@calendar", "private@calendar"
OURS = {"calendar_master": MASTER, "calendar_technicians": TEAM, "calendar_private": PRIVATE}
DANIEL = Contact("Daniel Oberon", "daniel@example.com", "+1 212 555 0199", "no lavender; Сандал, please")
ADDRESS = "203.0.113.9"


class PrivacyHouse(SpaHouse):
    """A guest can leave a trace in every store here."""

    def __init__(self, settings: Settings, google: CalendarStandIn, sendgrid: SendGridStandIn) -> None:
        super().__init__(settings)
        self.google = google
        self.sendgrid = sendgrid

    def guest(self, *addresses: str) -> Guest:
        """Return a guest who has proved some contact points."""
        known: UUID | None = None
        for address in addresses or (DANIEL.email,):
            known = self.guests.prove(ContactPoint.parse(address), known=known, now=self.now).guest.id
        assert known
        return self.guests.get(known)

    def visited(self, start: datetime = THREE, contact: Contact = DANIEL, *, session: str | None = None) -> Booking:
        """Return a visit that was paid for and stands in the calendars."""
        booking = self.hold(start, SWEDISH, contact=contact, session=session)

        def steps(change: Change) -> None:
            change.update(acceptance=Acceptance("2026-11", self.now, ADDRESS))
            payment = change.payments.open(change.booking.total_cents, ends_at=self.now)
            change.payments.paid(payment, payment_intent_id=f"pi_{booking.id}", entry=())
            change.transition(EventType.CONFIRMED, actor="stripe")

        self.bookings.change(booking.id, steps, now=self.now)
        mirror_booking(
            booking.id, bookings=self.bookings, calendars=self.calendars, ids=self.calendar_ids, spa=self.spa
        )
        return self.again(booking)

    def chatted(self, session: str, *texts: str, contact: Contact = DANIEL) -> None:
        """Let a guest say something in a chat."""
        context = {"name": contact.name, "email": contact.email, "treatment": SWEDISH}
        for second, text in enumerate(texts):
            known = self.sessions.find(session) or Session(session, {}, None)
            answer = {"replies": [{"text": f"The house heard: {text}"}]}
            turn = Turn(str(uuid4()), text, answer, self.now + timedelta(seconds=second))
            assert self.sessions.keep(dataclasses.replace(known, context=context), turn)
        self.sessions.record_event(session, SessionEvent(str(uuid4()), "booking.confirmed", str(uuid4())), at=self.now)

    def mailed(self, address: str = DANIEL.email) -> None:
        """Have SendGrid carry a mail."""
        mailer = SendGridMailer("SG.a", sender="info@example.com", sender_name="CoreSync", host=self.sendgrid.url)
        mailer.send(Mail(MailKind.CODE, "A code", "<p>1</p>", "1"), to=Contact("", address), message_id=uuid4())

    def events(self, calendar: str = TEAM) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.google.state()["events"].get(calendar, []))

    def ask_to_be_erased(self, guest: Guest) -> Erasure:
        return request_erasure(guest.id, erasures=self.erasures, bookings=self.subject_bookings, now=self.now)

    def erase(self, most: int = 1, **more: Any) -> EraseResult:
        """Erase whoever waits, a minute later."""
        self.wait(1)
        return erase_guests(self.eraser, now=self.now, most=most, **more)

    def export(self, guest: Guest) -> GuestExport:
        return export_guest(
            guest.id,
            erasures=self.erasures,
            bookings=self.subject_bookings,
            stores=self.personal_data_stores,
            spa=self.spa,
            now=self.now,
        )

    def purge(self) -> dict[str, Any]:
        """Run the job of the night."""
        with Flask("job", static_folder=None).test_request_context(method="POST"):
            return dict(cast("Response", night.job_purge_sessions(request)).get_json())

    def fail(self, stand_in: CalendarStandIn | SendGridStandIn, status: int = 503) -> None:
        requests.post(f"{stand_in.url}/_faults", json={"error_rate": 1, "status": status}, timeout=10)

    def mend(self, stand_in: CalendarStandIn | SendGridStandIn) -> None:
        requests.delete(f"{stand_in.url}/_faults", timeout=10)


@contextmanager
def privacy_house(
    database_url: str, firestore_host: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrivacyHouse]:
    """Open the demo spa with its vendors; each house has a Firestore database of its own."""
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", firestore_host)
    with CalendarStandIn(clock=lambda: NOW) as google, SendGridStandIn(hook_url="http://127.0.0.1:9/none") as sendgrid:
        for calendar in OURS.values():
            google.create_calendar(calendar, calendar, ZONE)
        vendors = {"calendar_api_base": f"{google.url}/calendar/v3/", "sendgrid_api_base": sendgrid.url}
        settings = settings_for(database_url, folder, sendgrid_api_key="SG.a", **vendors, **OURS)
        project = f"demo-{uuid4().hex[:12]}"
        house = PrivacyHouse(dataclasses.replace(settings, project=project), google, sendgrid)
        load_demo(house.database, now=NOW)
        monkeypatch.setattr(night, "services", lambda: house)
        yield house
        house.sessions._client.close()
    house.database.close()
