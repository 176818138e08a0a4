"""Remind guests of the visits of tomorrow, and of those of today that nobody reminded of yet; by SMS who chose it."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import NamedTuple

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.expire import OUT_OF_TIME
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import CoreSyncError, ExternalServiceError
from shared_lib.kernel.failures import Failure
from shared_lib.kernel.spa import Spa
from shared_lib.notifications.context import MailBreakerOpen, MailContext
from shared_lib.notifications.mail import MailKey, MailKind, MailOnItsWay
from shared_lib.notifications.ports import UpcomingVisits
from shared_lib.notifications.reminder_rules import UpcomingVisit, is_reminder_due, reminded_starts
from shared_lib.notifications.send_once import send_once

AT_ONCE = 4
"""How many are sent side by side: most of the time of each is the carrier's."""
PATIENCE = 3
"""After so many failures of the carrier in a row it is away, and the rest is left to the next run."""


RemindByText = Callable[[Booking], bool]
"""Reminds of a visit by SMS whoever chose that; returns whether it went out."""


class SendRemindersResult(NamedTuple):
    """How many went out, how many need none after all or wait for the next run, and what has to be tried again."""

    sent: int
    skipped: int
    failures: Sequence[Failure]


def send_reminders(
    *,
    upcoming: UpcomingVisits,
    context: MailContext,
    spa: Spa,
    now: datetime,
    by_text: RemindByText = lambda _: False,
    out_of_time: Callable[[], bool] = lambda: False,
) -> SendRemindersResult:
    """Send each reminder that is due by its booking as it stands now; trouble with one keeps none of the others.

    Where the carrier is away, too many went out, or it is `out_of_time`, the rest is left to the next run.
    """
    visits = upcoming.between(*reminded_starts(now, spa))
    tally, remind = _Tally(), partial(_remind, context=context, spa=spa, by_text=by_text, now=now)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(partial(_attempt, tally=tally, remind=remind, out_of_time=out_of_time), visits):
            pass
    return SendRemindersResult(tally.sent, len(visits) - tally.sent - len(tally.failures), tally.failures)


class _Tally:
    """What became of a run so far, counted by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._in_a_row = 0
        self.over = False
        self.sent = 0
        self.failures: list[Failure] = []

    def done(self, *, sent: bool) -> None:
        with self._lock:
            self.sent += sent
            self._in_a_row = 0 if sent else self._in_a_row

    def failed(self, failure: Failure, error: Exception) -> None:
        """Note a failure, after which nothing more is begun where the breaker is open or the carrier is away."""
        with self._lock:
            self.failures.append(failure)
            self._in_a_row += isinstance(error, ExternalServiceError) and not isinstance(error, MailOnItsWay)
            self.over = self.over or isinstance(error, MailBreakerOpen) or self._in_a_row >= PATIENCE

    def ends(self, failure: Failure) -> None:
        """End the run with a failure, once."""
        with self._lock:
            if not self.over:
                self.failures.append(failure)
            self.over = True


def _attempt(
    visit: UpcomingVisit,
    *,
    tally: _Tally,
    remind: Callable[[UpcomingVisit], bool],
    out_of_time: Callable[[], bool],
) -> None:
    if tally.over:
        return
    if out_of_time():
        tally.ends(Failure(OUT_OF_TIME, visit.booking_id))
        return
    try:
        tally.done(sent=remind(visit))
    except CoreSyncError as error:
        tally.failed(Failure.of(error, visit.booking_id), error)
    except Exception as error:  # noqa: BLE001 -- whatever one mail holds, the others are sent
        alert("reminder_failed", "a reminder can't be sent", error=error, booking=visit.booking_id)
        tally.failed(Failure("INTERNAL", visit.booking_id), error)


def _remind(seen: UpcomingVisit, *, context: MailContext, spa: Spa, by_text: RemindByText, now: datetime) -> bool:
    """Return whether the reminder of a visit went out: it is decided and written from the booking as it stands."""
    booking = context.bookings.get(seen.booking_id)
    if not is_reminder_due(booking, seen, spa=spa, now=now):
        return False
    texted = mailed = False
    try:
        texted = by_text(booking)
    finally:  # trouble with one carrier is none of the other's
        mailed = _mail(booking, context=context, now=now)
    return texted or mailed


def _mail(booking: Booking, *, context: MailContext, now: datetime) -> bool:
    contact = booking.contact
    if contact is None or not contact.email:
        return False
    past, kind = context.history.past(booking.id), MailKind.REMINDER
    key = MailKey(kind, booking.version, booking_id=booking.id)
    return send_once(
        key, contact, lambda: context.renderer.render(kind, booking, past, now=now), context=context, now=now
    )
