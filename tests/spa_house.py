"""The demo spa at work: the real database, Stripe's client and stand-in, and the doors that Stripe and guests use."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
import requests
from flask import Flask, Response, request
from stripe import WebhookSignature
from werkzeug.serving import make_server

from functions.hook_stripe import main as hook
from functions.job_expire_holds import main as expiry
from functions.job_relay_outbox import main as relay
from infra.local.demo import SPA_ID, load_demo
from infra.local.stand_ins.stand_in import QuietHandler
from infra.local.stand_ins.stripe import StripeStandIn
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.search import SearchResult, find_times
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.cancel import Cancelled, cancel_booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.bookings.open_payment import open_payment
from shared_lib.bookings.ports import Change
from shared_lib.bootstrap import Services
from shared_lib.config import Settings
from shared_lib.kernel.adapters.outbox import PostgresOutbox
from shared_lib.kernel.dispatch_events import EventDispatcher
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.mail import Mail
from shared_lib.payments.payment import Acceptance
from tests.booking_requests import request_at
from tests.snapshots import FRIDAY, NOW, at

WEBHOOK_SECRET = "whsec_of_a_test"
GUEST = Contact("Daniel Example", "daniel@example.com", "+1 555 010 0199", "no lavender")
SWEDISH, COUPLES, PRIVATE, BED = "swedish-massage", "couples-massage", "coresync-private", "ai-massage-bed"
THREE = at(FRIDAY, "14:00")
"""Friday at 2 PM: Anna and David give massages, three rooms are free."""


class Wire:
    """Carries events to nobody; `cut` is as if Pub/Sub did not answer."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.cut = False

    def publish(self, events: Sequence[Event], *, within: float) -> Sequence[UUID]:
        if self.cut:
            return ()
        self.events += events
        return [event.id for event in events]

    @property
    def types(self) -> list[str]:
        return [str(event.type) for event in self.events]


class Letters:
    """Takes every mail; `away` is as if SendGrid answered nobody."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.away = False

    def send(self, mail: Mail, *, to: Contact, message_id: UUID) -> str:
        if self.away:
            raise VendorUnavailable("sendgrid", "answered 503")
        self.sent.append((to.email, mail.kind))
        return str(message_id)


class SpaHouse(Services):
    """Everything that a door works with; `now` is business time, and stands still."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.now = NOW
        self.clock = lambda: self.now  # type: ignore[assignment]
        self.wire = Wire()
        self.__dict__["dispatcher"] = EventDispatcher(PostgresOutbox(self.database), self.wire)
        self.__dict__["mail"] = self.letters = Letters()

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def find(self, request: BookingRequest) -> SearchResult:
        return find_times(request, context=self.context, now=self.now)

    def hold(
        self,
        start: datetime = THREE,
        treatment: str = SWEDISH,
        *,
        key: str = "",
        contact: Contact | None = GUEST,
        source: str = "chat",
        session: str | None = "session-1",
        lang: str = "en",
        **request: Any,
    ) -> Booking:
        asked = HoldRequest(key or str(uuid4()), source, contact, ai_session_id=session, lang=lang)
        return place_hold(request_at(treatment, start, **request), start, asked, context=self.context, now=self.now)

    def again(self, booking: Booking) -> Booking:
        return self.bookings.get(booking.id)

    def status(self, booking: Booking) -> str:
        return str(self.again(booking).status)

    def cancel(self, booking: Booking) -> Cancelled:
        return cancel_booking(booking.id, actor="guest", bookings=self.bookings, now=self.now)

    def rows(self, query: str, *parameters: object) -> list[dict[str, Any]]:
        return self.database.rows(query, parameters)

    def count(self, table: str, where: str = "true") -> int:
        return int(self.rows(f"select count(*) as n from coresync.{table} where {where}")[0]["n"])

    def alerts(self) -> list[tuple[str, Mapping[str, str]]]:
        """Return what the manager has to hear of, oldest first."""
        return [(str(alert.kind), alert.facts) for alert in self.manager_alerts.waiting(limit=99)]

    def actions(self, booking: Booking) -> list[str]:
        """Return what the audit log says of a booking, oldest first."""
        return [r["action"] for r in self.rows("select action from coresync.audit_log order by id") if booking]

    def open_payment(self, booking: Booking) -> str:
        """Accept the policy and open the Checkout, as the payment page does; return the URL to pay on."""
        return open_payment(
            booking.id,
            Acceptance("2026-11", self.now, "203.0.113.9"),
            page_url=f"{self.public_url}/pay/token",
            bookings=self.bookings,
            gateway=self.payments,
            now=self.now,
            real_now=self.real_now(),
        )


class PayHouse(SpaHouse):
    """A house that takes money; what Stripe has to tell waits until a test says `tell`, or until it `listens`."""

    def __init__(self, settings: Settings, stripe: StripeStandIn) -> None:
        super().__init__(settings)
        self.stripe = stripe
        self.listens = False

    def paying(self, start: datetime = THREE, treatment: str = SWEDISH, **request: Any) -> tuple[Booking, str]:
        """Return a booking whose Checkout is open, and its URL."""
        booking = self.hold(start, treatment, **request)
        return booking, self.open_payment(booking)

    def pay(self, url: str, card: str = "4242424242424242") -> str:
        answer = requests.post(f"{self.stripe.url}/_pay", json={"url": url, "card": card}, timeout=10)
        return str(answer.json()["status"])

    def confirmed(self, start: datetime = THREE, treatment: str = SWEDISH, **request: Any) -> Booking:
        booking, url = self.paying(start, treatment, **request)
        assert self.pay(url) == "paid"
        assert set(self.tell("checkout.session.completed")) == {204}
        return self.again(booking)

    def let_go(self, booking: Booking) -> None:
        """End a booking as if Stripe had said that its Checkout expired, while the guest types on."""

        def steps(change: Change) -> None:
            if change.booking.open_payment:
                change.payments.ended(change.booking.open_payment)
            change.transition(EventType.EXPIRED, actor="test")

        self.bookings.change(booking.id, steps, now=self.now)

    def events(self, *types: str) -> list[dict[str, Any]]:
        return [event for event in self.stripe.store.all("events") if not types or event["type"] in types]

    def tell(self, *types: str) -> list[int]:
        """Deliver Stripe's events of these types (all, if none are named), oldest first, and return the answers."""
        return [self.deliver(json.dumps(event).encode()) for event in self.events(*types)]

    def deliver(self, body: bytes, *, signature: str | None = None) -> int:
        header = WebhookSignature.generate_signature_header(body.decode(), WEBHOOK_SECRET)
        headers = {"Stripe-Signature": str(header) if signature is None else signature}
        app = Flask("hook", static_folder=None)
        with app.test_request_context("/api/stripe/events", method="POST", data=body, headers=headers):
            return cast("Response", hook.hook_stripe(request)).status_code

    def expire_holds(self) -> int:
        return _call(expiry.job_expire_holds)

    def relay_outbox(self) -> int:
        return _call(relay.job_relay_outbox)

    def returned_cents(self) -> list[int]:
        return [refund["amount"] for refund in self.stripe.state()["refunds"]]

    def ledger(self) -> dict[str, int]:
        """Return the balance of each account that is not even."""
        rows = self.rows("select account, sum(cents)::int as cents from coresync.ledger_entries group by account")
        return {row["account"]: row["cents"] for row in rows if row["cents"]}

    def receive(self) -> Response | tuple[str, int]:
        return cast("Response", hook.hook_stripe(request)) if self.listens else ("", 204)


def _call(job: Callable[[Any], Any]) -> int:
    # Without a route for static files: Python 3.11 can't compile one in several threads at the same moment.
    with Flask("job", static_folder=None).test_request_context(method="POST"):
        return cast("Response", job(request)).status_code


def settings_for(
    database_url: str, folder: Path, *, public_url: str = "http://localhost:8080", **more: Any
) -> Settings:
    """Return settings with keys of their own."""
    (folder / "data.json").write_text(json.dumps({"1": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}))
    (folder / "signing").write_text("a key\n")
    return Settings(
        project="demo",
        spa_id=SPA_ID,
        public_url=public_url,
        database_url=database_url,
        database_pool_max=60,
        data_key_file=str(folder / "data.json"),
        signing_key_file=str(folder / "signing"),
        **more,
    )


@contextmanager
def spa_house(database_url: str, folder: Path) -> Iterator[SpaHouse]:
    """Open the demo spa."""
    house = SpaHouse(settings_for(database_url, folder))
    load_demo(house.database, now=NOW)
    yield house
    house.database.close()


@contextmanager
def pay_house(database_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch, **settings: Any) -> Iterator[PayHouse]:
    """Open the demo spa with Stripe beside it."""
    app = Flask("doors", static_folder=None)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=QuietHandler)
    url = f"http://127.0.0.1:{server.server_port}/api/stripe/events"
    with StripeStandIn(hook_url=url, webhook_secret=WEBHOOK_SECRET) as stripe:
        vendor = {"stripe_api_base": stripe.url, "stripe_checkout_origin": stripe.url}
        keys = {"stripe_api_key": "sk_test_1", "stripe_webhook_secret": WEBHOOK_SECRET}
        house = PayHouse(settings_for(database_url, folder, **vendor, **keys, **settings), stripe)
        load_demo(house.database, now=NOW)
        for door in (hook, expiry, relay):
            monkeypatch.setattr(door, "services", lambda: house)
        app.add_url_rule("/api/stripe/events", view_func=house.receive, methods=["POST"])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield house
        finally:
            stripe.reset()
            server.shutdown()
            thread.join()
            server.server_close()
    house.database.close()


START_WITHIN = 30
"""Seconds in which all threads have to stand ready."""


def at_once(count: int, act: Callable[[int], Any]) -> list[Any]:
    """Let that many threads act at the same moment; return what each gave, or the error that it raised."""
    barrier = threading.Barrier(count, timeout=START_WITHIN)
    results: list[Any] = [None] * count

    def run(number: int) -> None:
        barrier.wait()
        try:
            results[number] = act(number)
        except Exception as error:  # noqa: BLE001 -- the error is the result
            results[number] = error

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
