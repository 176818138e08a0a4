"""Stories from the field of money and places: what others' guests met with does not happen here."""

from datetime import date, timedelta

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.kernel.errors import HoldEnded, NotBookable
from tests.change_house import REFLEXOLOGY, move
from tests.snapshots import FRIDAY, at
from tests.spa_house import GUEST, SWEDISH, THREE, pay_house

NOON = at(FRIDAY, "12:00")
COMPLETED = "checkout.session.completed"


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_cal_com_10789_a_payment_confirms_nothing_over_somebody_else(house):
    """Story 2: confirming is a step that occupies time, and looks again."""
    booking, url = house.paying(technician="Anna")
    house.let_go(booking)
    house.confirmed(technician="Anna")
    house.pay(url)
    house.tell(COMPLETED)
    assert house.status(booking) == "expired"
    assert house.returned_cents() == [booking.total_cents]


def test_cal_com_14465_the_window_is_the_same_when_booking_and_when_moving(house):
    """Story 6: it is kept by the house, not by the page."""
    sunday = at(FRIDAY.replace(day=22), "12:00")
    booking = house.hold(NOON)
    for act in (lambda: house.hold(sunday), lambda: move(house, booking, sunday)):
        with pytest.raises(NotBookable) as refusal:
            act()
        assert (refusal.value.rejection.code, refusal.value.rejection.last_day) == (
            RejectionCode.OUTSIDE_HORIZON,
            date(2026, 11, 21),
        )


def test_pretix_74_who_paid_for_a_place_that_is_gone_is_seated_elsewhere(house):
    """Story 18: the same hour with somebody else, where the guest did not wish for anybody."""
    booking, url = house.paying()
    house.let_go(booking)
    other = house.confirmed(technician=booking.technicians[0])
    house.pay(url)
    house.tell(COMPLETED)
    again = house.again(booking)
    assert (str(again.status), again.starts_at) == ("confirmed", booking.starts_at)
    assert set(again.technicians).isdisjoint(other.technicians)


def test_hi_events_513_or_else_has_all_of_the_money_back(house):
    """Story 18 for a group: both or neither."""
    booking, url = house.paying(THREE, also=(RequestedItem(SWEDISH, guest=2),))
    house.let_go(booking)
    house.confirmed(technician="David")
    house.pay(url)
    house.tell(COMPLETED)
    house.relay_outbox()
    assert (house.status(booking), house.returned_cents()) == ("expired", [booking.total_cents])
    assert house.ledger()["stripe_clearing"] == 18810


def test_cal_com_23375_what_a_guest_told_is_kept_before_they_pay(house):
    """Story 20: the contact, the wish and the notes stand in the booking while the card is typed."""
    booking, _ = house.paying(technician="Anna")
    again = house.again(booking)
    assert (again.contact, again.technician_preference, again.policy_accepted) == (GUEST, "Anna", True)


def test_cal_com_2170_who_never_pays_blocks_nobody_for_ever(house):
    """Story 20: a hold ends, and the payment service is asked before its place is given away."""
    booking, url = house.paying(technician="Anna")
    house.wait(12)
    house.expire_holds()
    assert house.status(booking) == "expired"
    assert house.pay(url) == "expired"
    assert house.confirmed(technician="Anna").starts_at == booking.starts_at


def test_cal_com_28543_what_comes_back_follows_the_policy_and_the_time_that_it_has_now(house):
    """Story 21: the notice is counted to the new time, by the policy that was sold; a move earns no better share."""
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=46)
    moved = move(house, booking, THREE).booking
    assert moved.refund_percent(THREE - timedelta(hours=23)) == 0
    assert moved.refund_percent(house.now) == 50
    cancelled = house.cancel(booking)
    house.relay_outbox()
    assert house.returned_cents() == [cancelled.refund_cents] == [booking.total_cents // 2]


def test_cal_com_28543_nothing_comes_back_twice_however_often_it_was_changed(house):
    booking = house.confirmed(NOON)
    back = [move(house, booking, NOON, items=(RequestedItem(REFLEXOLOGY),)).refund_cents]
    move(house, booking, THREE)
    back.append(house.cancel(booking).refund_cents)
    house.relay_outbox(), house.relay_outbox()
    assert sorted(house.returned_cents()) == sorted(back)
    assert sum(back) == booking.total_cents


def test_who_moves_after_the_hold_ended_pays_for_nothing(house):
    booking = house.hold(NOON)
    house.wait(11)
    with pytest.raises(HoldEnded):
        move(house, booking, THREE)
    with pytest.raises(HoldEnded):
        house.open_payment(house.again(booking))
