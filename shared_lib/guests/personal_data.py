"""What is known of a guest: each store gives out what it holds of them, and forgets it."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from shared_lib.guests.contact_point import Channel, ContactPoint

CURRENCY = "USD"

Record = Mapping[str, Any]
"""One thing that is known, in words that people understand: texts, numbers, instants, money, and lists and records."""


def money(cents: int) -> Record:
    """Return an amount as a record has it."""
    return {"cents": cents, "currency": CURRENCY}


@dataclasses.dataclass(frozen=True, slots=True)
class Subject:
    """Who asks, and all by which their data is found.

    What began after `until` is somebody's who came anew. `guest_ids` are the guest's and those of records that were
    joined to it, `addresses` the e-mail addresses that their bookings name, proved or not.
    """

    guest_id: UUID
    guest_ids: tuple[UUID, ...]
    contact_points: tuple[ContactPoint, ...]
    hashes: tuple[bytes, ...]
    until: datetime
    booking_ids: tuple[UUID, ...] = ()
    chat_sessions: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def mail_addresses(self) -> tuple[str, ...]:
        """Return every address that may have been written to, each once."""
        proved = (point.address for point in self.contact_points if point.channel == Channel.EMAIL)
        return tuple(dict.fromkeys([*proved, *self.addresses]))


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """What stays, by its name in RETAINED, and until which day at the spa."""

    what: str
    until: date


@dataclasses.dataclass(frozen=True, slots=True)
class Erased:
    """How many of each were erased, and what stays."""

    counts: Mapping[str, int] = dataclasses.field(default_factory=dict)
    kept: Sequence[Kept] = ()


class PersonalDataStore(Protocol):
    """One store, or one vendor, that holds something of guests."""

    name: str
    """Stable, and read by people: `bookings`, `chat conversations`."""
    covers: frozenset[str]
    """The columns (`bookings.contact`) and fields of documents (`sessions.context`) that it answers for."""

    def export(self, subject: Subject) -> Sequence[Record]:
        """Return what is held, without secrets and hashes; raise ExternalServiceError."""
        ...

    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        """Forget it; doing it again erases what is left. Raise ExternalServiceError or OutOfTime to be asked again."""
        ...
