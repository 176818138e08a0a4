"""Houses drawn by chance, in zones and on days that make time hard."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from shared_lib.availability.snapshot import Occupancy, OccupancySnapshot
from shared_lib.availability.visit import Visit
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.kernel.spa import Room, Spa, Technician
from tests.snapshots import COUPLE, MASSAGE

ZONES = (
    "America/New_York",
    "Australia/Lord_Howe",  # the clocks change by half an hour
    "America/Havana",  # they change at midnight
    "Africa/Cairo",
    "Antarctica/Troll",  # they change by two hours
    "Asia/Kathmandu",
    "Pacific/Kiritimati",  # the first to see a day
    "Pacific/Niue",  # among the last
)
SPAS = tuple(Spa("far", "Far", zone) for zone in ZONES)
YEAR = tuple(date(2027, 1, 1) + timedelta(days=n) for n in range(365))
ENDED_HOLD = UUID(int=7)


def odd_days(spa: Spa) -> list[date]:
    """Return the days of a year on which the clocks change."""
    ends = [spa.midnight(day).utcoffset() for day in (*YEAR, date(2028, 1, 1))]
    return [day for day, before, after in zip(YEAR, ends, ends[1:], strict=False) if before != after]


@st.composite
def spas_and_days(draw) -> tuple[Spa, date]:
    """Draw a spa and a day: one on which its clocks change, a neighbour of one, or any."""
    spa = draw(st.sampled_from(SPAS))
    odd = st.sampled_from([day + timedelta(days=off) for day in odd_days(spa) for off in (-2, -1, 0, 1)] or YEAR)
    return spa, draw(st.one_of(odd, st.sampled_from(YEAR)))


spans = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(lambda two: (two[0], sum(two))), max_size=2
).map(tuple)


@st.composite
def weeks(draw, day: date) -> WeeklyHours:
    """Draw hours of a week, with an exception here and there around a day."""
    usual = draw(st.sampled_from([((0, 1440),), ((540, 1440),), ((1080, 1560),), ((90, 200),)]))
    week = dict.fromkeys(range(7), usual) | draw(st.dictionaries(st.integers(0, 6), spans, max_size=2))
    exceptions = draw(st.dictionaries(st.integers(-1, 1), spans, max_size=2))
    return WeeklyHours(week, {day + timedelta(days=off): hours for off, hours in exceptions.items()})


@st.composite
def times_taken(draw, around: datetime) -> Occupancy:
    """Draw a time that may begin before the floor, end after it, split a minute, or meet others."""
    begins = around + timedelta(seconds=draw(st.integers(-10_000, 130_000)))
    ends = begins + timedelta(seconds=draw(st.integers(1, 20_000)))
    kind, number = draw(st.sampled_from([("room", 1), ("room", 2), ("technician", 1), ("technician", 2)]))
    taken = Occupancy.between(kind, number, begins, ends, draw(st.sampled_from([None, None, ENDED_HOLD])))
    is_off = kind == "technician" and taken.expired_hold is None and draw(st.booleans())
    return dataclasses.replace(taken, time_off=is_off)


@st.composite
def houses(draw) -> tuple[OccupancySnapshot, dict[str, WeeklyHours], Spa]:
    """Draw a floor of up to a day and a half that may begin at any second, its opening hours and its spa."""
    spa, day = draw(spas_and_days())
    begins = spa.midnight(day).astimezone(UTC) + timedelta(seconds=draw(st.sampled_from([0, 0, 29, 3600])))
    skills = st.sets(st.sampled_from(("massage", "facial")), min_size=1).map(frozenset)
    crew = [Technician(n, "", draw(st.sampled_from("fm")), draw(skills), draw(weeks(day))) for n in (1, 2, 3)]
    snapshot = OccupancySnapshot(
        book_version=1,
        begins=begins,
        ends=begins + timedelta(hours=draw(st.integers(1, 34))),
        rooms=tuple(Room(n, "", "treatment", draw(st.sampled_from("AB")), n, 10 * n) for n in (1, 2)),
        technicians=tuple(crew),
        taken=tuple(draw(st.lists(times_taken(begins), max_size=8))),
    )
    return snapshot, {area: draw(weeks(day)) for area in "AB"}, spa


@st.composite
def visits(draw) -> Visit:
    """Draw a visit of one or two guests, with or without wishes."""
    needs = draw(st.lists(st.sampled_from(("massage", "facial")), max_size=2).map(tuple))
    request = {"technician": draw(st.sampled_from([None, None, 1])), "gender": draw(st.sampled_from([None, None, "f"]))}
    minutes = draw(st.sampled_from([1, 30, 50, 95]))
    return dataclasses.replace(draw(st.sampled_from([MASSAGE, COUPLE])), specialties=needs, minutes=minutes, **request)
