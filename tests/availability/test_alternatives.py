"""What would help, as a person at the desk would say it: data, not sentences."""

import dataclasses

from shared_lib.availability.explain import explain, with_alternatives
from shared_lib.availability.rejections import BookingWindow, RejectionCode
from shared_lib.availability.visit import Group
from tests.snapshots import (
    COUPLE,
    FRIDAY,
    MASSAGE,
    MINUTE,
    NOW,
    SPA,
    THURSDAY,
    WEDNESDAY,
    a_book,
    a_diary,
    a_floor,
    always,
    at,
    room,
    taken,
    technician,
)

THREE = at(WEDNESDAY, "15:00")
AWAY_TODAY = always((600, 1320), exceptions={WEDNESDAY: (), THURSDAY: ()})


def helped(snapshot, start=THREE, *, visit=MASSAGE, hours=None):
    calendar, group, booking_window = (
        a_diary(snapshot, hours=hours),
        Group.of(visit),
        BookingWindow.of(a_book(), "Base", spa=SPA, now=NOW),
    )
    rejection = explain(calendar, group, (start, start + MINUTE), booking_window)
    return with_alternatives(rejection, calendar, group, (start, start + MINUTE), booking_window)


def test_she_is_away_until_friday_and_another_one_is_free_at_three():
    people = (technician(1, shifts=AWAY_TODAY), technician(2), technician(3, "nails"))
    rejection = helped(a_floor(days=5, technicians=people), visit=dataclasses.replace(MASSAGE, technician=1))
    assert (rejection.code, rejection.technician) == (RejectionCode.AWAY, "Technician 1")
    assert rejection.back == at(FRIDAY, "10:00")
    assert rejection.others == ("Technician 2",)


def test_of_two_who_were_named_the_one_who_is_away_is_told_and_the_other_kept():
    people = (technician(1), technician(2, shifts=AWAY_TODAY), technician(3), technician(4, "nails"))
    floor = a_floor(days=5, rooms=(room(capacity=2),), technicians=people)
    rejection = helped(floor, visit=dataclasses.replace(COUPLE, technician=1, beside=(2,)))
    assert (rejection.code, rejection.technician) == (RejectionCode.AWAY, "Technician 2")
    assert (rejection.back, rejection.others) == (at(FRIDAY, "10:00"), ("Technician 3",))


def test_he_is_busy_now_and_free_at_ten_past_four():
    busy = (taken("technician", 1, at(WEDNESDAY, "14:30"), 100),)
    snapshot = a_floor(days=2, technicians=(technician(1), technician(2)), rooms=(room(1), room(2)), taken=busy)
    rejection = helped(snapshot, visit=dataclasses.replace(MASSAGE, technician=1))
    assert (rejection.code, rejection.back, rejection.others) == (
        RejectionCode.BUSY,
        at(WEDNESDAY, "16:10"),
        ("Technician 2",),
    )


def test_nobody_else_is_named_where_nobody_else_is_free():
    rejection = helped(
        a_floor(days=5, technicians=(technician(1, shifts=AWAY_TODAY),)),
        visit=dataclasses.replace(MASSAGE, technician=1),
    )
    assert rejection.others == ()
    assert rejection.nearest == at(FRIDAY, "10:00")


def test_a_taken_hour_comes_with_the_nearest_free_one():
    rejection = helped(a_floor(days=2, taken=(taken("room", 1, at(WEDNESDAY, "14:00"), 120),)))
    assert (rejection.code, rejection.nearest) == (RejectionCode.TAKEN, at(WEDNESDAY, "16:00"))


def test_a_closed_hour_comes_with_the_nearest_open_one():
    rejection = helped(a_floor(days=2), at(WEDNESDAY, "21:30"))
    assert (rejection.code, rejection.nearest) == (RejectionCode.CLOSED, at(WEDNESDAY, "21:00"))


def test_what_is_past_is_answered_with_the_next_time_that_can_be_booked():
    rejection = helped(a_floor(days=2), at(WEDNESDAY, "09:00"))
    assert (rejection.code, rejection.nearest) == (RejectionCode.PAST, at(WEDNESDAY, "11:00"))


def test_one_who_never_does_it_is_never_back():
    people = (technician(1, "nails"), technician(2))
    rejection = helped(a_floor(days=5, technicians=people), visit=dataclasses.replace(MASSAGE, technician=1))
    assert (rejection.code, rejection.back, rejection.others) == (RejectionCode.NOT_THEIR_WORK, None, ("Technician 2",))
