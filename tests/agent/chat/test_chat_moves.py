"""A paid visit is moved in the chat, over the real database and Firestore: one answer, one move."""

from uuid import uuid4

import pytest

from shared_lib.kernel.events import EventType
from tests.chat_house import FRIDAY_AT_THREE, Page, chat_house
from tests.snapshots import THURSDAY, at
from tests.spa_house import at_once


@pytest.fixture
def house(database_url, firestore_host, tmp_path, monkeypatch):
    with chat_house(database_url, firestore_host, tmp_path, monkeypatch) as house:
        yield house


@pytest.fixture
def page(house):
    """A page whose guest has paid for Friday at 3."""
    page = Page(house)
    page.says(FRIDAY_AT_THREE, "yes", "Daniel Example", "daniel@example.com")

    def pay(change):
        payment = change.payments.open(change.booking.total_cents, ends_at=house.now)
        change.payments.paid(payment, payment_intent_id="pi_1", entry=())
        change.transition(EventType.CONFIRMED, actor="stripe")

    house.bookings.change(page.booking.id, pay, now=house.now)
    return page


def test_a_paid_visit_moves_after_a_yes_and_its_followers_hear_of_it(house, page):
    assert "Shall I move it?" in page.says("I need to reschedule to thursday 3pm")
    assert "is moved" in page.says("yes")
    assert (page.booking.starts_at, page.booking.moves) == (at(THURSDAY, "15:00"), 1)
    assert house.wire.types[-1] == "booking.rescheduled"
    assert (len(house.held), house.count("payments")) == (1, 1)


def test_a_yes_that_is_sent_twice_moves_once(house, page):
    page.says("move it to thursday 3pm")
    message = str(uuid4())
    answers = at_once(2, lambda _: Page(house, page.session).send(message, text="yes").status_code)
    assert answers == [200, 200]
    assert page.booking.moves == 1


def test_a_table_from_before_the_payment_moves_nothing_by_itself(house, page):
    answer = page.send(choice=f"slot:{at(THURSDAY, '15:00').isoformat()}")
    assert answer.status_code == 200
    assert page.booking.moves == 0
    assert page.choice("Yes, move it") == "yes_move"
