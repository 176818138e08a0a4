"""The same as last time: with whom a guest was here before, for a guest who has proved who they are."""

from datetime import datetime

from shared_lib.availability.request import BookingRequest
from shared_lib.bookings.ports import Bookings
from shared_lib.kernel.errors import NotFound


def like_last_time(
    request: BookingRequest, email: str, *, spa_id: str, bookings: Bookings, now: datetime
) -> BookingRequest:
    """Return the request with the technician of the guest's last visit.

    Raise NotFound for a guest who has not been here, or whom nobody treated. Who somebody was with is theirs to know:
    ask only with an address whose owner has proved that it is theirs.
    """
    last = bookings.last_visit(spa_id, email, now=now)
    if last is None or not last.technicians:
        raise NotFound("no visit before this one")
    return request.with_whom(last.technicians[0], None)
