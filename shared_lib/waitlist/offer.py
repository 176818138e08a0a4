"""Offer places that have opened to those who wait for them: to the first who fits, one place to each at a time."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from shared_lib.availability.request import MOST_VISITS, TAIL
from shared_lib.availability.search import FARTHEST, load_search
from shared_lib.availability.slots import Slot
from shared_lib.availability.snapshot import RunSnapshotCache
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.context import BookingContext
from shared_lib.bookings.expire import OUT_OF_TIME
from shared_lib.bookings.hold import HoldRequest, place_hold
from shared_lib.kernel.errors import CoreSyncError, NotBookable, NotFound, SlotTaken
from shared_lib.waitlist.entry import SOURCE, EntryStatus, WaitlistEntry
from shared_lib.waitlist.ports import WaitlistQueue
from shared_lib.waitlist.stored_request import language_of, session_of, stored_request

ACTOR = "job_offer_waitlist"
PAGE = 500
"""How many who wait are read at once, in the order in which they are served."""
NOTHING_FOR_THEM = (SlotTaken, NotBookable, NotFound)
"""What keeps a request from being met, now or for good; nobody has to mend anything."""


class OfferResult(NamedTuple):
    """The places that were offered, how many entries ended and how, and the codes of what went wrong."""

    bookings: Sequence[Booking]
    ended: Counter[EntryStatus]
    failures: Sequence[str]


def offer_waitlist(
    *,
    waitlist: WaitlistQueue,
    context: BookingContext,
    now: datetime,
    offering: bool = True,
    out_of_time: Callable[[], bool] = lambda: False,
) -> OfferResult:
    """End what is over, then go through all who wait, in their order; trouble with one keeps none of the others.

    While it is not `offering`, nobody is woken for a place that would be theirs for minutes. Once it is `out_of_time`,
    or where another run is at work, the rest is left to the next one.
    """
    spa_id = context.spa.id
    ended = waitlist.end_over(spa_id, actor=ACTOR, now=now)
    if not offering:
        return OfferResult((), ended, ())
    look = RunSnapshotCache(context.snapshots, spa_id, until=_farthest(waitlist.last_wish(spa_id), now), now=now)
    run = _Run(waitlist, context, look, now)
    failures: list[str] = []
    for entry in _in_order(waitlist, spa_id):
        if out_of_time():
            failures.append(OUT_OF_TIME)
            break
        try:
            if not run.serve(entry):
                break
        except CoreSyncError as error:
            failures.append(error.code)
    return OfferResult(run.offered, ended, failures)


def _farthest(last_wish: datetime | None, now: datetime) -> datetime:
    """Return how far the house has to be seen for all who wait, however many visits they wish for."""
    return max(now, min(last_wish or now, now + FARTHEST)) + TAIL * MOST_VISITS


def _in_order(waitlist: WaitlistQueue, spa_id: str) -> Iterator[WaitlistEntry]:
    """Yield all who wait, page by page: nobody is hidden behind those for whom there is nothing."""
    after = None
    while page := waitlist.waiting(spa_id, limit=PAGE, after=after):
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].id


@dataclasses.dataclass(frozen=True, slots=True)
class _Run:
    waitlist: WaitlistQueue
    context: BookingContext
    look: RunSnapshotCache
    now: datetime
    offered: list[Booking] = dataclasses.field(default_factory=list)

    def serve(self, entry: WaitlistEntry) -> bool:
        """Offer what is free; False if somebody else deals with the entry."""
        if offer := self._find(entry):
            return bool(self.waitlist.alone_with(entry.id, partial(self._hold, entry, offer)))
        return True

    def _find(self, entry: WaitlistEntry) -> Slot | None:
        """Return the best place for an entry, none for one that came to its end just now."""
        windows = () if entry.ending(self.now) else entry.open_windows(self.now)
        if not windows:
            return None
        request, context = stored_request(entry, windows), self.context.reading(self.look)
        try:
            search = load_search(request, context=context, now=self.now)
        except NOTHING_FOR_THEM:
            return None
        return next(iter(search.slots(request)), None)

    def _hold(self, seen: WaitlistEntry, offer: Slot, entry: WaitlistEntry, contact: Contact) -> bool:
        """Hold the place, unless the entry is not as it was seen; whoever was faster leaves nothing to the others."""
        if entry != seen:
            return False
        request, context = stored_request(entry, entry.windows), self.context
        asked = HoldRequest(entry.next_key, SOURCE, contact, ai_session_id=session_of(entry), lang=language_of(entry))
        self.look.take(offer.assignment.allocations)
        try:
            held = place_hold(request, offer.starts_at, asked, context=context, now=self.now)
        except NOTHING_FOR_THEM:
            return True
        self.look.take(held.allocations)
        self.offered.append(held)
        return True
