"""What the conversation is about when something is asked."""

import dataclasses

from shared_lib.bookings.booking import Booking


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """Ids of what is wished for, and the booking that is spoken of: held, or paid and the guest's own.

    `last` is what the turn before answered, as its replies have it in `about`.
    """

    treatments: tuple[str, ...] = ()
    add_ons: tuple[str, ...] = ()
    booking: Booking | None = None
    last: str = ""
