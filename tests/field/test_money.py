"""What happened to guests of other systems, told with ours: money."""

import json

import pytest

from tests.spa_house import pay_house

COMPLETED = "checkout.session.completed"


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


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
