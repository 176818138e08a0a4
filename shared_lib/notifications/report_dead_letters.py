"""Tell the manager of events that a consumer gave up on: a guest, a calendar or a chat has not heard of a booking."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared_lib.bookings.ports import Bookings
from shared_lib.kernel.errors import NotFound
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.ports import DeadLetter, DeadLetters, ManagerAlerts

MOST_NAMED = 3
"""How many bookings one alert names."""


def report_dead_letters(
    consumers: Sequence[str], *, dead_letters: DeadLetters, bookings: Bookings, alerts: ManagerAlerts, now: datetime
) -> int:
    """Tell of each consumer that has any, once a day until they are sent again; return how many there are.

    Raise VendorUnavailable.
    """
    found = 0
    for consumer in consumers:
        if letters := dead_letters.look(consumer):
            found += len(letters)
            facts = {"service": consumer, "count": str(len(letters))} | _references(letters, bookings)
            alerts.record(AlertKind.DEAD_LETTERS, f"{consumer} {now:%Y-%m-%d}", facts, now=now)
    return found


def _references(letters: Sequence[DeadLetter], bookings: Bookings) -> dict[str, str]:
    """Return the first bookings that they are about; none of a letter that names no booking of ours."""
    ids = dict.fromkeys(letter.booking_id for letter in letters if letter.booking_id)
    named = [reference for one in list(ids)[:MOST_NAMED] if (reference := _reference(one, bookings))]
    return {"reference": ", ".join(named)} if named else {}


def _reference(booking_id: UUID, bookings: Bookings) -> str:
    try:
        return bookings.get(booking_id).reference
    except NotFound:
        return ""
