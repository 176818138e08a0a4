"""What happened to guests of other systems, told with ours: money."""

import json

import pytest

from shared_lib.domain.booking import Status
from tests.spa_house import GUEST, pay_house

COMPLETED = "checkout.session.completed"


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_pretix_74_hi_events_513_paid_but_the_place_is_gone_is_another_place_or_the_money_back(house):
    (first, url), (second, other_url) = house.paying(technician="Anna"), house.paying()
    for booking in (first, second):
        house.let_go(booking)
    house.hold(technician="David")
    for page in (other_url, url):
        house.pay(page)
        house.tell(COMPLETED)
    house.relay_outbox()
    again = house.again(second)
    assert (again.status, again.technicians) == (Status.CONFIRMED, ("Anna",))
    assert house.status(first) == "expired"
    assert house.returned_cents() == [first.total_cents]


def test_hi_events_598_pretix_1166_events_that_come_twice_and_backwards_are_applied_once(house):
    booking, url = house.paying()
    house.pay(url)
    bodies = [json.dumps(event).encode() for event in reversed(house.events())]
    assert {house.deliver(body) for body in bodies * 2} <= {200, 204}
    assert house.status(booking) == "confirmed"
    assert house.count("payments", "status = 'paid'") == 1
    assert house.ledger()["stripe_clearing"] == booking.total_cents


def test_cashier_stripe_1201_an_event_is_acknowledged_only_after_its_effect_is_committed(house, monkeypatch):
    _, url = house.paying()
    house.pay(url)
    monkeypatch.setattr(house.bookings, "change", _breaks)
    assert house.tell(COMPLETED) == [500]
    monkeypatch.undo()
    assert house.count("inbox") == 0


def _breaks(*_: object, **__: object) -> None:
    raise ConnectionError("the database went away")


def test_cal_com_23375_what_a_guest_said_is_kept_before_they_pay(house):
    booking, _ = house.paying(add_on_ids=("hot-stone",))
    kept = house.again(booking)
    assert (kept.contact, kept.policy_accepted) == (GUEST, True)
    assert [line.item_id for line in kept.lines] == ["swedish-massage", "hot-stone"]


def test_cal_com_2170_an_unpaid_booking_blocks_nobody_for_ever_and_the_bank_is_asked_first(house):
    unpaid, _ = house.paying(technician="Anna")
    paid, url = house.paying(technician="David")
    house.pay(url)  # and Stripe's event is lost
    house.wait(11)
    assert house.expire_holds() == 200
    assert (house.status(unpaid), house.status(paid)) == ("expired", "confirmed")
    assert house.hold(technician="Anna")
