"""What is offered: within the limits, nearest to the wish, spread out, and always such that it can be held."""

import dataclasses
import itertools
from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.availability.allocation import Assignment
from shared_lib.availability.explain import explain
from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.slots import slots
from shared_lib.availability.snapshot import OccupancySnapshot
from shared_lib.availability.visit import Group
from shared_lib.kernel.minutes import minute_of
from shared_lib.kernel.spa import Spa
from tests.snapshots import (
    COUPLE,
    FRIDAY,
    MASSAGE,
    MINUTE,
    NOW,
    SPA,
    TIERS,
    WEDNESDAY,
    a_diary,
    a_floor,
    always,
    at,
    booking_window,
    clock_of,
    room,
    taken,
    technician,
)

TODAY = (SPA.midnight(WEDNESDAY), SPA.midnight(WEDNESDAY + timedelta(days=1)))


def offered(snapshot=None, *, wanted=None, windows=(TODAY,), visit=MASSAGE, **wishes):
    wishes = {"limit": 3} | wishes
    return slots(a_diary(snapshot), Group.of(visit), booking_window(), windows, wanted=wanted, **wishes)


def clocks(found) -> list[str]:
    return [clock_of(slot.starts_at) for slot in found]


def test_without_a_wish_the_earliest_times_come_first_and_half_an_hour_apart():
    assert clocks(offered()) == ["11:00", "11:30", "12:00"]


def test_the_wanted_minute_comes_first_even_off_the_quarter_hour():
    assert clocks(offered(wanted=at(WEDNESDAY, "15:07"))) == ["15:07", "14:30", "15:45"]


def test_the_nearest_times_stand_in_for_a_wanted_one_that_is_taken():
    snapshot = a_floor(taken=(taken("room", 1, at(WEDNESDAY, "15:00"), 60),))
    assert clocks(offered(snapshot, wanted=at(WEDNESDAY, "15:00"))) == ["16:00", "13:45", "16:30"]


def test_only_the_windows_are_searched():
    windows = tuple((at(WEDNESDAY, clock), at(WEDNESDAY, clock) + 20 * MINUTE) for clock in ("12:05", "19:00"))
    assert clocks(offered(windows=windows, apart=MINUTE, limit=9)) == ["12:15", "19:00", "19:15"]


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Asia/Kolkata", "Australia/Eucla", "America/New_York"])
def test_quarter_hours_are_those_of_the_spas_clock(zone):
    spa = Spa("far", "Far", zone)
    calendar = a_diary(a_floor(day=WEDNESDAY, days=2, spa=spa), spa=spa)
    window = (at(WEDNESDAY, "12:00", spa), at(WEDNESDAY + timedelta(days=2), "00:00", spa))
    found = slots(calendar, Group.of(MASSAGE), booking_window(spa=spa), [window], limit=50, apart=MINUTE)
    assert found
    assert {clock_of(slot.starts_at, spa)[3:] for slot in found} == {"00", "15", "30", "45"}


def test_who_has_least_to_do_that_day_is_offered_first():
    two = (technician(1), technician(2))
    snapshot = a_floor(technicians=two, taken=(taken("technician", 1, at(WEDNESDAY, "18:00"), 60),))
    assert [slot.technicians for slot in offered(snapshot, limit=1)] == [("Technician 2",)]


def test_a_room_that_was_just_left_is_taken_before_one_that_would_be_cut_in_two():
    snapshot = a_floor(rooms=(room(1), room(2)), taken=(taken("room", 2, at(WEDNESDAY, "14:00"), 60),))
    best, *_ = a_diary(snapshot).assignments(MASSAGE, at(WEDNESDAY, "15:00"))
    assert best.allocations[0].id == 2


def test_a_small_room_is_taken_before_the_one_that_couples_need():
    snapshot = a_floor(rooms=(room(1, capacity=2), room(2)))
    best, *_ = a_diary(snapshot).assignments(MASSAGE, at(WEDNESDAY, "15:00"))
    assert best.allocations[0].id == 2


def test_the_second_way_to_seat_a_visit_shares_nothing_with_the_first():
    snapshot = a_floor(rooms=tuple(map(room, range(1, 4))), technicians=tuple(map(technician, range(1, 6))))
    assignments = a_diary(snapshot).assignments(MASSAGE, at(WEDNESDAY, "15:00"))
    pairs = [tuple(allocation.id for allocation in assignment.allocations) for assignment in assignments]
    assert pairs[:5] == [(1, 1), (2, 2), (3, 3), (1, 4), (2, 5)]
    assert len(set(pairs)) == 15


def test_notice_is_kept_to_the_minute():
    late = booking_window(now=NOW + timedelta(seconds=30))
    window = (at(WEDNESDAY, "11:00"), at(WEDNESDAY, "11:01"))
    rejection = explain(a_diary(), Group.of(MASSAGE), window, late)
    assert (rejection.code, rejection.earliest) == (RejectionCode.TOO_SOON, at(WEDNESDAY, "11:01"))
    assert explain(a_diary(), Group.of(MASSAGE), window, booking_window()) is None


@pytest.mark.parametrize(
    "now", ["2026-11-18T10:00-05:00", "2026-03-05T23:59-05:00", "2026-10-29T23:59-04:00", "2026-10-30T00:00-04:00"]
)
@pytest.mark.parametrize("tier", TIERS, ids=lambda tier: tier.name)
def test_the_horizon_is_the_spas_midnight_for_each_tier(tier, now):
    """On both sides of both changes of the clocks."""
    moment = SPA.wall(type(NOW).fromisoformat(now)).astimezone(UTC)
    last = SPA.today(moment) + timedelta(days=tier.days_ahead)
    calendar = a_diary(a_floor(day=last, days=3), hours=always((0, 1440)))
    known = booking_window(tier.name, now=moment)
    end = SPA.midnight(last + timedelta(days=1))
    assert explain(calendar, Group.of(MASSAGE), (end - MINUTE, end), known) is None
    beyond = explain(calendar, Group.of(MASSAGE), (end, end + MINUTE), known)
    assert (beyond.code, beyond.last_day, beyond.members_tier) == (RejectionCode.OUTSIDE_HORIZON, last, "Premium")


ALONE = a_floor()
REASONS = [
    (RejectionCode.PAST, MASSAGE, ALONE, at(WEDNESDAY, "09:59")),
    (RejectionCode.TOO_SOON, MASSAGE, ALONE, at(WEDNESDAY, "10:59")),
    (RejectionCode.OUTSIDE_HORIZON, MASSAGE, ALONE, at(date(2027, 2, 17), "12:00")),
    (RejectionCode.CLOSED, MASSAGE, ALONE, at(WEDNESDAY, "21:01")),
    (RejectionCode.CLOSED, dataclasses.replace(MASSAGE, room_kind="pool"), ALONE, at(WEDNESDAY, "12:00")),
    (RejectionCode.NOBODY_FOR_IT, dataclasses.replace(MASSAGE, specialties=("reiki",)), ALONE, at(WEDNESDAY, "12:00")),
    (RejectionCode.NOBODY_FOR_IT, dataclasses.replace(MASSAGE, technician=9), ALONE, at(WEDNESDAY, "12:00")),
    (
        RejectionCode.NOT_THEIR_WORK,
        dataclasses.replace(MASSAGE, technician=1, specialties=("nails",)),
        ALONE,
        at(WEDNESDAY, "12:00"),
    ),
    (
        RejectionCode.AWAY,
        dataclasses.replace(MASSAGE, technician=1),
        a_floor(technicians=(technician(1, shifts=always((840, 1080))),)),
        at(WEDNESDAY, "12:00"),
    ),
    (
        RejectionCode.BUSY,
        dataclasses.replace(MASSAGE, technician=1),
        a_floor(taken=(taken("technician", 1, at(WEDNESDAY, "12:30"), 5),)),
        at(WEDNESDAY, "12:00"),
    ),
    (
        RejectionCode.NOBODY_ON_DUTY,
        MASSAGE,
        a_floor(technicians=(technician(1, shifts=always((840, 1080))),)),
        at(WEDNESDAY, "12:00"),
    ),
    (
        RejectionCode.TAKEN,
        MASSAGE,
        a_floor(taken=(taken("room", 1, at(WEDNESDAY, "12:30"), 5),)),
        at(WEDNESDAY, "12:00"),
    ),
]


@pytest.mark.parametrize(
    ("code", "visit", "snapshot", "start"), REASONS, ids=[str(rejection[0]) for rejection in REASONS]
)
def test_each_refusal_has_the_reason_that_a_person_would_give(code, visit, snapshot, start):
    rejection = explain(a_diary(snapshot), Group.of(visit), (start, start + MINUTE), booking_window())
    assert rejection is not None
    assert rejection.code == code


SPECIALTIES = ("massage", "facial")
people = st.builds(
    lambda skills, begins, length, gender: (skills, begins, length, gender),
    st.sets(st.sampled_from(SPECIALTIES), min_size=1),
    st.integers(0, 20),
    st.integers(1, 14),
    st.sampled_from("fm"),
)
spans = st.tuples(
    st.sampled_from(["room", "technician"]), st.integers(1, 3), st.integers(600, 1320), st.integers(1, 240)
)
needs = st.lists(st.sampled_from(SPECIALTIES), max_size=3).map(tuple)


@st.composite
def snapshots(draw) -> OccupancySnapshot:
    crew = [
        technician(n, *sorted(skills), gender=gender, shifts=always((begins * 60, (begins + length) * 60)))
        for n, (skills, begins, length, gender) in enumerate(draw(st.lists(people, max_size=3)), 1)
    ]
    rooms = [room(n, capacity=draw(st.integers(1, 2)), turnaround=draw(st.sampled_from([0, 10, 30]))) for n in (1, 2)]
    busy = [
        taken(kind, number, SPA.midnight(WEDNESDAY).astimezone(UTC) + begins * MINUTE, minutes)
        for kind, number, begins, minutes in draw(st.lists(spans, max_size=6))
    ]
    return a_floor(rooms=tuple(rooms), technicians=tuple(crew), taken=tuple(busy))


@st.composite
def visits(draw):
    request = {"technician": draw(st.sampled_from([None, 1, 2])), "gender": draw(st.sampled_from([None, "f"]))}
    base = draw(st.sampled_from([MASSAGE, COUPLE]))
    return dataclasses.replace(
        base, specialties=draw(needs), minutes=draw(st.sampled_from([30, 50, 80, 95])), **request
    )


def fits(assignment: Assignment, snapshot: OccupancySnapshot) -> bool:
    """Ask each place of an assignment against everything that is taken, interval by interval."""
    return not any(
        (busy.kind, busy.id) == (allocation.kind, allocation.id)
        and begins < minute_of(allocation.ends)
        and minute_of(allocation.begins) < ends
        for busy in snapshot.taken
        for begins, ends in busy.ranges
        for allocation in assignment.allocations
    )


@given(snapshots(), visits())
def test_every_offer_can_be_held(snapshot, visit):
    """What is offered is never refused at booking."""
    calendar = a_diary(snapshot)
    for slot in slots(calendar, Group.of(visit), booking_window(), [TODAY], limit=5):
        assignments = calendar.assignments(visit, slot.starts_at)
        assert slot.assignment == assignments[0]
        for assignment in assignments:
            kinds = [allocation.kind for allocation in assignment.allocations]
            assert (kinds.count("room"), kinds.count("technician")) == (1, len(visit.specialties))
            assert len({(allocation.kind, allocation.id) for allocation in assignment.allocations}) == len(kinds)
            assert fits(assignment, snapshot)


@given(snapshots(), visits(), st.integers(600, 1300))
def test_there_is_a_reason_exactly_where_there_is_no_seating(snapshot, visit, minute):
    calendar, start = a_diary(snapshot), SPA.midnight(WEDNESDAY).astimezone(UTC) + minute * MINUTE
    known = booking_window(now=NOW - timedelta(days=1))
    rejection = explain(calendar, Group.of(visit), (start, start + MINUTE), known)
    assert (rejection is None) == bool(calendar.assignments(visit, start))
    found = slots(calendar, Group.of(visit), known, [(start, start + MINUTE)], wanted=start)
    assert (rejection is None) == bool(found)


def test_offers_keep_their_distance_from_each_other():
    found = offered(wanted=at(WEDNESDAY, "15:00"), limit=8, apart=timedelta(minutes=45))
    times = sorted(slot.starts_at for slot in found)
    assert all(later - earlier >= timedelta(minutes=45) for earlier, later in itertools.pairwise(times))


def test_friday_is_offered_when_friday_is_asked():
    window = (SPA.midnight(FRIDAY), SPA.midnight(FRIDAY + timedelta(days=1)))
    snapshot = a_floor(days=4)
    assert {SPA.today(slot.starts_at) for slot in offered(snapshot, windows=[window])} == {FRIDAY}
