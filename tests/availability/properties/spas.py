"""Spas by chance: zones and days that are hard, hours over midnight, people, rooms, what is taken, and wishes."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from shared_lib.availability.request import BookingRequest, RequestedItem
from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.kernel.spa import Room, Spa, Technician
from shared_lib.pricing.price_book import AddOn, Policies, PriceBook, Treatment
from tests.availability.properties.case import Busy, Case
from tests.snapshots import MINUTE, TIERS, a_book, room, technician

DST = {
    "America/New_York": (date(2026, 11, 1), date(2027, 3, 14)),
    "Europe/London": (date(2026, 10, 25), date(2027, 3, 28)),
    "Australia/Lord_Howe": (date(2026, 10, 4), date(2027, 4, 4)),
    "Pacific/Kiritimati": (),
    "Pacific/Niue": (),
}
"""Zones with the days on which their clocks change: by an hour, by half an hour, never."""
DAYS = (date(2026, 11, 18), date(2026, 12, 31), date(2028, 2, 29))
MINUTES = (30, 45, 50, 80, 37)
SPECIALTIES = ("massage", "facial")
AREAS = ("Suite", "Private")
LONG = ((10 * 60, 22 * 60),)
NEEDS = (("massage",), ("facial",), ("massage", "massage"), ("massage", "facial"), ())
HELD = (UUID(int=1), UUID(int=2))
STONE = AddOn("stone", "Stone", 4000, 15, "all")


def mostly(usual, other, *, of: int = 6):
    """Draw from `usual`, and once in so many times from `other`: a spa that is always closed proves little."""
    return st.sampled_from([usual] * (of - 1) + [other]).flatmap(lambda chosen: chosen)


KINDS = mostly(st.just("treatment"), st.just("private"), of=8)
spans = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(lambda two: (two[0], min(two[0] + two[1], 2880)))
day_hours = st.one_of(
    st.sampled_from([LONG, ((0, 1440),), ((18 * 60, 25 * 60),), ((60, 150), (600, 1590)), ((150, 700),), ()]),
    st.lists(spans, min_size=1, max_size=2).map(tuple),
)
usual_hours = mostly(st.sampled_from([LONG, ((0, 1440),), ((600, 1500),)]), day_hours)


begins = mostly(st.integers(10 * 60, 20 * 60), st.integers(-60, 1500))
"""Minutes after midnight at which a wish begins: most in the day, some at any time."""


@st.composite
def hours(draw, day: date) -> WeeklyHours:
    """Return one day's hours for the whole week, others for two of its days, and dates that differ."""
    usual: tuple[Span, ...] = draw(usual_hours)
    week = dict.fromkeys(range(7), usual) | draw(mostly(st.just({}), st.dictionaries(st.integers(0, 6), day_hours)))
    offsets = draw(mostly(st.just({}), st.dictionaries(st.integers(-1, 2), day_hours, max_size=2)))
    return WeeklyHours(week, {day + timedelta(days=n): spans for n, spans in offsets.items()})


@st.composite
def rooms(draw, number: int) -> Room:
    made = room(
        number,
        area=draw(st.sampled_from(AREAS)),
        capacity=draw(st.sampled_from([2, 2, 1])),
        turnaround=draw(st.sampled_from([0, 10, 30])),
    )
    return dataclasses.replace(made, kind=draw(KINDS))


@st.composite
def people(draw, number: int, day: date) -> Technician:
    skills = draw(st.sampled_from([SPECIALTIES, SPECIALTIES, ("massage",), ("facial",)]))
    shifts = draw(mostly(st.none(), hours(day), of=3))
    return technician(number, *sorted(skills), gender=draw(st.sampled_from("fm")), shifts=shifts)


@st.composite
def treatments(draw, number: int) -> Treatment:
    return Treatment(
        id=f"t{number}",
        name=f"Treatment {number}",
        category="All",
        minutes=draw(mostly(st.sampled_from(MINUTES), st.integers(1, 180), of=3)),
        prices={tier.name: 10000 for tier in TIERS},
        room_kind=draw(KINDS),
        specialties=draw(st.sampled_from(NEEDS)),
        turnaround=draw(st.sampled_from([0, 5, 10, 30])),
        party=draw(st.sampled_from([1, 1, 2])),
    )


@st.composite
def busy_times(draw, midnight: datetime) -> Busy:
    busy = Busy(
        draw(st.sampled_from(["room", "technician"])),
        draw(st.integers(1, 3)),
        midnight
        + draw(mostly(begins, st.integers(-120, 1560), of=3)) * MINUTE
        + timedelta(seconds=draw(st.sampled_from([0, 0, 30]))),
        draw(st.integers(1, 300)),
        draw(st.sampled_from([None, None, None, *HELD])),
    )
    is_off = busy.kind == "technician" and not busy.expired_hold and draw(st.booleans())
    return dataclasses.replace(busy, time_off=is_off)


@st.composite
def books(draw, day: date) -> PriceBook:
    ours = tuple(draw(treatments(number)) for number in (1, 2))
    policies = Policies(notice_minutes=draw(mostly(st.just(60), st.sampled_from([0, 1440]))))
    open_hours = {area: draw(hours(day)) for area in AREAS}
    return a_book(treatments=ours, add_ons=(STONE,), hours=open_hours, policies=policies)


@st.composite
def visits(draw, crew: tuple[Technician, ...], guest: int) -> RequestedItem:
    """Return a treatment with a wish for somebody, for a gender, or for nobody."""
    names: list[str | None] = [who.name for who in crew] or [None]
    return RequestedItem(
        draw(st.sampled_from(["t1", "t2"])),
        guest,
        draw(st.sampled_from([(), (), ("stone",)])),
        draw(mostly(st.none(), st.sampled_from(names), of=4)),
        draw(mostly(st.none(), st.sampled_from("fm"), of=4)),
    )


@st.composite
def wishes(draw, crew: tuple[Technician, ...], midnight: datetime, *, alone: bool, longest: int) -> BookingRequest:
    first = draw(visits(crew, 1))
    guests = [] if alone else draw(st.sampled_from([[], [], [2], [1], [2, 1], [1, 1], [2, 3], [1, 2, 2]]))
    minutes = min(longest, draw(st.sampled_from([1440, 180, 20, 1])))
    windows = [_window(midnight, draw(begins), minutes)]
    windows += [_window(midnight, draw(begins), 20)] if draw(st.booleans()) else []
    wanted = windows[0][0] + draw(st.integers(0, minutes)) * MINUTE
    return BookingRequest(
        (first, *(draw(visits(crew, guest)) for guest in guests)),
        tuple(windows),
        draw(st.sampled_from([None, wanted])),
        tier=draw(st.sampled_from(["Base", "Non-Member", "Premium"])),
        longest_wait=draw(st.sampled_from([0, 15, 30, 120])),
    )


def _window(midnight: datetime, minute: int, minutes: int) -> tuple[datetime, datetime]:
    start = midnight + minute * MINUTE
    return start, start + minutes * MINUTE


ahead = mostly(st.integers(60, 3 * 1440), st.integers(-22 * 60, 5 * 1440))
"""How many minutes before the day's midnight it is now: within the shortest horizon, or anywhere near."""


@st.composite
def cases(draw, *, alone: bool = False, longest: int = 1440) -> Case:
    """Return a spa on a day of its own, with a wish for about that day."""
    zone = draw(st.sampled_from(sorted(DST)))
    day = draw(st.sampled_from((*DST[zone], *DAYS)))
    spa = Spa("a-spa", "A spa", zone)
    midnight = spa.midnight(day).astimezone(UTC)
    crew = tuple(
        draw(people(number, day))
        for number in range(1, draw(mostly(st.sampled_from([3, 4, 2]), st.sampled_from([1, 0]))) + 1)
    )
    return Case(
        spa=spa,
        book=draw(books(day)),
        rooms=tuple(draw(rooms(number)) for number in range(1, draw(mostly(st.sampled_from([3, 2]), st.just(1))) + 1)),
        technicians=crew,
        busy=tuple(draw(st.lists(busy_times(midnight), max_size=6))),
        now=midnight - draw(ahead) * MINUTE + timedelta(seconds=draw(st.sampled_from([0, 30]))),
        request=draw(wishes(crew, midnight, alone=alone, longest=longest)),
        day=day,
    )


@st.composite
def edges(draw) -> Case:
    """Return a wish for about the last minute that a tier may book, or for the first one after it."""
    case, tier = draw(cases(alone=True)), draw(st.sampled_from(TIERS))
    last = case.day + timedelta(days=draw(st.sampled_from([-1, 0])))
    now = case.spa.midnight(last - timedelta(days=tier.days_ahead)) + draw(st.integers(0, 1379)) * MINUTE
    return case.but(now=now.astimezone(UTC), request=dataclasses.replace(case.request, tier=tier.name))
