"""When a guest is reminded of a visit: the day before, from nine in the morning on, once."""

import dataclasses
from datetime import datetime, time, timedelta
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.quiet_hours import is_quiet

NINE = time(9)
"""From when on a visit of the next day is reminded of, on the spa's wall clock."""
NOTICE = timedelta(hours=2)
"""How long before a visit a reminder is still of use."""
LATELY = timedelta(hours=4)
"""Whoever has heard of the visit within this time remembers it."""


@dataclasses.dataclass(frozen=True, slots=True)
class UpcomingVisit:
    """A visit that a guest may have to be reminded of, as it stood when it was found.

    `told_at` is when the guest last heard of its time, `reminded_at` when a reminder last went out, or may have.
    """

    booking_id: UUID
    version: int
    told_at: datetime | None
    reminded_at: datetime | None


def reminded_starts(now: datetime, spa: Spa) -> tuple[datetime, datetime]:
    """Return between which two instants visits begin that are reminded of at `now`; the second is not among them."""
    return now + NOTICE, spa.midnight(spa.today(now) + timedelta(days=2))


def is_reminder_due(booking: Booking, seen: UpcomingVisit, *, spa: Spa, now: datetime) -> bool:
    """Return whether a guest is to be reminded of a booking as it stands; never of one that moved since it was seen."""
    begins, ends = reminded_starts(now, spa)
    return (
        booking.version == seen.version
        and _is_expected(booking)
        and begins <= booking.starts_at < ends
        and not is_quiet(now, spa)
        and _has_not_heard(seen, opens_at=_opens_at(booking, spa), now=now)
    )


def _is_expected(booking: Booking) -> bool:
    """Return whether nobody knows better than that the guest will come."""
    return booking.status == Status.CONFIRMED and booking.arrived_at is None and booking.attendance_confirmed_at is None


def _opens_at(booking: Booking, spa: Spa) -> datetime:
    return datetime.combine(spa.today(booking.starts_at) - timedelta(days=1), NINE, spa.tz)


def _has_not_heard(seen: UpcomingVisit, *, opens_at: datetime, now: datetime) -> bool:
    lately = seen.told_at is not None and now - seen.told_at < LATELY
    reminded = seen.reminded_at is not None and seen.reminded_at >= opens_at
    return opens_at <= now and not lately and not reminded
