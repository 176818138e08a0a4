"""Those who wait for a place."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from shared_lib.availability.timeline import Window
from shared_lib.bookings.contact import Contact
from shared_lib.guests.guest import Guest
from shared_lib.waitlist.entry import EntryStatus, WaitlistEntry

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class NewWaitlistEntry:
    """An entry before it stands on the list; who waits for the same `treatments` twice is refused."""

    idempotency_key: str
    spa_id: str
    source: str
    tier: str
    treatments: tuple[str, ...]
    asked: Mapping[str, Any]
    windows: tuple[Window, ...]
    contact: Contact


class Waitlist(Protocol):
    """The list; contacts are kept encrypted, and only as long as somebody waits."""

    def join(self, joining: NewWaitlistEntry, *, now: datetime) -> WaitlistEntry:
        """Put somebody on the list; the same key gives the same entry. Raise AlreadyWaiting."""
        ...

    def get(self, entry_id: UUID) -> WaitlistEntry:
        """Return an entry; raise NotFound."""
        ...

    def by_key(self, idempotency_key: str) -> WaitlistEntry | None:
        """Return the entry that was made under a key."""
        ...

    def of_guest(self, guest: Guest) -> Sequence[WaitlistEntry]:
        """Return what a guest waits for under the addresses that they have proved, the newest first."""
        ...

    def end(self, entry_id: UUID, status: EntryStatus, *, actor: str, now: datetime) -> bool:
        """End the waiting and forget the contact; False if it had ended before."""
        ...


class WaitlistQueue(Protocol):
    """The list as it is gone through to offer places."""

    def waiting(self, spa_id: str, *, limit: int, after: UUID | None = None) -> Sequence[WaitlistEntry]:
        """Return those who wait: the tier that books farthest ahead first, then whoever joined first.

        `after` is the entry behind which to go on, whether or not it still waits.
        """
        ...

    def last_wish(self, spa_id: str) -> datetime | None:
        """Return the end of the last window that anybody waits for, None if nobody waits."""
        ...

    def end_over(self, spa_id: str, *, actor: str, now: datetime) -> Counter[EntryStatus]:
        """End the waiting of all whose entries say that it is over, and return how many ended how.

        Entries that somebody deals with at this moment are left to the next time.
        """
        ...

    def alone_with(self, entry_id: UUID, steps: Callable[[WaitlistEntry, Contact], T]) -> T | None:
        """Run `steps` while nobody else deals with the entry; None if somebody does, or nobody waits there any more."""
        ...
