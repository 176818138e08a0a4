"""What a guest asks for: treatments, and when they may begin."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.availability.timeline import MINUTE, Window, whole_minute
from shared_lib.kernel.errors import BadInput, NotBookable
from shared_lib.pricing.price_book import NON_MEMBER

APART = timedelta(minutes=30)
"""Slots that are closer than this are one slot to a guest."""
MOST_GUESTS = 6
MOST_VISITS = 8
"""More than so many at once are arranged with the front desk."""
LONGEST_WAIT = 240
"""The most minutes that anybody waits between two treatments."""
TAIL = timedelta(hours=8)
"""How far past the last start the snapshot is read for each visit of a guest: longer than any with its turnaround."""


@dataclasses.dataclass(frozen=True, slots=True)
class RequestedItem:
    """One treatment for one guest, counted from 1; who has several has them one after another.

    `technician` is a name, `gender` whom the guest would rather have; `beside` are further names, for a treatment that
    takes several technicians, `without` are those whom the guest would rather not have.
    """

    treatment_id: str
    guest: int = 1
    add_on_ids: tuple[str, ...] = ()
    technician: str | None = None
    gender: str | None = None
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Return everybody who is wished for by name."""
        return ((self.technician,) if self.technician else ()) + self.beside


@dataclasses.dataclass(frozen=True, slots=True)
class BookingRequest:
    """What a guest would like; `windows` say when it may begin, `wanted` is the instant nearest to their heart.

    The `items` follow each other or go side by side, with at most `longest_wait` minutes between two of one guest.
    """

    items: tuple[RequestedItem, ...]
    windows: tuple[Window, ...]
    wanted: datetime | None = None
    tier: str = NON_MEMBER
    limit: int = 3
    apart: timedelta = APART
    longest_wait: int = 0

    @classmethod
    def at(cls, items: Sequence[RequestedItem], start: datetime, *, tier: str = NON_MEMBER) -> "BookingRequest":
        """Return the request for the one minute in which an instant lies."""
        start = whole_minute(start)
        return cls(tuple(items), ((start, start + MINUTE),), start, tier)

    @property
    def first(self) -> RequestedItem:
        """Return the item that the booking begins with."""
        return self.items[0]

    @property
    def guests(self) -> frozenset[int]:
        """Return the numbers of the guests who come."""
        return frozenset(item.guest for item in self.items)

    @property
    def tail(self) -> timedelta:
        """Return how far past the last start the snapshot is read: the last of several visits begins hours later."""
        return TAIL * max(Counter(item.guest for item in self.items).values())

    def for_guests(self, guests: int) -> "BookingRequest":
        """Return the request for so many guests who have the same, side by side; raise NotBookable or BadInput."""
        if guests < 1:
            raise BadInput("party", "must be at least 1")
        if guests > MOST_GUESTS:
            raise NotBookable(Rejection(RejectionCode.PARTY_TOO_LARGE, most=MOST_GUESTS))
        others = [dataclasses.replace(item, guest=guest) for guest in range(2, guests + 1) for item in self.items]
        return dataclasses.replace(self, items=(*self.items, *others))

    def with_whom(self, technician: str | None, gender: str | None) -> "BookingRequest":
        """Return the request for somebody: a name is for the first item, a gender for all."""
        first, *others = (dataclasses.replace(item, gender=gender) for item in self.items)
        return dataclasses.replace(self, items=(dataclasses.replace(first, technician=technician), *others))

    def with_anybody(self) -> "BookingRequest":
        """Return the request for whoever is there."""
        items = (dataclasses.replace(item, technician=None, gender=None, beside=()) for item in self.items)
        return dataclasses.replace(self, items=tuple(items))

    def check(self) -> None:
        """Refuse what no rule could make sense of; raise BadInput, or NotBookable for too many."""
        if not self.windows or any(instant.tzinfo is None for window in self.windows for instant in window):
            raise BadInput("windows", "must be instants with a zone")
        if not 0 <= self.longest_wait <= LONGEST_WAIT:
            raise BadInput("longest_wait", f"must be 0 to {LONGEST_WAIT} minutes")
        if self.guests != set(range(1, len(self.guests) + 1)):
            raise BadInput("guest", "must be counted from 1")
        if len(self.guests) > MOST_GUESTS or len(self.items) > MOST_VISITS:
            raise NotBookable(Rejection(RejectionCode.PARTY_TOO_LARGE, most=MOST_GUESTS))
