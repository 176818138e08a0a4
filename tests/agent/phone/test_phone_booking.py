"""A place held on the phone: once for each action, with its answer, and never twice for two callers."""

import dataclasses
import json
import re
import socket
from datetime import timedelta

import pytest

from shared_lib.kernel.adapters.outbox import PostgresOutbox
from shared_lib.kernel.adapters.pubsub import PubSubPublisher
from shared_lib.kernel.dispatch_events import AT_ONCE, EventDispatcher
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.events import EventType
from shared_lib.payments.pay_links import booking_of
from tests.phone_house import GUEST
from tests.spa_house import SWEDISH, at_once

CLIENTS = 30
E164_CALLER = "+15550100199"


def only_booking(house):
    [row] = house.rows("select id from coresync.bookings")
    return house.bookings.get(row["id"])


def test_a_place_is_held_for_half_an_hour_under_the_guests_name(house):
    answer = house.book(house.slot(), "call-1", notes="no lavender")
    booking = only_booking(house)
    assert (answer["ok"], answer["status"], answer["reference"]) == (True, "held", booking.reference)
    assert (booking.source, booking.atlas_call_id, booking.status) == ("phone", "call-1", "held")
    assert booking.held_until == house.now + timedelta(minutes=30)
    assert answer["held_until"] == "2026-11-18T10:30:00-05:00"


def test_the_contact_is_kept_with_the_callers_number_where_no_other_was_said(house):
    house.book(house.slot(), notes=" no lavender ")
    contact = only_booking(house).contact
    assert (contact.name, contact.email) == (GUEST["name"], GUEST["email"])
    assert (contact.phone, contact.notes) == (E164_CALLER, "no lavender")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("+1 555 010 0111", "+15550100111"),
        ("(212) 555-0123", "+12125550123"),
        ("tel:+1 212 555 0123", "+12125550123"),
        ("", E164_CALLER),
    ],
)
def test_a_number_that_was_said_is_the_one_that_counts(house, said, kept):
    house.book(house.slot(), phone=said)
    assert only_booking(house).contact.phone == kept


def test_the_callers_own_number_is_kept_however_it_is_shown(house):
    parameters = {"slot": house.slot(), **GUEST}
    house.asks("book_appointment", {"callId": "c", "customerPhoneNumber": "(212) 555-0123", "parameters": parameters})
    assert only_booking(house).contact.phone == "+12125550123"


@pytest.mark.parametrize("said", ["call me", "0123", "212 555 0123 or 212 555 0124"])
def test_what_is_no_number_is_asked_for_again(house, said):
    answer = house.book(house.slot(), phone=said)
    assert (answer["code"], answer["field"], house.count("bookings")) == ("BAD_INPUT", "phone", 0)


def test_a_withheld_number_is_no_number(house):
    parameters = {"slot": house.slot(), **GUEST}
    answer = house.asks(
        "book_appointment", {"callId": "c", "customerPhoneNumber": "anonymous", "parameters": parameters}
    )
    assert (answer["ok"], only_booking(house).contact.phone) == (True, "")


@pytest.mark.parametrize(
    "said", ["Daniel@Example.com", " daniel@example.com. ", "daniel at example dot com", "it is daniel@example.com"]
)
def test_an_address_is_understood_as_it_was_said_and_read_back(house, said):
    answer = house.book(house.slot(), email=said)
    assert only_booking(house).contact.email == "daniel@example.com"
    assert "daniel at example dot com. Is that right?" in answer["message"]


@pytest.mark.parametrize(
    ("said", "kept", "read_back"),
    [
        ("smith&sons@example.com", "smith&sons@example.com", "smith ampersand sons at example dot com"),
        ("first.o\u2019last@example.com", "first.o'last@example.com", "first dot o apostrophe last at example dot com"),
        ("lucia punto vega arroba example punto com", "lucia.vega@example.com", "lucia dot vega at example dot com"),
        ("anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example", "anna at xn dash dash bcher dash kva dot example"),
    ],
)
def test_an_address_is_kept_exactly_and_read_back_letter_by_letter(house, said, kept, read_back):
    answer = house.book(house.slot(), email=said)
    assert only_booking(house).contact.email == kept
    assert f"I have your e-mail address as {read_back}. Is that right?" in answer["message"]


@pytest.mark.parametrize(
    "said", ["smith & sons@example.com", "smith and sons at example dot com", "anna@example.com/tom@example.com"]
)
def test_half_an_address_is_asked_for_again(house, said):
    answer = house.book(house.slot(), email=said)
    assert (answer["code"], answer["field"], house.count("bookings")) == ("BAD_INPUT", "email", 0)


def test_what_is_said_of_a_hold_can_be_spoken_and_promises_no_more_than_a_hold(house):
    message = house.book(house.slot())["message"]
    assert message.startswith("I am holding Friday, November twentieth at two PM, New York time")
    assert "one hundred eighty-eight dollars and ten cents with tax, and the payment confirms it" in message
    assert not re.search(r"[0-9@<>*_]|book|https?:", message)


def test_the_link_leads_to_the_payment_of_this_booking(house):
    url = house.book(house.slot())["payment_url"]
    assert url.startswith(f"{house.public_url}/pay/")
    assert booking_of(url.rpartition("/")[2], house.signer) == only_booking(house).id


def test_the_rules_and_the_price_are_those_of_a_guest_without_membership(house):
    house.book(house.slot())
    assert (only_booking(house).tier, only_booking(house).net_cents) == ("Non-Member", 18000)


def test_couples_and_friends_are_held_as_one(house):
    house.book(house.slot("couple's massage", "2026-11-19T15:00"))
    friends = house.book(house.slot("swedish massage", "2026-11-19T18:30", party=2))
    assert "for the Swedish Massage for two with" in friends["message"]
    counted = (
        "select count(*) as places from coresync.booking_resources r join coresync.bookings b on b.id = booking_id"
    )
    rows = house.rows(counted + " where party = 2 group by b.id order by min(starts_at)")
    assert [row["places"] for row in rows] == [3, 4]


def test_the_wished_technician_is_kept(house):
    answer = house.book(house.slot(technician="David"))
    assert (answer["technician"], only_booking(house).technicians) == ("David", ("David",))


def test_the_mail_with_the_link_does_not_wait_for_the_relay(house, monkeypatch):
    within, publish = [], house.wire.publish
    monkeypatch.setattr(house.wire, "publish", lambda events, **time: within.append(time) or publish(events, **time))
    house.book(house.slot())
    [event] = house.wire.events
    assert (event.type, event.booking_id) == (EventType.HELD, only_booking(house).id)
    assert within == [{"within": AT_ONCE}]
    assert house.count("outbox", "published_at is null") == 0


def test_while_pub_sub_is_silent_the_answer_comes_and_the_event_waits(house):
    """A port that takes calls and never answers: Google's client gives up after the half second that it is given."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        host = f"127.0.0.1:{silent.getsockname()[1]}"
        publisher = PubSubPublisher(project="demo", topic="booking-events", emulator=host)
        house.__dict__["dispatcher"] = EventDispatcher(PostgresOutbox(house.database), publisher)
        assert house.book(house.slot(), "call-1")["ok"]
    assert house.count("outbox", "published_at is null") == 1


def test_an_event_that_did_not_get_out_does_when_the_action_is_asked_for_again(house):
    slot, house.wire.cut = house.slot(), True
    answer = house.book(slot, "call-1")
    house.wire.cut = False
    assert house.book(slot, "call-1") == answer
    assert house.book(slot, "call-1") == answer
    assert house.wire.types == ["booking.held"]


def test_the_same_action_again_gives_the_same_answer_and_no_second_booking(house):
    """A platform whose answer was lost asks again (ringee-io PR #64)."""
    slot = house.slot()
    answers = [house.book(slot, "call-1") for _ in range(3)]
    assert answers[1:] == answers[:1] * 2
    assert house.count("bookings") == 1
    assert house.count("outbox", "type = 'booking.held'") == 1


def test_ringee_io_64_the_same_action_many_times_at_once_makes_one_booking(house):
    slot = house.slot()
    answers = at_once(CLIENTS, lambda _: house.book(slot, "call-1"))
    assert answers == [answers[0]] * CLIENTS
    assert (answers[0]["ok"], house.count("bookings")) == (True, 1)


def test_an_answer_is_given_again_when_its_slot_has_run_out(house):
    slot = house.slot()
    first = house.book(slot, "call-1")
    house.wait(minutes=20)
    assert house.book(slot, "call-1") == first


def test_an_answer_is_given_again_while_the_guest_pays(house):
    slot = house.slot()
    first = house.book(slot, "call-1")
    house.rows("update coresync.bookings set status = 'paying' returning 1")
    house.wait(minutes=40)
    assert house.book(slot, "call-1") == first


def test_a_caller_whose_answer_was_lost_after_the_commit_asks_again(house, monkeypatch):
    slot = house.slot()
    body = {"callId": "call-1", "campaignId": "spring", "parameters": {"slot": slot, **GUEST}}
    with monkeypatch.context() as patch:
        patch.setattr("shared_lib.agent.phone.booking.pay_url", _broken)
        lost = house.post("/api/atlas/actions/book_appointment", json.dumps(body).encode())
    assert (lost.status_code, house.count("bookings")) == (503, 1)
    assert house.book(slot, "call-1")["reference"] == only_booking(house).reference
    assert house.count("bookings") == 1


def _broken(*_, **__):
    raise VendorUnavailable("postgres", "OperationalError")


def test_an_action_that_is_asked_for_again_after_the_payment_hears_of_it(house):
    slot = house.slot()
    reference = house.book(slot, "call-1")["reference"]
    house.rows("update coresync.bookings set status = 'confirmed' returning 1")
    again = house.book(slot, "call-1")
    assert (again["ok"], again["status"], again["reference"]) == (True, "confirmed", reference)


def test_an_action_that_is_asked_for_again_after_its_hold_never_says_that_it_is_held(house):
    slot = house.slot()
    house.book(slot, "call-1")
    house.wait(minutes=31)
    again = house.book(slot, "call-1")
    assert (again["ok"], again["code"], house.count("bookings")) == (False, "HOLD_ENDED", 1)
    assert "nothing was charged" in again["message"]


def test_another_call_or_other_words_are_another_action(house):
    slot = house.slot()
    references = {house.book(slot, "call-1")["reference"], house.book(slot, "call-2")["reference"]}
    third = house.book(slot, "call-1", name="Eve Example")
    assert (len(references), third["code"]) == (2, "SLOT_TAKEN")


def test_a_slot_is_good_for_ten_minutes(house):
    slot = house.slot()
    house.wait(minutes=9.9)
    assert house.book(slot)["ok"]


def test_an_old_slot_is_looked_for_again(house):
    slot = house.slot()
    house.wait(minutes=10)
    answer = house.book(slot)
    assert (answer["code"], house.count("bookings")) == ("SLOT_EXPIRED", 0)
    assert answer["alternatives"][0]["label"] == "Friday, November twentieth at two PM"
    assert house.book(answer["alternatives"][0]["slot"])["ok"]


def test_a_slot_that_a_rule_forbids_meanwhile_is_refused_with_its_reason(house):
    slot = house.slot("swedish massage", "2026-11-18T11:00")
    house.wait(minutes=5)
    answer = house.book(slot)
    assert (answer["code"], answer["reason"]) == ("TOO_SOON", "TOO_SOON")
    assert answer["alternatives"]


def test_a_slot_of_a_treatment_that_is_sold_no_more_leads_to_the_front_desk(house):
    slot = house.slot()
    book = house.price_book()
    rest = tuple(row for row in book.treatments if row.id != SWEDISH)
    house.price_books.publish(house.spa.id, dataclasses.replace(book, treatments=rest), now=house.now)
    answer = house.book(slot)
    assert (answer["code"], house.count("bookings")) == ("NOT_FOUND", 0)
    assert "front desk" in answer["message"]
