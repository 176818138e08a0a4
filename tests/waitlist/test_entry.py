"""What may be offered to somebody who waits, and when the waiting is over."""

from datetime import timedelta
from uuid import UUID

import pytest

from shared_lib.bookings.lifecycle import Status
from shared_lib.waitlist.entry import EntryStatus, OfferedSlot, WaitlistEntry
from tests.snapshots import NOW, THURSDAY, at, clock_of

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
BEGINS, ENDS = at(THURSDAY, "14:00"), at(THURSDAY, "18:00")


def a_place(clock="15:00", status=Status.EXPIRED, held_until=NOW - HOUR, minutes=60) -> OfferedSlot:
    start = at(THURSDAY, clock)
    return OfferedSlot(UUID(int=1), status, start, start + timedelta(minutes=minutes), held_until)


def an_entry(*offers, windows=((BEGINS, ENDS),), status=EntryStatus.WAITING) -> WaitlistEntry:
    return WaitlistEntry(UUID(int=7), status, "Base", {}, windows, NOW - HOUR, offers)


def spans(entry) -> list[tuple[str, str]]:
    return [(clock_of(begins), clock_of(ends)) for begins, ends in entry.open_windows(NOW)]


def test_all_that_was_wished_for_is_open_at_first():
    assert an_entry().open_windows(NOW) == ((BEGINS, ENDS),)


def test_a_window_that_has_passed_is_open_no_more():
    past = (NOW - HOUR, NOW)
    assert an_entry(windows=(past, (BEGINS, ENDS))).open_windows(NOW) == ((BEGINS, ENDS),)


def test_what_was_let_pass_is_left_out_with_all_starts_that_would_be_the_same_visit():
    assert spans(an_entry(a_place("16:00"))) == [("14:00", "15:01"), ("17:00", "18:00")]


def test_several_places_that_were_let_pass_leave_what_lies_between():
    assert spans(an_entry(a_place("14:00"), a_place("17:30"))) == [("15:00", "16:31")]


def test_a_place_elsewhere_in_time_leaves_a_window_whole():
    assert spans(an_entry(a_place("09:00"), a_place("21:00"))) == [("14:00", "18:00")]


def test_a_place_as_long_as_the_window_leaves_nothing():
    assert an_entry(a_place("16:00", minutes=240)).open_windows(NOW) == ()


@pytest.mark.parametrize(
    ("status", "left", "stands"),
    [
        (Status.HELD, MINUTE, True),
        (Status.HELD, timedelta(), False),
        (Status.PAYING, -MINUTE, True),
        (Status.EXPIRED, MINUTE, False),
        (Status.CANCELLED, MINUTE, False),
    ],
)
def test_an_offer_stands_while_it_can_be_taken(status, left, stands):
    entry = an_entry(a_place(status=status, held_until=NOW + left))
    assert entry.has_offer(NOW) == stands
    assert (entry.open_windows(NOW) == ()) == stands


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.COMPLETED, Status.NO_SHOW])
def test_an_offer_that_was_taken_ends_the_waiting_whatever_else_was_offered(status):
    assert an_entry(a_place(status=status), a_place("17:00")).ending(NOW) == EntryStatus.BOOKED


def test_the_waiting_ends_with_its_last_window():
    entry = an_entry(windows=((BEGINS, ENDS), (BEGINS + 24 * HOUR, ENDS + 24 * HOUR)))
    assert entry.ending(ENDS + 24 * HOUR - MINUTE) is None
    assert entry.ending(ENDS + 24 * HOUR) == EntryStatus.ENDED


def test_an_offer_that_stands_outlasts_the_windows():
    entry = an_entry(a_place("17:30", Status.PAYING, ENDS + MINUTE))
    assert entry.ending(ENDS) is None


def test_three_offers_within_a_day_are_enough():
    passed = [a_place(held_until=NOW - n * HOUR, minutes=1) for n in range(3)]
    assert not an_entry(*passed[:2]).is_paused(NOW)
    assert an_entry(*passed).is_paused(NOW)
    assert an_entry(*passed).open_windows(NOW) == ()
    assert not an_entry(*passed).is_paused(NOW + 22 * HOUR)


def test_each_offer_has_a_key_of_its_own():
    assert an_entry().next_key == f"waitlist:{UUID(int=7)}:1"
    assert an_entry(a_place(), a_place("17:00")).next_key.endswith(":3")


@pytest.mark.parametrize("status", [EntryStatus.BOOKED, EntryStatus.ENDED, EntryStatus.LEFT])
def test_nothing_is_open_for_who_waits_no_more(status):
    assert an_entry(status=status).open_windows(NOW) == ()
