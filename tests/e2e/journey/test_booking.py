"""From the first word to the confirmation, and what stands in the books afterwards."""

from base64 import b64decode
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.journey.guest import SOON, Guest
from tests.e2e.journey.house import ZONE, House

pytestmark = pytest.mark.browser

TAKEN_BY = {"booking.held", "booking.paying", "booking.confirmed"}


@pytest.fixture(scope="module")
def open_house(stack, database, wednesdays):
    return House(stack, database, next(wednesdays))


@pytest.fixture(scope="module")
def booked(open_house, browser):
    guest = Guest(browser, open_house.url)
    reference = guest.books("book a deep tissue massage friday 1pm", "1:00 PM")
    guest.leaves()
    return open_house.booking(reference)


def test_a_guest_books_pays_and_sees_it_confirmed_without_reloading(guest):
    guest.holds("book a deep tissue massage friday 1pm", "1:00 PM with Anna")
    guest.hears("$240.00 plus $10.80 sales tax, $250.80 in all")
    guest.goes_to_pay()
    expect(guest.checkout.locator(".slip")).to_contain_text("1:00 PM to 1:50 PM New York time")
    guest.accepts_the_policy()
    guest.pays()
    guest.hears("Paid and confirmed")
    expect(guest.chat.locator(".slip.payment .until")).to_have_text("Paid")
    expect(guest.way_to_pay).to_have_count(0)
    expect(guest.checkout.get_by_role("heading", name="We look forward to you.")).to_be_visible(timeout=SOON)
    guest.chat.reload()
    guest.hears("Paid and confirmed")
    expect(guest.chat.get_by_role("button", name="Let it go")).to_have_count(0)


def test_the_confirmation_comes_by_mail_with_an_invitation(open_house, booked, eventually):
    [mail] = eventually(lambda: open_house.mails(booked), within=30)
    friday = open_house.on_friday(13).astimezone(ZONE)
    for words in (mail["text"], mail["html"]):
        assert "Deep Tissue Massage" in words
        assert "1:00 PM" in words.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
        assert booked["reference"] in words
    [invitation] = mail["attachments"]
    calendar = b64decode(invitation["content"]).decode()
    assert "BEGIN:VTIMEZONE" in calendar
    assert f"DTSTART;TZID=America/New_York:{friday:%Y%m%dT%H%M%S}" in calendar
    assert f"UID:{booked['id']}" in calendar
    delivered = "select 1 from coresync.email_log where booking_id = %s and status = 'delivered'"
    eventually(lambda: open_house.rows(delivered, booked["id"]), within=30)


def test_the_calendars_show_the_visit_and_the_public_one_nothing_of_the_guest(open_house, booked, eventually):
    eventually(lambda: open_house.shown_in("TECHNICIANS", booked), within=30)
    [public], [private] = open_house.shown_in("MASTER", booked), open_house.shown_in("TECHNICIANS", booked)
    assert public["summary"] == "Booked"
    assert not public.get("description")
    assert "Ada" not in str(public)
    assert "Deep Tissue Massage" in private["summary"]
    assert "Ada" in private["summary"]
    assert "Example" not in private["summary"]
    assert open_house.shown_in("PRIVATE", booked) == []


def test_the_books_agree_with_the_charge(open_house, booked):
    assert booked["status"] == "confirmed"
    assert booked["starts_at"] == open_house.on_friday(13)
    assert booked["ends_at"] - booked["starts_at"] == timedelta(minutes=50)
    [payment] = open_house.rows("select * from coresync.payments where booking_id = %s", booked["id"])
    [charge] = open_house.at_stripe("payment_intents", booked)
    assert (payment["status"], payment["amount_cents"]) == ("paid", 25_080)
    assert (charge["id"], charge["amount_received"]) == (payment["payment_intent_id"], 25_080)
    ledger = open_house.rows("select account, cents from coresync.ledger_entries where booking_id = %s", booked["id"])
    assert sum(line["cents"] for line in ledger) == 0
    assert {"account": "stripe_clearing", "cents": 25_080} in ledger


def test_what_was_done_is_noted_and_told_without_a_word_of_the_guest(open_house, booked, eventually):
    noted = open_house.rows("select action, detail::text from coresync.audit_log where booking_id = %s", booked["id"])
    assert {row["action"] for row in noted} >= TAKEN_BY
    open_house.move_clock(advance=60)
    waiting = "select type from coresync.outbox where booking_id = %s and published_at is null"
    eventually(lambda: not open_house.rows(waiting, booked["id"]), within=30)
    told = open_house.rows("select type, body::text from coresync.outbox where booking_id = %s", booked["id"])
    assert "booking.confirmed" in {row["type"] for row in told}
    assert all("Ada" not in row["body"] and "example.com" not in row["body"] for row in told)
