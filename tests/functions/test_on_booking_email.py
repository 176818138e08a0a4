"""The door between Pub/Sub and the guest's mail: what comes in, what is acknowledged, what has to come again."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from functions.on_booking_email import main
from shared_lib.bookings.history import BookingHistory
from shared_lib.kernel.errors import OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.kernel.events import EventType
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import Claim, Mail, MailKind
from shared_lib.notifications.send_text import TextContext
from shared_lib.notifications.text import SmsReach
from tests.pushes import push, pushes
from tests.visits import NOW, SPA, a_visit, heard

MAIL = Mail(MailKind.CONFIRMATION, "subject", "<p>html</p>", "text")
CLAIM = Claim(UUID(int=7), attempt=1)


class PostOffice:
    """Everything that the door works with: one visit, one claim, and a carrier that answers as it is told."""

    def __init__(self, answer: Exception | None = None, *, claims: int = 1):
        self.answer = answer
        self.claims = [CLAIM] * claims
        self.done: list[tuple] = []
        self.visit = a_visit()

    def get(self, _):
        return self.visit

    def past(self, _):
        return BookingHistory(was_confirmed=True)

    def render(self, *_, **__):
        return MAIL

    def claim(self, *_, **__):
        return self.claims.pop() if self.claims else None

    def send(self, mail, *, to, message_id):
        self.done.append(("send", to.email, message_id))
        if self.answer:
            raise self.answer
        return "vendor's id"

    def withheld(self, *_):
        return None

    def claimed_since(self, *_, **__):
        return 0

    def __getattr__(self, outcome):
        return lambda *facts, **_: self.done.append((outcome, *facts))


def open_office(monkeypatch, **wishes) -> PostOffice:
    office = PostOffice(**wishes)
    names = ("bookings", "history", "mail_log", "renderer", "mailer", "rules", "manager_alerts")
    parts: dict[str, Any] = dict.fromkeys(names, office)
    context = MailContext(**parts, most_per_hour=500)
    writers: dict[str, Any] = dict.fromkeys(("messenger", "writer", "links", "guests"), office)
    texts = TextContext(mails=context, reach=SmsReach(frozenset()), **writers)
    deps = SimpleNamespace(mail_context=context, text_context=texts, clock=lambda: NOW, spa=SPA, pushes=pushes())
    monkeypatch.setattr(main, "services", lambda: deps)
    return office


def deliver(**changes) -> int:
    """Push the event that confirmed the visit, with other attributes where some are given; return the status."""
    return push(main.on_booking_email, heard(EventType.CONFIRMED, a_visit()), **changes).status_code


def test_a_confirmed_booking_is_mailed_and_noted(monkeypatch):
    office = open_office(monkeypatch)
    assert deliver() == 200
    assert office.done == [("send", "daniel@example.com", CLAIM.message_id), ("accepted", CLAIM, "vendor's id")]


def test_a_mail_that_has_gone_out_is_acknowledged_without_another(monkeypatch):
    office = open_office(monkeypatch, claims=0)
    assert deliver() == 200
    assert office.done == []


def test_a_refusal_is_noted_and_acknowledged(monkeypatch):
    office = open_office(monkeypatch, answer=VendorRefused("sendgrid", "answered 400"))
    assert deliver() == 200
    assert office.done[1:] == [("refused", CLAIM, "answered 400")]


def test_a_mail_that_was_not_sent_comes_again(monkeypatch):
    office = open_office(monkeypatch, answer=VendorUnavailable("sendgrid", "answered 503"))
    assert deliver() == 503
    assert office.done[1:] == [("unsent", CLAIM)]


def test_a_mail_whose_fate_is_unknown_keeps_its_claim_and_comes_again(monkeypatch):
    office = open_office(monkeypatch, answer=OutcomeUnknown("sendgrid", "TimeoutError"))
    assert deliver() == 503
    assert office.done[1:] == []


@pytest.mark.parametrize("event_type", ["booking.held", "payment.captured", "something.new"])
def test_events_that_ask_for_no_mail_are_acknowledged(monkeypatch, event_type):
    office = open_office(monkeypatch)
    assert deliver(type=event_type) == 200
    assert office.done == []
