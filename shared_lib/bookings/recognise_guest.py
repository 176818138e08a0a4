"""Recognise a guest by a code: the bookings under the contact that it proves join their record, never before."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from shared_lib.bookings.ports import GuestBookings
from shared_lib.guests.check_code import check_code
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.guests.guest import Guest
from shared_lib.guests.ports import Guests, ProofCodes
from shared_lib.kernel.ports import RateLimits


def recognise_guest(
    typed: str,
    *,
    holder: str,
    address: str,
    codes: ProofCodes,
    rate_limits: RateLimits,
    guests: Guests,
    guest_bookings: GuestBookings,
    note_proved: Callable[[ContactPoint], None],
    now: datetime,
    known: UUID | None = None,
) -> Guest:
    """Return the guest whom a code proves; where the `known` guest asked, what it proves becomes theirs too.

    `note_proved` hears which contact point that is: messages reach it. Raise BadInput, CodeWrong, CodeEnded or TooMany.
    """
    contact_point = check_code(typed, holder=holder, address=address, codes=codes, rate_limits=rate_limits, now=now)
    note_proved(contact_point)
    proved = guests.prove(contact_point, known=known, now=now)
    guest_bookings.join(proved.guest, merged=proved.merged, now=now)
    return proved.guest
