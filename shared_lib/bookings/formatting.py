"""How we write the visits of a booking."""

from collections.abc import Iterator

from shared_lib.availability.allocation import BookedVisit
from shared_lib.bookings.booking import Booking
from shared_lib.kernel.formatting import say_duration, say_time
from shared_lib.kernel.spa import Spa


def say_visits(booking: Booking, spa: Spa, *, with_whom: bool = True) -> Iterator[tuple[str, str]]:
    """Yield each visit of a booking as its hour and what it is: `3:00 PM`, `Swedish Massage, 1 hour, with Anna`."""
    for visit in sorted(booking.visits, key=lambda visit: (visit.starts_at, visit.guest)):
        guest = f"Guest {booking.guests.index(visit.guest) + 1}: " if len(booking.guests) > 1 else ""
        yield say_time(visit.starts_at, spa), guest + _say_visit(booking, visit, with_whom=with_whom)


def _say_visit(booking: Booking, visit: BookedVisit, *, with_whom: bool) -> str:
    lines, allocations = booking.of_visit(visit.number)
    what = " and ".join(line.name for line in lines)
    names = (
        " and ".join(allocation.name for allocation in allocations if allocation.kind == "technician")
        if with_whom
        else ""
    )
    length = say_duration(visit.ends_at - visit.starts_at)
    return f"{what}, {length}, with {names}" if names else f"{what}, {length}"
