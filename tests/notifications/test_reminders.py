"""Reminders: whom, when, and for whom there is none; on the spa's wall clock, from the booking as it stands."""

from datetime import date, datetime, timedelta
from typing import Any, cast

import pytest
from flask import Flask, Response, request

from functions.job_send_reminders import main as job
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.confirm_attendance import confirm_attendance
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.ports import Change
from shared_lib.kernel.errors import WrongState
from shared_lib.kernel.events import EventType
from shared_lib.notifications.quiet_hours import next_allowed
from tests.change_house import move
from tests.notifications.plain_renderer import PlainRenderer
from tests.snapshots import SPA, WEDNESDAY, at
from tests.spa_house import BED, GUEST, SpaHouse, spa_house

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
SUNDAY, MONDAY, TUESDAY = (WEDNESDAY + days * DAY for days in (4, 5, 6))


class RemindingHouse(SpaHouse):
    """The demo spa, its clock, and the job that reminds."""

    def booked(self, start: datetime, treatment: str = BED, **request: Any) -> Booking:
        def steps(change: Change) -> None:
            change.transition(EventType.CONFIRMED, actor="test")

        booking = self.hold(start, treatment, tier="Base", **request)
        self.bookings.change(booking.id, steps, now=self.now)
        return self.again(booking)

    def call_job(self) -> Response:
        with Flask("job", static_folder=None).test_request_context(method="POST"):
            return cast("Response", job.job_send_reminders(request))

    def at(self, day: date, clock: str) -> int:
        """Let it be this time, run the job, and return how many reminders it sent."""
        self.now = at(day, clock)
        return int(self.call_job().get_json()["sent"])

    def comes(self, booking: Booking) -> None:
        confirm_attendance(booking.id, actor="guest", bookings=self.bookings, now=self.now)


@pytest.fixture
def house(database_url, tmp_path, monkeypatch):
    with spa_house(database_url, tmp_path) as open_house:
        open_house.__class__ = RemindingHouse
        open_house.__dict__["mail_renderer"] = PlainRenderer()
        monkeypatch.setattr(job, "services", lambda: open_house)
        yield open_house


def test_a_visit_is_reminded_of_the_day_before_from_nine_on_and_once(house):
    house.booked(at(MONDAY, "14:00"))
    assert [house.at(SUNDAY, clock) for clock in ("00:30", "08:59", "09:00", "09:01", "10:00")] == [0, 0, 1, 0, 0]
    assert [house.at(MONDAY, clock) for clock in ("09:00", "11:00")] == [0, 0]
    assert house.letters.sent == [("daniel@example.com", "reminder")]


def test_two_guests_with_one_address_have_a_reminder_each(house):
    house.booked(at(MONDAY, "14:00"))
    house.booked(at(MONDAY, "16:00"), contact=Contact("Vera Example", GUEST.email), session="another")
    assert house.at(SUNDAY, "09:00") == 2


def test_who_booked_ten_minutes_ago_for_this_afternoon_needs_none(house):
    house.now = at(WEDNESDAY, "10:00")
    house.booked(at(WEDNESDAY, "16:00"))
    assert [house.at(WEDNESDAY, clock) for clock in ("10:10", "13:00")] == [0, 0]
    assert house.at(WEDNESDAY, "14:00") == 1  # four hours later, and two before the visit


def test_what_is_booked_late_for_tomorrow_is_caught_up_in_the_morning(house):
    house.now = at(SUNDAY, "21:30")
    house.booked(at(MONDAY, "16:00"))
    assert [house.at(SUNDAY, "21:50"), house.at(MONDAY, "02:00"), house.at(MONDAY, "09:00")] == [0, 0, 1]


def test_cal_com_7225_a_visit_moved_a_second_before_nine_is_reminded_of_as_it_stands(house):
    booking = house.booked(at(MONDAY, "14:00"))
    house.now = at(SUNDAY, "09:00") - SECOND
    move(house, booking, at(MONDAY, "18:00"))
    assert [house.at(SUNDAY, clock) for clock in ("09:00", "12:00", "13:00", "14:00")] == [0, 0, 1, 0]


@pytest.mark.parametrize("change", ["move", "cancel"])
def test_what_changes_after_it_was_found_due_sends_nothing(house, monkeypatch, change):
    booking = house.booked(at(MONDAY, "14:00"))
    house.now = at(SUNDAY, "09:00")
    found = house.upcoming_visits.between

    def change_then(*span):
        visits = found(*span)
        house.cancel(booking) if change == "cancel" else move(house, booking, at(MONDAY, "18:00"))
        return visits

    monkeypatch.setattr(house.upcoming_visits, "between", change_then)
    assert house.call_job().get_json() == {"sent": 0, "skipped": 1, "failures": []}
    assert house.count("email_log") == 0


def test_a_move_within_the_day_brings_no_second_reminder_and_one_to_another_day_does(house):
    booking = house.booked(at(MONDAY, "14:00"))
    assert house.at(SUNDAY, "09:00") == 1
    move(house, booking, at(MONDAY, "18:00"))
    assert [house.at(SUNDAY, "14:00"), house.at(MONDAY, "09:00")] == [0, 0]
    house.database.run("update coresync.bookings set policy = policy || '{\"reschedule_free_until_hours\": 0}'")
    move(house, booking, at(TUESDAY, "18:00"))
    assert [house.at(MONDAY, "10:00"), house.at(MONDAY, "13:00"), house.at(TUESDAY, "09:00")] == [0, 1, 0]


def test_who_said_that_they_come_needs_none_until_the_visit_moves(house):
    booking = house.booked(at(MONDAY, "14:00"))
    for _ in range(2):
        house.comes(booking)
    assert house.actions(booking).count("booking.attendance_confirmed") == 1
    assert house.at(SUNDAY, "09:00") == 0
    assert house.again(booking).attendance_confirmed_at is not None
    moved = move(house, booking, at(MONDAY, "18:00")).booking
    assert moved.attendance_confirmed_at is None
    assert house.at(SUNDAY, "13:00") == 1


def test_nobody_says_that_they_come_to_what_is_cancelled_or_has_begun(house):
    booking = house.booked(at(MONDAY, "14:00"))
    house.now = at(MONDAY, "14:00")
    with pytest.raises(WrongState):
        house.comes(booking)
    cancelled = house.booked(at(TUESDAY, "14:00"))
    house.cancel(cancelled)
    with pytest.raises(WrongState):
        house.comes(cancelled)


@pytest.mark.parametrize("change", [date(2026, 3, 8), date(2026, 11, 1)])
@pytest.mark.parametrize("days", [0, 1])
def test_when_clocks_change_nine_is_nine_on_the_wall(house, change, days):
    visit = change + days * DAY
    house.now = at(visit - 2 * DAY, "12:00")
    house.booked(at(visit, "14:00"))
    before = visit - DAY
    assert [house.at(before, "08:59"), house.at(before, "09:00"), house.at(visit, "09:00")] == [0, 1, 0]


def test_a_clock_that_jumps_reminds_of_what_is_still_to_come_and_of_nothing_that_is_over(house):
    house.booked(at(MONDAY, "14:00"))
    house.booked(at(TUESDAY, "20:00"), session="another")
    assert house.at(TUESDAY, "12:00") == 1


def test_less_than_two_hours_before_a_visit_no_reminder_helps(house):
    house.booked(at(MONDAY, "14:00"))
    assert house.at(MONDAY, "12:01") == 0


def test_quiet_hours_end_at_nine_of_the_same_wall_also_when_clocks_change():
    night = [("21:59", "21:59"), ("22:00", None), ("07:59", None), ("08:00", "08:00")]
    for day in (date(2026, 3, 7), date(2026, 11, 1), WEDNESDAY):
        for clock, kept in night:
            morning = day + (clock > "12:00") * DAY
            allowed = at(day, kept) if kept else at(morning, "09:00")
            assert next_allowed(at(day, clock), SPA) == allowed
