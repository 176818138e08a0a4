"""The life of a booking: where it may stand, and each event that moves it on."""

import dataclasses
from collections.abc import Mapping
from enum import StrEnum

from shared_lib.kernel.errors import WrongState
from shared_lib.kernel.events import EventType


class Status(StrEnum):
    """Where in its life a booking is."""

    HELD = "held"
    PAYING = "paying"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    NO_SHOW = "no_show"


WAITING = frozenset({Status.HELD, Status.PAYING})
"""The states that end by themselves when nobody pays."""


STANDING = frozenset({Status.CONFIRMED, Status.COMPLETED})
"""The states of a visit that is owed for in full."""


OCCUPYING = WAITING | STANDING
"""The states in which a booking has its room and its people to itself."""


@dataclasses.dataclass(frozen=True, slots=True)
class Transition:
    """Where a booking must stand for an event to happen to it, and where it stands after it; None if it stays."""

    sources: frozenset[Status]
    target: Status | None


TRANSITIONS: Mapping[EventType, Transition] = {
    EventType.PAYING: Transition(frozenset({Status.HELD}), Status.PAYING),
    EventType.HELD: Transition(frozenset({Status.PAYING}), Status.HELD),
    EventType.EXPIRED: Transition(WAITING, Status.EXPIRED),
    # A payment that comes late takes the places again where they are still free.
    EventType.CONFIRMED: Transition(WAITING | {Status.EXPIRED}, Status.CONFIRMED),
    EventType.RESCHEDULED: Transition(frozenset({Status.HELD, Status.CONFIRMED}), None),
    EventType.CANCELLED: Transition(WAITING | {Status.CONFIRMED}, Status.CANCELLED),
    # Nobody came, or so it seemed: either may be put right by the other.
    EventType.COMPLETED: Transition(frozenset({Status.CONFIRMED, Status.NO_SHOW}), Status.COMPLETED),
    EventType.NO_SHOW: Transition(STANDING, Status.NO_SHOW),
}
"""Every change of status of a booking that is there goes through here; the table `booking_moves` says the same."""


def status_after(status: Status, event: EventType) -> Status:
    """Return where a booking stands after an event; raise WrongState where it can't happen to it."""
    transition = TRANSITIONS[event]
    if status not in transition.sources:
        raise WrongState(f"the booking is {status}")
    return transition.target or status
