"""Payments that come late or never, and what becomes of the place."""

import pytest
from playwright.sync_api import expect

from tests.e2e.journey.guest import SOON

pytestmark = pytest.mark.browser

BED = "book the ai massage bed friday 1pm"
"""There is one of it: who has it, has it alone."""
HOLD = 10 * 60
MINUTE = 60


@pytest.fixture
def ada(new_guest):
    """She is at Stripe's page, with the bed held for her."""
    ada = new_guest("Ada Example")
    ada.holds(BED, "1:00 PM")
    ada.goes_to_pay()
    ada.accepts_the_policy()
    return ada


@pytest.fixture
def bob(new_guest):
    return new_guest("Bob Example")


def test_an_abandoned_checkout_gives_its_place_back_within_two_minutes(house, ada, bob):
    house.move_clock(advance=HOLD + MINUTE)
    ada.hears("The time to pay has ended, and Friday")
    expect(ada.way_to_pay).to_have_count(0)
    bob.holds(BED, "1:00 PM")
    assert house.booking(bob.reference)["starts_at"] == house.on_friday(13)
    assert house.booking(ada.reference)["status"] == "expired"


def test_the_pages_of_an_ended_hold_take_no_money(house, ada):
    page_of_ours = house.at_stripe("sessions", house.booking(ada.reference))[0]["cancel_url"]
    house.move_clock(advance=HOLD + MINUTE)
    ada.hears("The time to pay has ended")
    ada.pays()
    expect(ada.checkout.get_by_role("heading", name="This payment page has expired")).to_be_visible()
    ada.checkout.goto(page_of_ours)
    expect(ada.checkout.get_by_role("heading", name="This time is no longer held.")).to_be_visible()
    assert house.at_stripe("payment_intents", house.booking(ada.reference)) == []


def test_a_hold_that_nobody_went_to_pay_is_free_for_the_next_guest_at_once(house, new_guest, bob):
    ada = new_guest("Ada Example")
    ada.holds(BED, "1:00 PM")
    house.move_clock(advance=HOLD + 1)
    bob.holds(BED, "1:00 PM")
    assert house.booking(bob.reference)["starts_at"] == house.on_friday(13)
    house.move_clock(advance=MINUTE)
    ada.hears("The time to pay has ended")


def test_who_types_a_card_while_the_hold_ends_keeps_the_place(house, ada, bob):
    with house.unanswered_by("stripe"):
        house.move_clock(advance=HOLD + 3 * MINUTE)
        bob.arrives()
        bob.says(BED)
        expect(bob.chat.locator(".choices").get_by_role("button", name="1:00 PM")).to_have_count(0)
        ada.pays()
        expect(ada.checkout.get_by_role("heading", name="Your payment is being confirmed.")).to_be_visible()
    ada.hears("Paid and confirmed")
    [charge] = house.at_stripe("payment_intents", house.booking(ada.reference))
    assert charge["status"] == "succeeded"


def _is_charged_although_expired(ada, house):
    """Let Stripe take the card in the very moment in which its page expires: its word was good, and then it was not."""
    stripe = house.vendor("stripe")
    [session] = house.at_stripe("sessions", house.booking(ada.reference))
    stripe.store.put("sessions", session["id"], session | {"status": "open", "url": ada.checkout.url})
    ada.pays()


def test_a_payment_after_the_end_takes_the_free_place_again(house, ada, eventually):
    house.move_clock(advance=HOLD + MINUTE)
    ada.hears("The time to pay has ended")
    _is_charged_although_expired(ada, house)
    expect(ada.checkout.get_by_role("heading", name="We look forward to you.")).to_be_visible(timeout=SOON)
    eventually(lambda: ada.comes_back() or "Paid and confirmed" in ada.answer.inner_text(), within=30)
    assert house.booking(ada.reference)["status"] == "confirmed"
    assert house.at_stripe("refunds", house.booking(ada.reference)) == []


def test_a_payment_after_the_end_goes_back_where_the_place_is_taken(house, ada, bob, eventually):
    house.move_clock(advance=HOLD + MINUTE)
    ada.hears("The time to pay has ended")
    bob.holds(BED, "1:00 PM")
    _is_charged_although_expired(ada, house)
    booking = house.booking(ada.reference)
    [refund] = eventually(lambda: house.at_stripe("refunds", booking), within=30)
    assert refund["amount"] == booking["total_cents"] == 15_675
    expect(ada.checkout.get_by_text("The full amount goes back to your card")).to_be_visible(timeout=SOON)
    told = "The full amount goes back to your card"
    eventually(lambda: ada.comes_back() or told in ada.answer.inner_text(), within=30)
    [mail] = eventually(lambda: house.mails(booking), within=30)
    assert mail["kind"] == "refund_late"
    assert "$156.75" in mail["text"]
    assert house.booking(ada.reference)["status"] == "expired"
