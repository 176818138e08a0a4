"""Who waits for a place: for what, since when, what they were offered, and what may be offered next."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from shared_lib.availability.timeline import MINUTE, Window
from shared_lib.bookings.lifecycle import Status

SOURCE = "waitlist"
"""The source of the bookings that are offers."""
MOST_A_DAY = 3
"""Whoever let so many offers pass within a day rests until it is over: a mail each quarter of an hour is no help."""
DAY = timedelta(days=1)
TAKEN_UP = frozenset({Status.CONFIRMED, Status.COMPLETED, Status.NO_SHOW})


class EntryStatus(StrEnum):
    """Whether somebody waits, and how the waiting ended."""

    WAITING = "waiting"
    BOOKED = "booked"
    ENDED = "ended"
    LEFT = "left"


@dataclasses.dataclass(frozen=True, slots=True)
class OfferedSlot:
    """A place that was held for somebody who waits, as its booking stands now; instants in UTC."""

    booking_id: UUID
    status: Status
    starts_at: datetime
    ends_at: datetime
    held_until: datetime

    def is_open(self, now: datetime) -> bool:
        """Return whether the guest may still take it; whoever is paying may, until the payment service has said no."""
        return self.status == Status.PAYING or (self.status == Status.HELD and now < self.held_until)

    def without(self, window: Window) -> Iterator[Window]:
        """Yield what is left of a window without this place: starts that are nearer to it than the visit is long."""
        begins, ends = window
        length = self.ends_at - self.starts_at
        for part in (
            (begins, min(ends, self.starts_at - length + MINUTE)),
            (max(begins, self.starts_at + length), ends),
        ):
            if part[0] < part[1]:
                yield part


@dataclasses.dataclass(frozen=True, slots=True)
class WaitlistEntry:
    """Somebody who waits; `asked` is the request in plain words, `windows` say when the visit may begin.

    `offers` are all places that were held for them, oldest first.
    """

    id: UUID
    status: EntryStatus
    tier: str
    asked: Mapping[str, Any]
    windows: tuple[Window, ...]
    joined_at: datetime
    offers: tuple[OfferedSlot, ...] = ()

    @property
    def next_key(self) -> str:
        """Return the key of the next offer: the same until that offer is made, whoever makes it."""
        return f"{SOURCE}:{self.id}:{len(self.offers) + 1}"

    def ending(self, now: datetime) -> EntryStatus | None:
        """Return how the waiting has ended by `now`, None while it goes on."""
        if any(offer.status in TAKEN_UP for offer in self.offers):
            return EntryStatus.BOOKED
        over = all(ends <= now for _, ends in self.windows)
        return EntryStatus.ENDED if over and not self.has_offer(now) else None

    def has_offer(self, now: datetime) -> bool:
        """Return whether a place is kept for them at this moment."""
        return any(offer.is_open(now) for offer in self.offers)

    def is_paused(self, now: datetime) -> bool:
        """Return whether they were offered so much of late that they are left in peace."""
        return sum(now - offer.held_until < DAY for offer in self.offers) >= MOST_A_DAY

    def open_windows(self, now: datetime) -> tuple[Window, ...]:
        """Return when a place that may be offered now can begin: nothing that they let pass is offered again."""
        if self.status != EntryStatus.WAITING or self.has_offer(now) or self.is_paused(now):
            return ()
        windows = tuple(window for window in self.windows if now < window[1])
        for offer in self.offers:
            windows = tuple(part for window in windows for part in offer.without(window))
        return windows
