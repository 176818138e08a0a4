"""What happened outside the chat, told by the booking as it stands now."""

import pytest

from shared_lib.agent.dialogue.news import news
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.events import EventType
from tests.agent.dialogue.house import Guest, House


@pytest.fixture
def guest():
    guest = Guest(House())
    guest.says("deep tissue friday 3pm", "yes", "Daniel Example", "daniel@example.com")
    return guest


def told(guest, event):
    reply = news(event, guest.booking, guest.house.services())
    return reply.text if reply else None


def test_a_payment_confirms_with_the_address_and_where_the_mail_goes(guest):
    guest.house.pay(guest.booking)
    text = told(guest, EventType.CONFIRMED)
    assert "CS-2026-000001: Deep Tissue Massage, Friday 27 November, 3:00 PM New York time with Anna" in text
    assert "1 Example Street" in text
    assert "daniel@example.com" in text


def test_the_address_of_the_house_is_told_with_the_confirmation_only(guest):
    assert "1 Example Street" not in "\n".join(guest.says(line) for line in ("where are you?", "thanks"))


def test_a_declined_card_leaves_the_hold_and_the_way_to_pay(guest):
    reply = news(EventType.PAYMENT_FAILED, guest.booking, guest.house.services())
    assert "nothing was charged. I am still holding" in reply.text
    assert reply.payment["amount_cents"] == 25080


def test_a_hold_that_ran_out_can_be_looked_for_again(guest):
    guest.house.later(minutes=11)
    guest.house.become(guest.booking, Status.EXPIRED)
    reply = news(EventType.EXPIRED, guest.booking, guest.house.services())
    assert "open to others again" in reply.text
    assert "3:00 PM New York time is free" in guest.chooses(reply.choices[0].id)


@pytest.mark.parametrize("event", [EventType.CONFIRMED, EventType.EXPIRED, EventType.CANCELLED, EventType.HELD])
def test_what_the_booking_has_moved_on_from_is_no_news(guest, event):
    assert told(guest, event) is None


def test_a_late_payment_whose_place_is_gone_is_told_with_its_refund(guest):
    guest.house.become(guest.booking, Status.EXPIRED)
    assert "The full amount goes back to your card" in told(guest, EventType.PAYMENT_REFUNDED)


def test_a_refund_is_told_with_its_amount(guest):
    guest.house.pay(guest.booking)
    assert "back to your card" in told(guest, EventType.PAYMENT_REFUNDED)
