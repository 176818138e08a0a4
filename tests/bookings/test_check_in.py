"""Guests who come in time, late, too late, or not at all."""

from datetime import timedelta

import psycopg
import pytest
from psycopg.errors import ExclusionViolation

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import NotBookable, SlotTaken, WrongState
from shared_lib.kernel.override import Override
from tests.change_house import SPORTS, came_after_all, move, no_show, receive, take_out, told
from tests.snapshots import FRIDAY, at
from tests.spa_house import SWEDISH, pay_house

GRACE = timedelta(minutes=15)
NOON = at(FRIDAY, "12:00")
LAST = at(FRIDAY, "15:00")
"""The last massage of the day: it ends as the house closes."""


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def rejection_for(act, *facts, **more):
    with pytest.raises(NotBookable) as refusal:
        act(*facts, **more)
    return refusal.value.rejection


def kept_percent(house, percent: int) -> None:
    house.database.run(
        "update coresync.bookings set policy = policy || jsonb_build_object('no_show_percent', %s::int)", (percent,)
    )


def test_nobody_is_given_up_before_their_grace_is_over(house):
    booking = house.confirmed(NOON)
    house.now = NOON + GRACE - timedelta(microseconds=1)
    rejection = rejection_for(no_show, house, booking)
    assert (rejection.code, rejection.until) == (RejectionCode.STILL_EXPECTED, NOON + GRACE)
    house.now = NOON + GRACE
    assert no_show(house, booking).booking.status == Status.NO_SHOW


def test_a_no_show_frees_the_place_and_is_told(house):
    booking = house.confirmed(NOON, technician="Anna")
    house.now = NOON + GRACE
    marked = no_show(house, booking)
    assert [event.type for event in marked.events] == ["booking.no_show"]
    assert house.count("booking_resources", "active") == 0
    assert no_show(house, booking).events == ()


@pytest.mark.parametrize(("percent", "back"), [(100, 0), (50, 9405), (0, 18810)])
def test_what_is_kept_of_the_price_is_what_the_policy_says(house, percent, back):
    booking = house.confirmed(NOON)
    kept_percent(house, percent)
    house.now = NOON + GRACE
    assert no_show(house, booking).refund_cents == back
    house.relay_outbox()
    assert house.returned_cents() == [back] * bool(back)
    assert house.ledger().get("stripe_clearing", 0) == 18810 - back


def test_a_balance_is_not_asked_of_who_did_not_come(house):
    booking = house.confirmed(NOON)
    move(house, booking, NOON, items=(RequestedItem(SPORTS),))
    house.now = NOON + GRACE
    assert no_show(house, booking).booking.balance_cents == 0
    assert "guest_balances" not in house.ledger()


def test_who_came_after_all_has_the_visit_and_pays_what_went_back(house):
    booking = house.confirmed(NOON)
    kept_percent(house, 50)
    house.now = NOON + GRACE
    no_show(house, booking)
    house.relay_outbox()
    came = came_after_all(house, booking)
    assert (came.status, came.balance_cents, came.allocations) == (Status.COMPLETED, 9405, booking.allocations)
    ledger = house.ledger()
    assert (ledger["guest_balances"], ledger["stripe_clearing"], ledger["sales_tax_payable"]) == (9405, 9405, -810)
    assert came_after_all(house, booking) == came


def test_who_came_after_all_owes_no_cent_of_tax_too_much(house):
    """A dearer visit that was not paid in full, and of which a quarter went back."""
    booking = house.confirmed(NOON)
    move(house, booking, NOON, items=(RequestedItem(SPORTS),))
    kept_percent(house, 75)
    house.now = NOON + GRACE
    no_show(house, booking)
    house.relay_outbox()
    came, ledger = came_after_all(house, booking), house.ledger()
    assert (ledger["sales_tax_payable"], ledger["guest_balances"]) == (-came.tax_cents, came.balance_cents)
    assert "refunds" not in ledger


def test_nobody_came_after_all_where_somebody_else_has_the_place(house):
    booking = house.confirmed(NOON, SPORTS, technician="Anna")
    house.now = NOON + GRACE
    no_show(house, booking)
    house.hold(NOON + timedelta(minutes=75), technician="Anna")
    with pytest.raises(SlotTaken):
        came_after_all(house, booking)
    with (
        psycopg.connect(house.settings.database_url) as raw,
        pytest.raises(ExclusionViolation),
    ):
        raw.execute("update coresync.bookings set status = 'completed' where id = %s", (booking.id,))


@pytest.mark.parametrize("status", ["held", "cancelled"])
def test_only_a_paid_visit_can_be_missed_or_had_after_all(house, status):
    booking = house.hold(NOON) if status == "held" else house.confirmed(NOON)
    if status == "cancelled":
        house.cancel(booking)
    house.now = NOON + GRACE
    for act in (no_show, came_after_all, receive):
        with pytest.raises(WrongState):
            act(house, booking)


def test_who_is_here_is_no_no_show(house):
    booking = house.confirmed(NOON)
    house.now = NOON
    receive(house, booking)
    house.now = NOON + GRACE
    with pytest.raises(WrongState):
        no_show(house, booking)


def test_who_comes_in_time_has_the_whole_visit(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(minutes=5)
    received = receive(house, booking)
    assert received[1:4] == (0, 60, False)
    assert [event.type for event in received.events] == ["booking.arrived"]
    assert received.booking.version == booking.version


@pytest.mark.parametrize(("early", "allowed"), [(0, True), (1, False)])
def test_nobody_is_received_hours_before_they_are_expected(house, early, allowed):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(hours=2, microseconds=early)
    if allowed:
        assert receive(house, booking).booking.arrived_at == house.now
        return
    rejection = rejection_for(receive, house, booking, override=Override("desk-1", "They are here"))
    assert (rejection.code, rejection.earliest) == (RejectionCode.TOO_SOON, NOON - timedelta(hours=2))
    assert house.again(booking).arrived_at is None


def test_who_moves_away_after_coming_is_expected_again(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(minutes=30)
    receive(house, booking)
    word = Override("desk-1", "They come back later")
    moved = move(house, booking, NOON + timedelta(hours=2), override=word).booking
    assert moved.arrived_at is None
    house.now = moved.starts_at + timedelta(minutes=5)
    received = receive(house, booking)
    assert (received.minutes_late, received.booking.arrived_at) == (5, house.now)


def test_who_is_here_stays_here_where_only_the_treatment_changes(house):
    booking = house.confirmed(NOON)
    house.now = NOON - timedelta(minutes=30)
    came = receive(house, booking).booking
    moved = move(
        house, booking, NOON, items=(RequestedItem(SPORTS),), override=Override("desk-1", "Agreed at the desk")
    ).booking
    assert moved.arrived_at == came.arrived_at


def test_who_is_late_has_all_of_it_where_room_and_people_are_free(house):
    booking = house.confirmed(NOON)
    house.now = NOON + timedelta(minutes=9, seconds=30)
    received = receive(house, booking)
    assert received[1:4] == (10, 60, True)
    assert received.booking.starts_at == NOON + timedelta(minutes=10)
    assert {allocation.begins for allocation in received.booking.allocations} == {NOON + timedelta(minutes=10)}
    assert (received.booking.moves, received.booking.allocations[0].name) == (0, booking.allocations[0].name)
    assert told(house)["new_start"] == received.booking.starts_at.isoformat()


def test_who_is_late_before_another_guest_has_what_is_left(house):
    booking = house.confirmed(NOON, technician="Anna")
    house.confirmed(NOON + timedelta(minutes=70), technician="Anna")
    house.now = NOON + timedelta(minutes=10)
    received = receive(house, booking)
    assert received[1:4] == (10, 50, False)
    assert (received.booking.ends_at, received.booking.allocations) == (booking.ends_at, booking.allocations)


def test_who_is_late_for_the_last_hour_has_what_is_left_before_the_house_closes(house):
    booking = house.confirmed(LAST)
    house.now = LAST + timedelta(minutes=5)
    assert receive(house, booking)[1:4] == (5, 55, False)


def test_a_group_that_is_late_is_late_together(house):
    also = (RequestedItem(SWEDISH, guest=2), RequestedItem("ai-massage-bed", guest=2))
    booking = house.confirmed(NOON, also=also)
    house.now = NOON + timedelta(minutes=5)
    received = receive(house, booking)
    assert received.shifted
    assert {
        visit.starts_at - before.starts_at
        for visit, before in zip(received.booking.visits, booking.visits, strict=True)
    } == {timedelta(minutes=5)}


@pytest.mark.parametrize(("late", "allowed"), [(0, True), (1, False)])
def test_after_their_grace_nobody_is_received_but_on_the_word_of_staff(house, late, allowed):
    booking = house.confirmed(NOON)
    house.now = NOON + GRACE + timedelta(microseconds=late)
    if allowed:
        assert receive(house, booking).minutes_late == 15
        return
    rejection = rejection_for(receive, house, booking)
    assert (rejection.code, rejection.until) == (RejectionCode.PAST_GRACE, NOON + GRACE)
    received = receive(house, booking, override=Override("desk-1", "A storm: trains stood still"))
    assert (received.minutes_late, received.shifted) == (16, True)
    assert told(house, "booking.arrived")["override"]["set_aside"] == ["grace_minutes"]


def test_coming_twice_is_coming_once(house):
    booking = house.confirmed(NOON)
    house.now = NOON + timedelta(minutes=10)
    first = receive(house, booking)
    house.wait(2)
    again = receive(house, booking)
    assert again[:4] == first[:4]
    assert again.events == []


def test_who_remains_of_a_group_is_received(house):
    booking = house.confirmed(NOON, also=(RequestedItem(SWEDISH, guest=2),))
    take_out(house, booking, 1)
    house.now = NOON + timedelta(minutes=10)
    received = receive(house, booking)
    assert (received.shifted, [visit.number for visit in received.booking.visits]) == (True, [2])
