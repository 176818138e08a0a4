"""A house that mails: the real database, SendGrid's client and stand-in, and the hook that hears what became of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from flask import Flask, request
from werkzeug.serving import make_server

from functions.hook_sendgrid import main as hook
from infra.local.demo import load_demo
from infra.local.mails.catalogue import a_renderer
from infra.local.stand_ins.sendgrid import SendGridStandIn
from infra.local.stand_ins.stand_in import QuietHandler
from shared_lib.availability.allocation import Allocation, Assignment
from shared_lib.bookings.adapters.history import PostgresHistoryReader
from shared_lib.bookings.adapters.postgres import PostgresBookings
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.cancel import cancel_booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.draft import Draft
from shared_lib.bookings.lifecycle import TRANSITIONS
from shared_lib.bookings.ports import Change
from shared_lib.guests.adapters.preferences import PostgresPreferences, keep_choices
from shared_lib.kernel.adapters.cipher import DataCipher
from shared_lib.kernel.adapters.database import Database
from shared_lib.kernel.adapters.manager_alerts import PostgresManagerAlerts
from shared_lib.kernel.adapters.webhook_payloads import PostgresWebhookPayloads
from shared_lib.kernel.errors import OutcomeUnknown, VendorUnavailable
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.adapters.delivery_reports import PostgresDeliveryReports
from shared_lib.notifications.adapters.mail_log import PostgresMailLog
from shared_lib.notifications.adapters.owed_mail import PostgresOwedMail
from shared_lib.notifications.adapters.sendgrid import SendGridMailer, SendGridReports
from shared_lib.notifications.adapters.suppressions import PostgresSuppressions
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import Claim, MailKey, MailKind
from shared_lib.notifications.may_send import SendRules
from shared_lib.notifications.send_mail import send_booking_mail
from shared_lib.notifications.send_owed_mail import SendOwedMailResult, send_owed_mail
from shared_lib.payments.adapters.payment_records import records_of
from tests.visits import NOW, SENDER, SPA, STARTS, a_visit


class Desk:
    """Books without a fuss; `now` is business time."""

    def __init__(self, database: Database, cipher: DataCipher, *, now: datetime) -> None:
        self.now = now
        self.database = database
        self.bookings = PostgresBookings(database, cipher, records=records_of)

    def hold(self, *, email: str = "daniel@example.com", day: int = 0, seated: bool = True) -> Booking:
        """Hold a visit on some day; one that is not `seated` takes no room, so that many begin at once."""
        begins = STARTS + timedelta(days=day)
        visit = a_visit()
        draft = Draft(
            spa_id=SPA.id,
            idempotency_key=str(uuid4()),
            starts_at=begins,
            ends_at=begins + timedelta(minutes=65),
            held_until=self.now + timedelta(minutes=10),
            tier="Base",
            party=1,
            source="chat",
            price_book_version=1,
            lines=visit.lines,
            policy=visit.policy,
            year=2026,
            contact=Contact("Daniel Example", email),
        )
        allocations = tuple(
            Allocation(kind, 1, begins, begins + timedelta(minutes=75)) for kind in ("room", "technician") * seated
        )
        held = self.bookings.hold(draft, [Assignment(allocations)], now=self.now)
        assert held is not None
        return held

    def confirm(self, booking: Booking) -> Event:
        def steps(change: Change) -> Event:
            payment = change.payments.open(change.booking.total_cents, ends_at=self.now)
            change.payments.paid(payment, payment_intent_id=f"pi_{booking.id}", entry=())
            change.transition(EventType.CONFIRMED, actor="stripe")
            return change.events[-1]

        return self.bookings.change(booking.id, steps, now=self.now)

    def note(self, booking_id: UUID, event: EventType) -> Event:
        """Let something happen to a booking: a change of its status, or an event beside it."""

        def steps(change: Change) -> Event:
            happen = change.transition if event in TRANSITIONS else change.record_event
            happen(event, actor="test")
            return change.events[-1]

        return self.bookings.change(booking_id, steps, now=self.now)

    def confirmed(self, **wishes) -> Event:
        return self.confirm(self.hold(**wishes))

    def cancel(self, event: Event) -> Event:
        return cancel_booking(event.booking_id, actor="guest", bookings=self.bookings, now=self.now).events[-1]


class MailHouse(Desk):
    """Delivers events as Pub/Sub would, to SendGrid's stand-in."""

    def __init__(self, database: Database, sendgrid: SendGridStandIn) -> None:
        self.cipher = DataCipher({1: bytes(32)})
        super().__init__(database, self.cipher, now=NOW)
        self.sendgrid = sendgrid
        self.mail_log = PostgresMailLog(database, self.cipher)
        self.owed_mail = PostgresOwedMail(database)
        self.webhook_payloads = PostgresWebhookPayloads(database, self.cipher)
        self.mail_reports = SendGridReports(sendgrid.public_key)
        self.delivery_reports = PostgresDeliveryReports(
            database, spa_id=SPA.id, keep_choices=partial(keep_choices, spa_id=SPA.id)
        )
        self.preferences = PostgresPreferences(database, self.cipher, spa_id=SPA.id)
        self.suppressions = PostgresSuppressions(database, spa_id=SPA.id)
        self.manager_alerts = PostgresManagerAlerts(database, spa_id=SPA.id)
        self._history = PostgresHistoryReader(database)
        self._renderer = a_renderer(SPA)
        self._mailer = SendGridMailer("SG.secret", sender=SENDER, sender_name="CoreSync", host=sendgrid.url)

        self.rules = SendRules(self.preferences, self.suppressions, self.cipher)
        self.most_per_hour = 5000

    def clock(self) -> datetime:
        return self.now

    @property
    def mail_context(self) -> MailContext:
        return MailContext(
            bookings=self.bookings,
            history=self._history,
            mail_log=self.mail_log,
            renderer=self._renderer,
            mailer=self._mailer,
            rules=self.rules,
            manager_alerts=self.manager_alerts,
            most_per_hour=self.most_per_hour,
        )

    def claim(self, event: Event, kind: MailKind = MailKind.CONFIRMATION) -> Claim | None:
        """Claim the mail of an event as a consumer does that then dies."""
        key = MailKey(kind, event.version, booking_id=event.booking_id)
        return self.mail_log.claim(key, to="daniel@example.com", now=self.now)

    def deliver(self, event: Event) -> bool:
        return send_booking_mail(event, context=self.mail_context, spa=SPA, now=self.now)

    def sweep(self) -> SendOwedMailResult:
        """Send what is owed, as the job does each minute."""
        return send_owed_mail(owed=self.owed_mail, send=self.deliver, now=self.now)

    def pending_payments(self) -> int:
        """Return how many events may still ask for a mail."""
        waiting = "select from coresync.outbox where mail_settled_at is null and type <> 'payment.captured'"
        return len(self.database.rows(waiting))

    def deliver_until_taken(self, event: Event) -> int:
        """Deliver as often as Pub/Sub would, and return how often that was."""
        for times in range(1, 100):
            try:
                self.deliver(event)
            except (VendorUnavailable, OutcomeUnknown):
                continue
            return times
        pytest.fail("the event was never taken")

    def hold_reports(self, *, hold: bool) -> None:
        self.sendgrid._delivery.hold(hold=hold)

    def mails(self) -> list[dict]:
        return self.sendgrid.store.all("mails")

    def subjects(self) -> list[str]:
        return [mail["subject"] for mail in self.mails()]

    def log(self) -> list[SimpleNamespace]:
        rows = self.database.rows("select * from coresync.email_log order by booking_id, version, kind")
        return [SimpleNamespace(**row) for row in rows]

    def statuses(self) -> list[str]:
        return [row.status for row in self.log()]


@contextmanager
def mail_house(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailHouse]:
    """Open the house, its hook and its post office."""
    database = Database(database_url, max_connections=8)
    load_demo(database, now=NOW)
    app = Flask("hook", static_folder=None)
    app.add_url_rule("/api/sendgrid/events", view_func=lambda: hook.hook_sendgrid(request), methods=["POST"])
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietHandler)
    url = f"http://127.0.0.1:{server.server_port}/api/sendgrid/events"
    with SendGridStandIn(hook_url=url) as sendgrid:
        house = MailHouse(database, sendgrid)
        monkeypatch.setattr(hook, "services", lambda: house)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield house
        finally:
            sendgrid.reset()
            server.shutdown()
            thread.join()
            server.server_close()
    database.close()
