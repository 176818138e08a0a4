"""What the conversation is about when something is asked."""

import dataclasses

from shared_lib.bookings.booking import Booking


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """Ids of what is wished for, and the booking that is spoken of: held, or paid and the guest's own.

    `request` are the chosen treatments with their add-ons, each as often as it is wished for, and `wish` what they are
    called together; both are empty while something is still to be chosen. `last` is what the turn before answered, as
    its replies have it in `about`.
    """

    treatments: tuple[str, ...] = ()
    add_ons: tuple[str, ...] = ()
    booking: Booking | None = None
    last: str = ""
    request: tuple[tuple[str, tuple[str, ...]], ...] = ()
    wish: str = ""

    @property
    def is_more_than_one_price(self) -> bool:
        """Return whether several treatments, or add-ons, are wished for."""
        return len(self.request) > 1 or any(add_ons for _, add_ons in self.request)
