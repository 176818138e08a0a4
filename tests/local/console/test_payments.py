"""Cards that are carried to the real pages, and what the console shows of them."""

from http import HTTPStatus

import pytest

from infra.local.console.payments import payments
from infra.local.stand_ins.faults import Faults

ASKS = "4000002760003184"
DECLINES = "4000000000000002"


def test_a_guest_pays_by_the_real_pages(house):
    receipt = house.pay(card="4242 4242 4242 4242")
    assert receipt == {
        "status": "paid",
        "message": "We look forward to you.",
        "url": f"{house.url}/pay/token?from=stripe",
    }
    assert house.accepted == ["v1"]
    assert house.stripe().checkout.sessions.retrieve(house.session.id).payment_status == "paid"


def test_a_declined_card_is_said_and_another_one_is_taken_on_the_same_page(house):
    receipt = house.pay(card=DECLINES)
    assert (receipt["status"], receipt["message"]) == ("declined", "Your card was declined.")
    assert house.pay(payment_url=receipt["url"])["status"] == "paid"


@pytest.mark.parametrize(
    ("answer", "status"),
    [(None, "paid"), ("authorise", "paid"), ("refuse", "declined"), ("leave", "needs_authentication")],
)
def test_a_bank_that_asks_is_answered(house, answer, status):
    assert house.pay(card=ASKS, authentication=answer)["status"] == status


def test_a_number_that_is_no_card_is_declined(house):
    receipt = house.pay(card="1234")
    assert (receipt["status"], receipt["message"]) == ("declined", "Your card number is invalid.")


def test_a_place_that_is_no_longer_held_has_ended(house):
    assert house.pay(payment_url="/pay/ended")["status"] == "ended"


def test_a_checkout_whose_time_has_run_out_has_ended(house):
    url = house.open_checkout().url
    assert house.console("payments/expire", "POST", json={"session": house.session.id}).ok
    assert house.pay(payment_url=url)["status"] == "ended"


def test_a_page_that_fails_is_told_as_failed(house):
    house.vendors.stripe.faults = Faults(error_rate=1)
    assert house.pay()["status"] == "failed"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"payment_url": "https://example.com/pay/token"}, "payment_url"),
        ({"payment_url": "/admin"}, "payment_url"),
        ({"payment_url": ""}, "payment_url"),
        ({"payment_url": None}, "payment_url"),
        ({"card": 4242}, "card"),
        ({"authentication": "perhaps"}, "authentication"),
    ],
)
def test_a_card_is_carried_to_our_pages_and_nowhere_else(house, body, field):
    refused = house.console("pay", "POST", json={"payment_url": f"{house.url}/pay/token"} | body)
    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert refused.json()["field"] == field


def test_payments_are_shown_with_the_booking_that_they_are_for(house, desk, database_url):
    booking = desk.hold()
    house.booking_id = str(booking.id)
    assert house.pay()["status"] == "paid"
    shown = payments(house.vendors.stripe, database_url)
    [intent], [session] = shown["payment_intents"], shown["checkout_sessions"]
    assert (intent["amount"], session["status"]) == (13500, "complete")
    assert shown["bookings"][intent["metadata"]["booking_id"]]["reference"] == booking.reference
    assert {event["type"] for event in shown["events"]} >= {"payment_intent.succeeded", "checkout.session.completed"}
