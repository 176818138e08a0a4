"""What a guest's calendar is told about a visit: one UID for each booking, a higher sequence for each version."""

import dataclasses
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.formatting import say_visits
from shared_lib.bookings.lifecycle import STANDING
from shared_lib.kernel.errors import WrongState
from shared_lib.kernel.spa import Spa

REMINDER = timedelta(hours=24)
"""How long before a visit the guest's calendar reminds of it."""


class Method(StrEnum):
    """What the calendar is asked to do, in iCalendar's words."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"
    """Kept by whoever downloads it: nobody is invited, and nobody answers."""


@dataclasses.dataclass(frozen=True, slots=True)
class Invitation:
    """A visit for a calendar; `begins` and `ends` are aware and carry the spa's zone."""

    method: Method
    uid: str
    sequence: int
    begins: datetime
    ends: datetime
    summary: str
    location: str
    description: str
    organizer: str
    """Who invites, as people call them."""
    organizer_email: str
    guest: str
    guest_email: str


def reminds(begins: datetime, *, now: datetime) -> bool:
    """Return whether the reminder of a visit still lies ahead: nobody is promised one that can't come."""
    return begins - now > REMINDER


def invite(booking: Booking, spa: Spa, *, sender: str, method: Method = Method.REQUEST) -> Invitation:
    """Return the invitation to a booking whose guest has an e-mail; its version is the calendar's sequence."""
    contact = booking.contact
    return Invitation(
        method=method,
        uid=f"{booking.id}@{urlsplit(spa.website).hostname or spa.id}",
        sequence=booking.version,
        begins=spa.wall(booking.starts_at),
        ends=spa.wall(booking.ends_at),
        summary=f"{_summary(booking)} at {spa.name}",
        location=", ".join(filter(None, (spa.name, spa.address))),
        description=_describe(booking, spa),
        organizer=spa.name,
        organizer_email=sender,
        guest=contact.name if contact else "",
        guest_email=contact.email if contact else "",
    )


def publish(booking: Booking, spa: Spa, *, sender: str) -> Invitation:
    """Return a visit for whoever wants it in their calendar: the entry of its invitation, were both to arrive.

    Raise WrongState where the visit does not stand.
    """
    if booking.status not in STANDING:
        raise WrongState(f"the booking is {booking.status}")
    return invite(booking, spa, sender=sender, method=Method.PUBLISH)


def _summary(booking: Booking) -> str:
    return " and ".join(dict.fromkeys(line.name for line in booking.treatments))


def _describe(booking: Booking, spa: Spa) -> str:
    if len(booking.visits) > 1:
        parts = [f"{hour} {visit}" for hour, visit in say_visits(booking, spa)]
    else:
        parts = [line.name for line in booking.lines]
        parts += [f"With {' and '.join(booking.technicians)}"] * bool(booking.technicians)
    parts.append(f"Reference {booking.reference}")
    if spa.phone:
        parts.append(f"To change or cancel, call {spa.phone} or reply to our e-mail")
    return "\n".join(parts)
