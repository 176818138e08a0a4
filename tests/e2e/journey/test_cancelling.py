"""Letting go of a hold, and of a visit that is paid."""

from base64 import b64decode

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WISH = "book a swedish massage friday 2pm"


def test_a_hold_is_let_go_before_it_is_paid(house, guest):
    guest.holds(WISH, "2:00 PM")
    guest.presses("Let it go")
    guest.hears("Nothing was charged.")
    expect(guest.way_to_pay).to_have_count(0)
    assert house.booking(guest.reference)["status"] == "cancelled"
    assert house.mails(house.booking(guest.reference)) == []


def test_who_lets_go_and_pays_all_the_same_gets_everything_back(house, guest, eventually):
    guest.holds(WISH, "2:00 PM")
    guest.goes_to_pay()
    guest.accepts_the_policy()
    with house.unanswered_by("stripe"):
        guest.presses("Let it go")
        guest.pays()
        expect(guest.checkout.get_by_role("heading", name="is being confirmed")).to_be_visible()
    booking = house.booking(guest.reference)
    [refund] = eventually(lambda: house.at_stripe("refunds", booking), within=40)
    assert refund["amount"] == booking["total_cents"]
    told = "$188.10 is on its way back to your card"
    eventually(lambda: guest.comes_back() or told in guest.answer.inner_text(), within=30)
    assert house.booking(guest.reference)["status"] == "cancelled"


def test_a_paid_visit_is_cancelled_a_day_before_and_half_of_it_goes_back(house, guest, eventually):
    guest.books("book a swedish massage thursday 2pm", "2:00 PM")
    booking = house.booking(guest.reference)
    [confirmation] = eventually(lambda: house.mails(booking), within=30)
    eventually(lambda: house.shown_in("MASTER", booking), within=30)
    guest.says("I have to cancel")
    guest.hears("$94.05 of $188.10 goes back to you")
    guest.presses("Yes, cancel it")
    guest.hears("$94.05 goes back to your card")
    house.move_clock(advance=60)
    [refund] = eventually(lambda: house.at_stripe("refunds", booking), within=30)
    assert refund["amount"] == 9_405
    eventually(lambda: not house.shown_in("MASTER", booking) + house.shown_in("TECHNICIANS", booking), within=30)
    [_, cancellation] = eventually(lambda: house.mails(booking)[1:] and house.mails(booking), within=30)
    first, last = (b64decode(mail["attachments"][0]["content"]).decode() for mail in (confirmation, cancellation))
    assert "METHOD:CANCEL" in last
    assert _line(first, "UID") == _line(last, "UID")
    assert int(_line(last, "SEQUENCE")) > int(_line(first, "SEQUENCE"))


def _line(calendar: str, name: str) -> str:
    [line] = [line for line in calendar.splitlines() if line.startswith(f"{name}:")]
    return line.removeprefix(f"{name}:")
