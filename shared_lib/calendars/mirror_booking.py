"""Mirror a booking in the calendars that staff look at."""

import dataclasses
import html
from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from shared_lib.availability.allocation import BookedVisit
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.ports import Bookings
from shared_lib.calendars.event import CalendarEvent
from shared_lib.calendars.ports import Calendars
from shared_lib.kernel.formatting import say_time
from shared_lib.kernel.ids import derived_event_id
from shared_lib.kernel.spa import PRIVATE, Spa

SHOWN = frozenset({Status.CONFIRMED, Status.COMPLETED, Status.NO_SHOW})
NEVER_SHOWN = frozenset({Status.HELD, Status.PAYING, Status.EXPIRED})
COMING = "Has said that they will come"


@dataclasses.dataclass(frozen=True, slots=True)
class CalendarIds:
    """Where bookings are shown: the master is public, the other two are the staff's.

    `private` has the visits to the private area; `technicians` all others, and each that somebody works at.
    """

    master: str
    technicians: str
    private: str


def mirror_booking(booking_id: UUID, *, bookings: Bookings, calendars: Calendars, ids: CalendarIds, spa: Spa) -> None:
    """Make each calendar show the booking as it stands; doing it twice or late changes nothing."""
    booking = bookings.get(booking_id)
    if booking.status in NEVER_SHOWN:
        return
    shown = dict(calendar_events(booking, ids, spa)) if booking.status in SHOWN else {}
    for calendar_id in (ids.master, ids.technicians, ids.private):
        if calendar_id in shown:
            calendars.put(calendar_id=calendar_id, event=shown[calendar_id])
        else:
            # A visit that moved to another part of the house leaves the calendar that it stood in.
            calendars.remove(calendar_id=calendar_id, event_id=derived_event_id(booking.id), version=booking.version)


def calendar_events(booking: Booking, ids: CalendarIds, spa: Spa) -> Iterator[tuple[str, CalendarEvent]]:
    """Return what each calendar shows of a booking, once it is sure."""
    public = _public(booking, spa)
    staff = dataclasses.replace(
        public, title=_title(booking), description=_description(booking, spa), location=booking.room or None
    )
    yield ids.master, public
    if booking.technicians or booking.areas != {PRIVATE}:
        yield ids.technicians, staff
    if PRIVATE in booking.areas:
        yield ids.private, staff


def _public(booking: Booking, spa: Spa) -> CalendarEvent:
    """Return what everybody may see: that somebody comes."""
    return CalendarEvent(
        event_id=derived_event_id(booking.id),
        booking_id=booking.id,
        version=booking.version,
        title="Booked",
        description="",
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        zone=spa.zone,
    )


def _title(booking: Booking) -> str:
    who = booking.contact.first_name if booking.contact else ""
    names = " & ".join(booking.technicians)
    treatments = Counter(line.name for line in booking.treatments)
    what = " + ".join(f"{name} for {count}" if count > 1 else name for name, count in treatments.items())
    return " · ".join(part for part in (what, who, names) if part)


def _description(booking: Booking, spa: Spa) -> str:
    """Return what the team needs: lines and requests; never medical notes, which are not part of a booking.

    Google shows a description as HTML: what guests write, and names that people chose, are escaped.
    """
    alone = len(booking.visits) == 1
    lines = [
        row
        for visit in booking.visits
        for row in ([] if alone else [_heading(booking, visit, spa)]) + _lines(booking, visit)
    ]
    said = [COMING] * bool(booking.attendance_confirmed_at)
    notes = booking.contact.notes if booking.contact else ""
    return html.escape("\n".join([booking.reference, *lines, *said, *([notes] if notes else [])]), quote=False)


def _heading(booking: Booking, visit: BookedVisit, spa: Spa) -> str:
    """Return when, for which guest, with whom and where one of several visits is."""
    _, allocations = booking.of_visit(visit.number)
    where = " & ".join(
        allocation.name for allocation in sorted(allocations, key=lambda allocation: allocation.kind != "technician")
    )
    return f"{say_time(visit.starts_at, spa)}, guest {visit.guest}: {where}"


def _lines(booking: Booking, visit: BookedVisit) -> list[str]:
    lines, _ = booking.of_visit(visit.number)
    return [f"{line.name}, {line.minutes} min" if line.minutes else line.name for line in lines]
