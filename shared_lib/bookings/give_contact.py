"""Note who comes: the contact stays on the booking until the guest has proved who they are."""

from datetime import datetime
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.draft import NO_LIMITS, UnpaidLimits
from shared_lib.bookings.lifecycle import WAITING
from shared_lib.bookings.ports import Bookings, Change
from shared_lib.kernel.errors import WrongState


def give_contact(
    booking_id: UUID, contact: Contact, *, bookings: Bookings, now: datetime, unpaid: UnpaidLimits = NO_LIMITS
) -> Booking:
    """Put a contact on a hold that waits for its payment; raise WrongState later.

    Of more unpaid holds than one contact may keep, the oldest others give way.
    """

    def steps(change: Change) -> Booking:
        if change.booking.status not in WAITING:
            raise WrongState(f"the booking is {change.booking.status}")
        change.update(contact=contact)
        change.evict_oldest_holds(unpaid.of(email=contact.email))
        return change.booking

    return bookings.change(booking_id, steps, now=now)
