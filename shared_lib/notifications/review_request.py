"""Ask for a review two hours after a visit, once for each guest in a while, and never in the quiet hours."""

import dataclasses
from datetime import datetime, timedelta
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.kernel.events import Event
from shared_lib.kernel.ports import TaskQueue
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import MailKey, MailKind
from shared_lib.notifications.quiet_hours import is_quiet, next_allowed
from shared_lib.notifications.send_once import send_once
from shared_lib.pricing.ports import PriceBooks

AFTER = timedelta(hours=2)
"""How long after the end of a visit its guest is asked."""
FUNCTION = "task_send_email"
RESTS = timedelta(days=30)
"""How long nobody is asked again: whoever comes often is not asked each time."""
ONCE = 1
"""A booking is asked about once, whatever its version: so it stands in the log."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContext:
    """What asking for reviews works with; nobody is asked while the price book has no link to a review."""

    mails: MailContext
    tasks: TaskQueue
    price_books: PriceBooks
    spa: Spa

    @property
    def is_wanted(self) -> bool:
        """Return whether there is a place where a guest can write one."""
        return bool(self.price_books.current(self.spa.id).policies.review_url)


def schedule_review_request(event: Event, *, context: ReviewContext, now: datetime) -> None:
    """Have the guest of a completed visit asked at its time; raise VendorUnavailable to be asked again."""
    booking = context.mails.bookings.get(event.booking_id)
    if _may_be_asked(booking, event.version) and context.is_wanted:
        due = next_allowed(max(booking.ends_at + AFTER, now), context.spa)
        _put(booking, due, name=_name(booking), context=context)


def send_review_request(booking_id: UUID, version: int, *, context: ReviewContext, now: datetime) -> None:
    """Ask, if the booking is still completed as it was then; a task that comes in quiet hours waits for the morning.

    Raise as `send_once` does, to be asked again later.
    """
    mails = context.mails
    booking = mails.bookings.get(booking_id)
    contact = booking.contact
    if contact is None or not _may_be_asked(booking, version) or not context.is_wanted:
        return
    if _was_asked_of_late(booking, contact.email, context=context, now=now):
        return
    if is_quiet(now, context.spa):
        due = next_allowed(now, context.spa)
        _put(booking, due, name=f"{_name(booking)}-{due:%Y%m%d}", context=context)
        return
    kind = MailKind.REVIEW_REQUEST
    past = mails.history.past(booking.id)
    send_once(
        MailKey(kind, ONCE, booking_id=booking.id),
        contact,
        lambda: mails.renderer.render(kind, booking, past, now=now),
        context=mails,
        now=now,
    )


def _may_be_asked(booking: Booking, version: int) -> bool:
    reachable = booking.contact is not None and bool(booking.contact.email)
    return booking.status == Status.COMPLETED and booking.version == version and reachable


def _was_asked_of_late(booking: Booking, email: str, *, context: ReviewContext, now: datetime) -> bool:
    """Return whether this guest is asked about another visit: a later one of the same hours, or one of these weeks."""
    last = context.mails.bookings.last_visit(context.spa.id, email, now=now)
    if last is not None and last.id != booking.id:
        return True
    kind, since = MailKind.REVIEW_REQUEST, now - RESTS
    return context.mails.mail_log.heard_since(kind, since, to=email, apart_from=booking.id)


def _name(booking: Booking) -> str:
    return f"review-{booking.id}-v{booking.version}"


def _put(booking: Booking, due: datetime, *, name: str, context: ReviewContext) -> None:
    body = {"review": str(booking.id), "version": booking.version}
    context.tasks.at(due, name=name, function=FUNCTION, body=body)
