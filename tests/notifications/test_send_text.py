"""A guest's text through PostgreSQL and Twilio: once, where they asked for it, and never in the way of the mail."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
import requests
from flask import Flask, Response, request

from functions.job_send_reminders import main as job
from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.twilio import TwilioStandIn
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.ports import Change
from shared_lib.guests.contact_point import Channel, ContactPoint
from shared_lib.guests.preferences import Preference, Topic
from shared_lib.kernel.errors import OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.kernel.events import Event, EventType
from shared_lib.notifications.context import MailBreakerOpen
from shared_lib.notifications.send_text import send_reminder_text
from shared_lib.notifications.suppression import SuppressionReason
from shared_lib.notifications.tell_guest import tell_guest
from shared_lib.notifications.text import telephone_of
from tests.notifications.plain_renderer import PlainRenderer
from tests.snapshots import FRIDAY, at
from tests.spa_house import THREE, SpaHouse, settings_for
from tests.visits import SPA

ACCOUNT, TOKEN, SENDER, NUMBER = f"AC{7:032x}", "a token", "+15550100100", "+15550100199"
CALLER = Contact("Daniel Example", "daniel@example.com", "(555) 010-0199")
BY_NUMBER_ALONE = dataclasses.replace(CALLER, email="")


class CallHouse(SpaHouse):
    """A house that is called, and writes to telephones."""

    def call(self, contact: Contact = CALLER, *, source: str = "phone") -> Event:
        """Have a place held in a call, and return the event of it."""
        booking = self.hold(THREE, contact=contact, source=source, key=str(uuid4()))
        return Event(uuid4(), EventType.HELD, booking.id, booking.version, self.now)

    def tell(self, event: Event) -> None:
        tell_guest(event, mails=self.mail_context, texts=self.text_context, spa=SPA, now=self.now)

    def remind(self, booking: Booking) -> bool:
        return send_reminder_text(booking, context=self.text_context, now=self.now)

    def run_job(self) -> int:
        """Run the job of reminders, and return how many visits it reminded of."""
        with Flask("job", static_folder=None).test_request_context(method="POST"):
            return int(cast("Response", job.job_send_reminders(request)).get_json()["sent"])

    def choose(self, topic: Topic, *, allowed: bool) -> None:
        hashed = self.cipher.fingerprint(NUMBER)
        self.preferences.choose([hashed], [Preference(topic, Channel.SMS, allowed)], now=self.now)

    def log(self) -> dict[str, str]:
        return {row["kind"]: row["status"] for row in self.rows("select kind, status from coresync.email_log")}


@contextmanager
def call_house(database_url: str, folder: Path, **settings: Any) -> Iterator[CallHouse]:
    """Open the house."""
    house = CallHouse(settings_for(database_url, folder, **settings))
    house.__dict__["mail_renderer"] = PlainRenderer()
    yield house
    house.database.close()


@pytest.fixture
def twilio() -> Iterator[TwilioStandIn]:
    with TwilioStandIn(account=ACCOUNT, token=TOKEN, sender=SENDER) as twilio:
        yield twilio


@pytest.fixture
def house(database_url, tmp_path, twilio) -> Iterator[CallHouse]:
    keys = {"sms_account": ACCOUNT, "sms_token": TOKEN, "sms_sender": SENDER}
    with call_house(database_url, tmp_path, sms_api_base=twilio.url, mails_of_a_kind_per_hour=2, **keys) as house:
        yield house


def test_a_place_held_in_a_call_is_paid_by_a_link_in_a_mail_and_a_text_each_once(house, twilio):
    event = house.call()
    for _ in range(3):
        house.tell(event)
    [text] = twilio.texts()
    assert text["to"] == NUMBER
    assert text["body"].startswith("CoreSync: pay by ")
    assert house.text_context.links.pay(event.booking_id) in text["body"]
    assert house.letters.sent == [("daniel@example.com", "payment_link")]
    assert house.log() == {"payment_link": "accepted", "sms_payment_link": "accepted"}


def test_a_caller_without_an_address_gets_the_text_alone(house, twilio):
    house.tell(house.call(BY_NUMBER_ALONE))
    assert len(twilio.texts()) == 1
    assert house.letters.sent == []


def test_who_had_a_place_held_in_the_chat_is_told_there(house, twilio):
    house.tell(house.call(source="chat"))
    assert (twilio.texts(), house.log()) == ([], {})


def test_who_wants_no_texts_about_money_gets_the_mail_but_a_number_alone_is_all_there_is(house, twilio):
    house.choose(Topic.PAYMENTS, allowed=False)
    house.tell(house.call())
    assert (len(house.letters.sent), twilio.texts()) == (1, [])
    house.tell(house.call(BY_NUMBER_ALONE))
    assert len(twilio.texts()) == 1


def test_a_hold_that_has_ended_brings_no_link(house, twilio):
    event = house.call()
    house.wait(minutes=60)
    house.tell(event)
    assert twilio.texts() == []


def test_trouble_with_one_carrier_is_none_of_the_others_and_is_made_good(house, twilio):
    event = house.call()
    twilio.faults = Faults(error_rate=1)
    with pytest.raises(VendorUnavailable, match="twilio"):
        house.tell(event)
    assert house.log() == {"payment_link": "accepted", "sms_payment_link": "unsent"}
    twilio.faults = Faults()
    house.tell(event)
    assert (len(house.letters.sent), len(twilio.texts())) == (1, 1)
    other = house.call()
    house.letters.away = True
    with pytest.raises(VendorUnavailable, match="sendgrid"):
        house.tell(other)
    assert len(twilio.texts()) == 2


def test_a_text_whose_fate_nobody_knows_is_sent_again_after_ten_minutes(house, twilio):
    event = house.call(BY_NUMBER_ALONE)
    twilio.faults = Faults(drop_rate=1)
    with pytest.raises(OutcomeUnknown):
        house.tell(event)
    twilio.faults = Faults()
    with pytest.raises(OutcomeUnknown):
        house.tell(event)
    house.wait(minutes=11)
    house.tell(event)
    house.tell(event)
    assert len(twilio.texts()) == 2


def test_whoever_said_stop_is_noted_and_nothing_is_tried_again(house, twilio):
    requests.post(f"{twilio.url}/_answer", json={"from": NUMBER, "body": "STOP"}, timeout=5)
    event = house.call()
    house.tell(event)
    [row] = house.rows("select status, reason from coresync.email_log where kind = 'sms_payment_link'")
    assert row == {"status": "refused", "reason": "answered 400 21610"}
    assert house.send_rules.given_up(NUMBER) is SuppressionReason.REFUSED
    house.choose(Topic.REMINDERS, allowed=True)
    assert not house.remind(house.bookings.get(event.booking_id))
    house.tell(house.call())
    assert house.log() == {"payment_link": "accepted", "sms_payment_link": "refused"}


def test_a_reminder_goes_to_whoever_chose_it_once_for_each_version(house, twilio):
    booking = house.hold(contact=CALLER)
    assert not house.remind(booking)
    house.choose(Topic.REMINDERS, allowed=True)
    assert [house.remind(booking), house.remind(booking)] == [True, False]
    [text] = twilio.texts()
    assert "Friday 20 November, 2:00 PM New York time" in text["body"]
    assert house.text_context.links.visit(booking.id) in text["body"]


def test_the_job_reminds_by_text_who_chose_it_beside_the_mail_or_alone(house, twilio, monkeypatch):
    monkeypatch.setattr(job, "services", lambda: house)
    house.choose(Topic.REMINDERS, allowed=True)
    for contact in (CALLER, BY_NUMBER_ALONE):
        booking = house.hold(contact=contact)
        house.bookings.change(booking.id, _confirm, now=house.now)
    house.now = at(FRIDAY - timedelta(days=1), "09:00")
    assert [house.run_job(), house.run_job()] == [2, 0]
    assert len(twilio.texts()) == 2
    assert house.letters.sent == [("daniel@example.com", "reminder")]


def test_who_booked_by_address_is_reminded_at_the_number_that_they_proved(house, twilio):
    booking = house.hold(contact=dataclasses.replace(CALLER, phone=""))
    house.choose(Topic.REMINDERS, allowed=True)
    guest = house.guests.prove(ContactPoint(Channel.EMAIL, CALLER.email), known=None, now=house.now).guest
    assert not house.remind(booking)
    house.guests.prove(ContactPoint(Channel.SMS, NUMBER), known=guest.id, now=house.now)
    assert house.remind(booking)
    assert [text["to"] for text in twilio.texts()] == [NUMBER]


def test_a_text_that_did_not_go_out_is_made_good_though_the_mail_is_settled(house, twilio, monkeypatch):
    """Twilio away at nine and back at ten: who has switched the mail off would be reminded by nobody."""
    monkeypatch.setattr(job, "services", lambda: house)
    house.choose(Topic.REMINDERS, allowed=True)
    no_mail = Preference(Topic.REMINDERS, Channel.EMAIL, allowed=False)
    house.preferences.choose([house.cipher.fingerprint(CALLER.email)], [no_mail], now=house.now)
    house.bookings.change(house.hold(contact=CALLER).id, _confirm, now=house.now)
    house.now = at(FRIDAY - timedelta(days=1), "09:00")
    twilio.faults = Faults(error_rate=1)
    assert house.run_job() == 0
    twilio.faults = Faults()
    house.wait(minutes=60)
    assert [house.run_job(), house.run_job()] == [1, 0]
    assert (len(twilio.texts()), house.letters.sent) == (1, [])


def _confirm(change: Change) -> None:
    change.transition(EventType.CONFIRMED, actor="test")


def test_the_breaker_counts_texts_too(house, twilio):
    house.choose(Topic.REMINDERS, allowed=True)
    first, second, third = (house.hold(THREE - timedelta(hours=hours), contact=CALLER) for hours in (0, 0, 2))
    assert [house.remind(first), house.remind(second)] == [True, True]
    with pytest.raises(MailBreakerOpen):
        house.remind(third)
    assert len(twilio.texts()) == 2


def test_a_code_goes_to_a_telephone(house, twilio):
    sid = house.send_code_text("012345", NUMBER, UUID(int=7))
    [text] = twilio.texts()
    assert (text["sid"], "012345" in text["body"]) == (sid, True)


def test_a_house_without_sms_sends_its_mails_and_refuses_codes(database_url, tmp_path):
    with call_house(database_url, tmp_path) as house:
        assert not house.sms_is_offered
        house.tell(house.call())
        assert house.log() == {"payment_link": "accepted"}
        with pytest.raises(VendorRefused):
            house.send_code_text("012345", NUMBER, UUID(int=7))


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("(555) 010-0199", NUMBER),
        ("555 010 0199 ext. 7", None),
        ("call me", None),
        ("", None),
        ("+44 7700 900123", "+447700900123"),
    ],
)
def test_a_telephone_is_read_as_guests_write_it(phone, number):
    assert telephone_of(phone) == (ContactPoint(Channel.SMS, number) if number else None)
