"""A booking moves as one, in one transaction, under the policy that it was sold under; its payment stays its own."""

from datetime import timedelta

import pytest

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import RequestedItem
from shared_lib.bookings.history import BookingHistory, LastChange
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.errors import BadInput, HoldEnded, NotFound, SlotTaken, WrongState
from tests.change_house import move, seats, told, why_not_moved
from tests.snapshots import FRIDAY, THURSDAY, at
from tests.spa_house import SWEDISH, THREE, pay_house

NOON = at(FRIDAY, "12:00")
HALF_PAST_TWO = at(FRIDAY, "14:30")


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with pay_house(database_url, tmp_path, monkeypatch) as open_house:
        yield open_house


def test_cal_com_10121_moving_never_charges_twice(house):
    booking = house.confirmed()
    moved = move(house, booking, NOON).booking
    assert (moved.starts_at, moved.status, moved.version) == (NOON, Status.CONFIRMED, booking.version + 1)
    assert (moved.payments, moved.lines, moved.reference) == (booking.payments, booking.lines, booking.reference)
    assert house.count("payments") == 1
    assert len(house.events("checkout.session.completed")) == 1


def test_cal_com_14040_a_move_that_is_refused_charges_and_changes_nothing(house):
    booking = house.confirmed(technician="Anna")
    house.hold(NOON, technician="Anna")
    with pytest.raises(SlotTaken):
        move(house, booking, NOON)
    assert house.again(booking) == booking
    assert house.count("ledger_entries") == 3


def test_the_old_place_is_free_and_the_new_one_taken_at_once(house):
    booking = house.confirmed(technician="Anna")
    moved = move(house, booking, NOON).booking
    assert {allocation.begins for allocation in moved.allocations} == {NOON}
    assert house.hold(THREE, technician="Anna").starts_at == THREE
    with pytest.raises(SlotTaken):
        house.hold(NOON, technician="Anna")


def test_nobody_is_in_their_own_way(house):
    """Half an hour later overlaps what the guest has now: the same room and the same person stay theirs."""
    booking = house.confirmed()
    moved = move(house, booking, HALF_PAST_TWO).booking
    assert seats(moved) == seats(booking)
    assert moved.ends_at - moved.starts_at == booking.ends_at - booking.starts_at


def test_who_moved_is_told_with_both_times(house):
    booking = house.confirmed()
    moved = move(house, booking, NOON)
    assert [event.type for event in moved.events] == ["booking.rescheduled"]
    assert told(house) == {"old_start": THREE.isoformat(), "new_start": NOON.isoformat(), "refund_cents": 0}
    assert house.rows("select max(version) as v from coresync.outbox")[0]["v"] == moved.booking.version


def test_the_mail_knows_what_was_before(house):
    booking = house.confirmed()
    assert house.booking_history.past(booking.id) == BookingHistory(was_confirmed=True)
    move(house, booking, NOON)
    moved = move(house, booking, HALF_PAST_TWO, items=(RequestedItem("reflexology"),))
    assert house.booking_history.past(booking.id).change == LastChange(NOON, moved.refund_cents)


def test_the_same_key_gives_the_same_answer_and_counts_once(house):
    booking = house.confirmed()
    first = move(house, booking, NOON, key="move-1")
    again = move(house, booking, NOON, key="move-1")
    assert (again.booking, again.refund_cents, again.events) == (first.booking, 0, [])
    assert again.booking.moves == 1


@pytest.mark.parametrize(("start", "asked_for"), [(HALF_PAST_TWO, None), (NOON, (RequestedItem("reflexology"),))])
def test_a_key_that_was_used_for_something_else_is_refused(house, start, asked_for):
    """Nobody is told that they have what they asked for because somebody asked for something else before."""
    booking = house.confirmed()
    moved = move(house, booking, NOON, key="move-1").booking
    with pytest.raises(BadInput, match="idempotency_key"):
        move(house, booking, start, key="move-1", items=asked_for)
    assert house.again(booking) == moved


def test_a_key_is_remembered_when_the_move_would_no_longer_be_allowed(house):
    booking = house.confirmed()
    move(house, booking, NOON, key="move-1")
    house.now = NOON - timedelta(hours=1)
    assert move(house, booking, NOON, key="move-1").booking.starts_at == NOON


def test_moving_to_where_it_is_changes_and_counts_nothing(house):
    booking = house.confirmed()
    moved = move(house, booking, THREE + timedelta(seconds=30))
    assert (moved.booking, moved.events, moved.refund_cents) == (booking, [], 0)


@pytest.mark.parametrize(("early", "allowed"), [(0, True), (1, False)])
def test_a_paid_visit_moves_until_a_day_before_it(house, early, allowed):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=24) + timedelta(microseconds=early)
    if allowed:
        assert move(house, booking, NOON).booking.starts_at == NOON
        return
    rejection = why_not_moved(house, booking, NOON)
    assert (rejection.code, rejection.until) == (RejectionCode.TOO_LATE_TO_MOVE, THREE - timedelta(hours=24))
    assert house.again(booking) == booking


def test_who_is_too_late_to_move_hears_what_cancelling_returns(house):
    booking = house.confirmed()
    house.now = THREE - timedelta(hours=24) + timedelta(minutes=1)
    assert why_not_moved(house, booking, NOON).refund_cents == 0
    house.database.run("update coresync.bookings set policy = policy || '{\"reschedule_free_until_hours\": 72}'")
    house.now = THREE - timedelta(hours=30)
    assert why_not_moved(house, booking, NOON).refund_cents == house.cancel(booking).refund_cents == 9405


def test_a_paid_visit_moves_twice_and_no_more(house):
    booking = house.confirmed()
    for start in (NOON, HALF_PAST_TWO):
        move(house, booking, start)
    rejection = why_not_moved(house, booking, NOON)
    assert (rejection.code, rejection.most, rejection.refund_cents) == (
        RejectionCode.MOVED_TOO_OFTEN,
        2,
        booking.total_cents,
    )


def test_the_policy_is_the_one_that_was_sold_whatever_the_house_says_now(house):
    booking = house.confirmed()
    house.rows(
        "insert into coresync.price_books select spa_id, 2, jsonb_set(content, '{policies,reschedule_times}', '0'),"
        " 'edited', published_at from coresync.price_books returning version"
    )
    assert move(house, booking, NOON).booking.moves == 1


def test_a_hold_moves_freely_while_it_lives(house):
    booking = house.hold()
    for start in (NOON, HALF_PAST_TWO, NOON, THREE):
        booking = move(house, booking, start).booking
    assert (booking.status, booking.moves, booking.version) == (Status.HELD, 0, 5)
    assert booking.held_until == house.now + timedelta(minutes=10)
    house.wait(10)
    with pytest.raises(HoldEnded):
        move(house, booking, NOON)


def test_a_moved_hold_is_paid_like_any_other(house):
    booking = move(house, house.hold(), NOON).booking
    assert house.pay(house.open_payment(booking)) == "paid"
    house.tell("checkout.session.completed")
    assert (house.status(booking), house.again(booking).starts_at) == ("confirmed", NOON)


def test_nothing_moves_while_a_checkout_is_open(house):
    booking, _ = house.paying()
    with pytest.raises(WrongState):
        move(house, booking, NOON)


def test_what_is_over_or_given_up_does_not_move(house):
    cancelled, begun = house.confirmed(), house.confirmed()
    house.cancel(cancelled)
    house.now = THREE
    for booking in (cancelled, begun):
        with pytest.raises(WrongState):
            move(house, booking, at(FRIDAY, "15:00"))


@pytest.mark.parametrize(
    ("start", "why"),
    [
        (at(FRIDAY, "15:30"), RejectionCode.CLOSED),
        (at(THURSDAY.replace(day=18), "10:30"), RejectionCode.TOO_SOON),
        (at(THURSDAY.replace(day=17), "12:00"), RejectionCode.PAST),
        (at(THURSDAY.replace(day=22), "12:00"), RejectionCode.OUTSIDE_HORIZON),
    ],
)
def test_the_new_time_keeps_every_rule_of_the_house(house, start, why):
    booking = house.confirmed()
    assert why_not_moved(house, booking, start).code == why
    assert house.again(booking) == booking


def test_cal_com_29729_the_horizon_of_the_tier_is_asked_again_for_the_new_time(house):
    """Three days ahead for a guest, counted at the spa's midnight: half a minute after it a day more is open."""
    booking = house.hold(NOON)
    sunday = at(FRIDAY.replace(day=22), "12:00")
    house.now = at(THURSDAY, "00:00") - timedelta(seconds=30)
    house.database.run("update coresync.bookings set held_until = held_until + interval '2 days'")
    assert why_not_moved(house, booking, sunday).code == RejectionCode.OUTSIDE_HORIZON
    house.now += timedelta(seconds=60)
    assert move(house, booking, sunday).booking.starts_at == sunday


def test_cal_com_29958_a_move_checks_again_what_is_taken_by_now(house):
    """Every step that occupies time checks again: also the calendar of the one who was wished for."""
    booking = house.confirmed(technician="Anna")
    house.database.run(
        "insert into coresync.busy_times select id, 'dentist', tstzrange(%s, %s) from coresync.technicians"
        " where name = 'Anna'",
        (NOON, NOON + timedelta(hours=1)),
    )
    with pytest.raises(SlotTaken, match="BUSY"):
        move(house, booking, NOON)


def test_the_places_of_ended_holds_give_way_to_a_move(house):
    booking = house.confirmed(technician="Anna")
    ended = house.hold(NOON, technician="Anna")
    house.wait(11)
    assert move(house, booking, NOON).booking.starts_at == NOON
    assert house.status(ended) == "expired"


def test_who_wished_for_somebody_may_move_to_anybody(house):
    booking = house.confirmed(technician="Anna")
    house.hold(NOON, technician="Anna")
    moved = move(house, booking, NOON, items=(RequestedItem(SWEDISH),)).booking
    assert (moved.technicians, moved.technician_preference) == (("David",), None)
    assert moved.lines == booking.lines


@pytest.mark.parametrize(
    ("asked_for", "refusal"),
    [
        ((), BadInput),
        ((RequestedItem(SWEDISH, guest=2),), BadInput),
        ((RequestedItem("haircut"),), NotFound),
        ((RequestedItem(SWEDISH),) * 2, BadInput),
    ],
)
def test_what_can_not_be_had_instead_is_refused(house, asked_for, refusal):
    booking = house.hold()
    with pytest.raises(refusal):
        move(house, booking, NOON, items=asked_for)


def test_an_instant_without_a_zone_is_refused(house):
    with pytest.raises(BadInput):
        move(house, house.hold(), NOON.replace(tzinfo=None))
