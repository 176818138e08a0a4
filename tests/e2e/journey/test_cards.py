"""Cards that are declined, and banks that ask."""

import pytest
from playwright.sync_api import expect

from tests.e2e.journey.guest import CAREFUL_CARD, DECLINED_CARD, SOON

pytestmark = pytest.mark.browser

WISH = "book a swedish massage friday 2pm"


def test_after_a_declined_card_the_place_is_still_kept_and_a_good_one_is_charged_once(house, guest):
    guest.holds(WISH, "2:00 PM")
    guest.goes_to_pay()
    guest.accepts_the_policy()
    guest.pays(DECLINED_CARD)
    expect(guest.checkout.get_by_role("alert")).to_contain_text("Your card was declined.")
    guest.hears("The card was declined and nothing was charged. I am still holding")
    booking = house.booking(guest.reference)
    assert booking["status"] == "paying"
    guest.pays()
    guest.hears("Paid and confirmed")
    [charge] = house.at_stripe("payment_intents", booking)
    assert charge["status"] == "succeeded"
    assert house.booking(guest.reference)["status"] == "confirmed"


def test_a_bank_that_asks_its_guest_is_answered_before_the_visit_is_confirmed(house, guest):
    guest.holds(WISH, "2:00 PM")
    guest.goes_to_pay()
    guest.accepts_the_policy()
    guest.pays(CAREFUL_CARD)
    expect(guest.checkout.get_by_role("heading", name="Your bank asks")).to_be_visible()
    assert house.booking(guest.reference)["status"] == "paying"
    guest.checkout.get_by_role("button", name="Authorise").click()
    guest.hears("Paid and confirmed")
    expect(guest.checkout.get_by_role("heading", name="We look forward to you.")).to_be_visible(timeout=SOON)


def test_the_policy_is_accepted_before_any_card_is_asked_for(house, guest):
    guest.holds(WISH, "2:00 PM")
    guest.goes_to_pay()
    guest.checkout.get_by_role("button", name="Accept and pay securely").click()
    assert guest.checkout.get_by_role("checkbox").evaluate("box => box.validity.valueMissing")
    assert house.booking(guest.reference)["status"] == "held"
    guest.accepts_the_policy()
    accepted = house.booking(guest.reference)
    assert accepted["status"] == "paying"
