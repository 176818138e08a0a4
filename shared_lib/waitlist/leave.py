"""Take somebody off the waitlist; a place that is kept for them goes to the next."""

import contextlib
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.bookings.cancel import cancel_booking
from shared_lib.bookings.ports import Bookings
from shared_lib.kernel.errors import WrongState
from shared_lib.kernel.events import Event
from shared_lib.waitlist.entry import EntryStatus, WaitlistEntry
from shared_lib.waitlist.ports import Waitlist


class LeaveResult(NamedTuple):
    """The entry that was left, and the events to announce."""

    entry: WaitlistEntry
    events: Sequence[Event]


def leave_waitlist(entry_id: UUID, *, actor: str, waitlist: Waitlist, bookings: Bookings, now: datetime) -> LeaveResult:
    """End the waiting and forget the contact; leaving twice changes nothing more. Raise NotFound."""
    has_left = waitlist.end(entry_id, EntryStatus.LEFT, actor=actor, now=now)
    entry = waitlist.get(entry_id)
    events: list[Event] = []
    for offer in entry.offers if has_left else ():
        if offer.is_open(now):
            with contextlib.suppress(WrongState):
                events += cancel_booking(offer.booking_id, actor=actor, bookings=bookings, now=now).events
    return LeaveResult(entry, events)
