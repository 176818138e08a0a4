"""Put somebody on the waitlist, where waiting is not in vain."""

from datetime import datetime

from shared_lib.domain.availability.reasons import Why
from shared_lib.domain.booking import Contact
from shared_lib.domain.errors import BadInput, NotBookable
from shared_lib.domain.waitlist import WaitlistEntry
from shared_lib.ports.waitlist import Joining, Waitlist
from shared_lib.usecases.find_times import FARTHEST, Sought, Wish, seek
from shared_lib.usecases.seat_again import House
from shared_lib.usecases.waitlist_wish import asked_of

IN_VAIN = frozenset({Why.PAST, Why.TOO_SOON, Why.CLOSED, Why.NOBODY_FOR_IT, Why.NOT_THEIR_WORK, Why.PARTY_TOO_LARGE})
"""Reasons that nobody's cancelling would mend."""


def join_waitlist(
    wish: Wish, contact: Contact, *, key: str, source: str, waitlist: Waitlist, house: House, now: datetime
) -> WaitlistEntry:
    """Return the entry, the same one for the same key; the wish's tier gives its rank and how far ahead it reaches.

    Raise BadInput, NotFound for what the spa does not have, NotBookable where no window can ever do, or AlreadyWaiting.
    """
    if known := waitlist.by_key(key):
        return known
    if "@" not in contact.email:
        raise BadInput("contact", "needs an e-mail address to write to")
    sought = seek(wish, spa=house.spa, floors=house.floors, books=house.books, now=now)
    _refuse_in_vain(wish, sought, now)
    joining = Joining(
        idempotency_key=key,
        spa_id=house.spa.id,
        source=source,
        tier=wish.tier,
        treatments=tuple(visit.treatment_id for visit in wish.visits),
        asked=asked_of(wish),
        windows=wish.windows,
        contact=contact,
    )
    return waitlist.join(joining, now=now)


def _refuse_in_vain(wish: Wish, sought: Sought, now: datetime) -> None:
    """Refuse windows that end before they begin, lie too far ahead, or have a reason that will not go away."""
    if any(ends <= begins for begins, ends in wish.windows):
        raise BadInput("windows", "must end after they begin")
    if all(begins >= now + FARTHEST for begins, _ in wish.windows):
        raise NotBookable(sought.limits.beyond)
    reasons = [sought.why_not([window]) for window in wish.windows]
    if all(reason and reason.why in IN_VAIN for reason in reasons):
        raise NotBookable(reasons[0])
