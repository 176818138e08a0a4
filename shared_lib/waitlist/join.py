"""Put somebody on the waitlist, where waiting is not in vain."""

from datetime import datetime

from shared_lib.availability.rejections import RejectionCode
from shared_lib.availability.request import BookingRequest
from shared_lib.availability.search import FARTHEST, SearchContext, load_search
from shared_lib.bookings.contact import Contact
from shared_lib.bookings.context import BookingContext
from shared_lib.kernel.email_address import parse_email
from shared_lib.kernel.errors import BadInput, NotBookable
from shared_lib.kernel.locales import ENGLISH
from shared_lib.waitlist.entry import WaitlistEntry
from shared_lib.waitlist.ports import NewWaitlistEntry, Waitlist
from shared_lib.waitlist.stored_request import to_stored

IN_VAIN = frozenset(
    {
        RejectionCode.PAST,
        RejectionCode.TOO_SOON,
        RejectionCode.CLOSED,
        RejectionCode.NOBODY_FOR_IT,
        RejectionCode.NOT_THEIR_WORK,
        RejectionCode.PARTY_TOO_LARGE,
    }
)
"""Reasons that nobody's cancelling would mend."""


def join_waitlist(
    request: BookingRequest,
    contact: Contact,
    *,
    key: str,
    source: str,
    waitlist: Waitlist,
    context: BookingContext,
    now: datetime,
    ai_session_id: str | None = None,
    lang: str = ENGLISH,
) -> WaitlistEntry:
    """Return the entry, the same one for the same key; the request's tier gives its rank and how far ahead it reaches.

    Offers are written in `lang`, the guest's language.
    Raise BadInput, NotFound for what the spa does not have, NotBookable where no window can ever do, or AlreadyWaiting.
    """
    if known := waitlist.by_key(key):
        return known
    if parse_email(contact.email) is None:
        raise BadInput("contact", "needs an e-mail address to write to")
    search = load_search(request, context=context, now=now)
    _refuse_in_vain(request, search, now)
    joining = NewWaitlistEntry(
        idempotency_key=key,
        spa_id=context.spa.id,
        source=source,
        tier=request.tier,
        treatments=tuple(item.treatment_id for item in request.items),
        asked=to_stored(request, ai_session_id=ai_session_id, lang=lang),
        windows=request.windows,
        contact=contact,
    )
    return waitlist.join(joining, now=now)


def refuse_in_vain(request: BookingRequest, *, context: BookingContext, now: datetime) -> None:
    """Raise NotBookable or BadInput where no window can ever do, before anybody is asked who they are."""
    _refuse_in_vain(request, load_search(request, context=context, now=now), now)


def _refuse_in_vain(request: BookingRequest, search: SearchContext, now: datetime) -> None:
    """Refuse windows that end before they begin, lie too far ahead, or have a reason that will not go away."""
    if any(ends <= begins for begins, ends in request.windows):
        raise BadInput("windows", "must end after they begin")
    if all(begins >= now + FARTHEST for begins, _ in request.windows):
        raise NotBookable(search.booking_window.beyond)
    reasons = [search.rejection_for([window]) for window in request.windows]
    if all(rejection and rejection.code in IN_VAIN for rejection in reasons):
        raise NotBookable(reasons[0])
