"""What the manager hears of the calendars by mail: a visit that was put back, and who is booked and away at once."""

from collections.abc import Sequence
from datetime import datetime

from shared_lib.bookings.booking import Booking
from shared_lib.calendars.drift import Drift
from shared_lib.calendars.sync import CalendarSync
from shared_lib.kernel.formatting import say_moment
from shared_lib.kernel.manager_alerts import AlertKind

NOT_DONE = {"code": "NOT_PUT_BACK"}
"""Said of a visit that stands in its calendar as somebody left it: Google refuses it, or it was moved too often."""


def tell_of_put_back(drift: Drift, *, sync: CalendarSync, now: datetime, done: bool) -> None:
    """Tell once of a change that somebody made to a visit in a calendar; `done` says whether it was put back."""
    if booking := _booking(drift, sync):
        key = f"{drift.calendar} {drift.event_id} {drift.etag}"
        facts = _visit(booking, sync, now) | {"calendar": drift.calendar, "kind": str(drift.kind)}
        sync.alerts.record(AlertKind.CALENDAR_PUT_BACK, key, facts | ({} if done else NOT_DONE), now=now)


def find_clashes(*, sync: CalendarSync, now: datetime) -> Sequence[Drift]:
    """Return the coming visits whose technician is away, after telling once of each at its hour."""
    clashes = sync.drift_log.clashes(sync.spa.id, now=now)
    for drift in clashes:
        if booking := _booking(drift, sync):
            key = f"{drift.calendar} {booking.id} {booking.starts_at.isoformat()}"
            facts = _visit(booking, sync, now) | {"technician": _technician(drift, booking)}
            sync.alerts.record(AlertKind.CALENDAR_CLASH, key, facts, now=now)
    return clashes


def _booking(drift: Drift, sync: CalendarSync) -> Booking | None:
    return sync.bookings.get(drift.booking_id) if drift.booking_id else None


def _visit(booking: Booking, sync: CalendarSync, now: datetime) -> dict[str, str]:
    return {"reference": booking.reference, "when": say_moment(booking.starts_at, sync.spa, now=now)}


def _technician(drift: Drift, booking: Booking) -> str:
    """Return who is booked and away, as the house calls them."""
    places = {f"{place.kind} {place.id}": place.name for place in booking.allocations}
    return places.get(drift.calendar) or drift.calendar
