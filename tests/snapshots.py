"""Floors to tell stories about: rooms and people by a word or two, on the clock of New York."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.rejections import BookingWindow
from shared_lib.availability.snapshot import Occupancy, OccupancySnapshot
from shared_lib.availability.visit import Visit
from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.kernel.spa import Room, Spa, Technician
from shared_lib.pricing.price_book import Policies, PriceBook, TaxRate, Tier, Treatment

SPA = Spa("new-york", "CoreSync", "America/New_York")
NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)
"""Wednesday, 10 AM in New York."""
WEDNESDAY = date(2026, 11, 18)
THURSDAY, FRIDAY, SATURDAY = (WEDNESDAY + timedelta(days=n) for n in (1, 2, 3))
TEN_TO_TEN = ((10 * 60, 22 * 60),)
MASSAGE = Visit(minutes=60, turnaround=10, room_kind="treatment", specialties=("massage",))
COUPLE = Visit(minutes=90, turnaround=30, room_kind="treatment", specialties=("massage", "massage"), party=2)
MINUTE = timedelta(minutes=1)
TIERS = (Tier("Non-Member", 0, 3, 0, ""), Tier("Base", 37500, 60, 30, ""), Tier("Premium", 70000, 90, 40, ""))


def at(day: date, clock: str, spa: Spa = SPA, fold: int = 0) -> datetime:
    """Return the instant in UTC at which the spa's clocks show `HH:MM`."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=spa.tz, fold=fold).astimezone(UTC)


def clock_of(instant: datetime, spa: Spa = SPA) -> str:
    return f"{spa.wall(instant):%H:%M}"


def always(*spans: Span, exceptions: dict[date, tuple[Span, ...]] | None = None) -> WeeklyHours:
    return WeeklyHours(dict.fromkeys(range(7), spans or TEN_TO_TEN), exceptions or {})


def room(number: int = 1, *, area: str = "Suite", capacity: int = 1, turnaround: int = 0) -> Room:
    return Room(number, f"Room {number}", "treatment", area, capacity, turnaround)


def technician(number: int, *specialties: str, gender: str = "f", shifts: WeeklyHours | None = None) -> Technician:
    return Technician(
        number, f"Technician {number}", gender, frozenset(specialties or ("massage",)), shifts or always((0, 1440))
    )


def taken(
    kind: str,
    number: int,
    begins: datetime,
    minutes: int,
    expired_hold: UUID | None = None,
    *,
    time_off: bool = False,
) -> Occupancy:
    found = Occupancy.between(kind, number, begins, begins + timedelta(minutes=minutes), expired_hold)
    return dataclasses.replace(found, time_off=time_off)


def a_floor(*, day: date = WEDNESDAY, days: int = 1, spa: Spa = SPA, **contents: object) -> OccupancySnapshot:
    """Return the floor of whole days and the eight hours after them: one room and one technician, unless told."""
    begins, ends = spa.midnight(day), spa.midnight(day + timedelta(days=days))
    snapshot = OccupancySnapshot(1, begins, ends + timedelta(hours=8), (room(),), (technician(1),), ())
    return dataclasses.replace(snapshot, **contents)  # type: ignore[arg-type]


def a_diary(
    snapshot: OccupancySnapshot | None = None, *, hours: WeeklyHours | None = None, spa: Spa = SPA
) -> AvailabilityCalendar:
    return AvailabilityCalendar(snapshot or a_floor(), hours={"Suite": hours or always()}, spa=spa)


def starts(calendar: AvailabilityCalendar, visit: Visit = MASSAGE, spa: Spa = SPA) -> list[str]:
    """Return the first and the last minute of each stretch at which a visit can begin, on the spa's clock."""
    mask = calendar.starts(visit)
    edges = [n for n in range(calendar.timeline.minutes) if (mask >> n & 1) != (mask >> n - 1 & 1 if n else 0)]
    ends = [edge - 1 if n % 2 else edge for n, edge in enumerate(edges)]
    return [clock_of(calendar.timeline.at(edge), spa) for edge in ends]


def a_book(**changes: object) -> PriceBook:
    treatment = Treatment("massage", "Massage", "Massages", 60, {"Non-Member": 18000}, "treatment", ("massage",), 10)
    tax = (TaxRate(date(2011, 1, 1), "personal_service", 4500),)
    book = PriceBook(1, (treatment,), (), TIERS, {"Suite": always()}, Policies(), tax)
    return dataclasses.replace(book, **changes)  # type: ignore[arg-type]


def booking_window(tier: str = "Premium", *, now: datetime = NOW, spa: Spa = SPA) -> BookingWindow:
    return BookingWindow.of(a_book(), tier, spa=spa, now=now)
