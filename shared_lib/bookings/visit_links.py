"""Links to one visit, in mails: signed, for that booking alone, good until a week after it."""

from datetime import datetime, timedelta
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.kernel.ports import Signer

PURPOSE = "visit"
LIFE_AFTER = timedelta(days=7)
"""How long after a visit its link still opens it."""


def visit_url(booking_id: UUID, *, public_url: str, signer: Signer) -> str:
    """Return the link that opens a visit."""
    return f"{public_url}/visit/{signer.sign(booking_id.hex, purpose=PURPOSE)}"


def visit_of(token: str, signer: Signer) -> UUID:
    """Return the booking of a link's token; raise InvalidSignature."""
    try:
        return UUID(signer.read(token, purpose=PURPOSE))
    except ValueError as error:
        raise InvalidSignature("the token names no booking") from error


def is_over(booking: Booking, now: datetime) -> bool:
    """Return whether the link of a visit has ended."""
    return now >= booking.ends_at + LIFE_AFTER
