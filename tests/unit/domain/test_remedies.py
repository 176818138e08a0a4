"""What would help, as a person at the desk would say it: data, not sentences."""

import dataclasses

from shared_lib.domain.availability.explain import explain
from shared_lib.domain.availability.groups import Group
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.reasons import Why
from shared_lib.domain.availability.remedies import with_help
from tests.floors import (
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


def helped(floor, start=THREE, *, visit=MASSAGE, hours=None):
    diary, group, limits = a_diary(floor, hours=hours), Group.of(visit), Limits.of(a_book(), "Base", spa=SPA, now=NOW)
    reason = explain(diary, group, (start, start + MINUTE), limits)
    return with_help(reason, diary, group, (start, start + MINUTE), limits)


def test_she_is_away_until_friday_and_another_one_is_free_at_three():
    people = (technician(1, shifts=AWAY_TODAY), technician(2), technician(3, "nails"))
    reason = helped(a_floor(days=5, technicians=people), visit=dataclasses.replace(MASSAGE, technician=1))
    assert (reason.why, reason.technician) == (Why.AWAY, "Technician 1")
    assert reason.back == at(FRIDAY, "10:00")
    assert reason.others == ("Technician 2",)


def test_he_is_busy_now_and_free_at_ten_past_four():
    busy = (taken("technician", 1, at(WEDNESDAY, "14:30"), 100),)
    floor = a_floor(days=2, technicians=(technician(1), technician(2)), rooms=(room(1), room(2)), taken=busy)
    reason = helped(floor, visit=dataclasses.replace(MASSAGE, technician=1))
    assert (reason.why, reason.back, reason.others) == (Why.BUSY, at(WEDNESDAY, "16:10"), ("Technician 2",))


def test_nobody_else_is_named_where_nobody_else_is_free():
    reason = helped(
        a_floor(days=5, technicians=(technician(1, shifts=AWAY_TODAY),)),
        visit=dataclasses.replace(MASSAGE, technician=1),
    )
    assert reason.others == ()
    assert reason.nearest == at(FRIDAY, "10:00")


def test_a_taken_hour_comes_with_the_nearest_free_one():
    reason = helped(a_floor(days=2, taken=(taken("room", 1, at(WEDNESDAY, "14:00"), 120),)))
    assert (reason.why, reason.nearest) == (Why.TAKEN, at(WEDNESDAY, "16:00"))


def test_a_closed_hour_comes_with_the_nearest_open_one():
    reason = helped(a_floor(days=2), at(WEDNESDAY, "21:30"))
    assert (reason.why, reason.nearest) == (Why.CLOSED, at(WEDNESDAY, "21:00"))


def test_what_is_past_is_answered_with_the_next_time_that_can_be_booked():
    reason = helped(a_floor(days=2), at(WEDNESDAY, "09:00"))
    assert (reason.why, reason.nearest) == (Why.PAST, at(WEDNESDAY, "11:00"))


def test_one_who_never_does_it_is_never_back():
    people = (technician(1, "nails"), technician(2))
    reason = helped(a_floor(days=5, technicians=people), visit=dataclasses.replace(MASSAGE, technician=1))
    assert (reason.why, reason.back, reason.others) == (Why.NOT_THEIR_WORK, None, ("Technician 2",))
