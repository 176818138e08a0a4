"""Send the mails that were owed and never went out: after a crash, a lost event, a carrier that was away for hours."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import CoreSyncError, VendorUnavailable
from shared_lib.kernel.events import Event
from shared_lib.kernel.failures import Failure
from shared_lib.notifications.context import MailBreakerOpen
from shared_lib.notifications.ports import OwedMail

PATIENCE = timedelta(minutes=10)
"""How long whoever was told of an event has to send its mail, and SendGrid to tell of one that may have gone out."""
BATCH = 200
"""How many are looked at in one run."""


class SendOwedMailResult(NamedTuple):
    """How many events ask for nothing more now that they were looked at, and the mails that are still owed."""

    settled: int
    failures: Sequence[Failure]


def send_owed_mail(
    *,
    owed: OwedMail,
    send: Callable[[Event], bool],
    now: datetime,
    out_of_time: Callable[[], bool] = lambda: False,
) -> SendOwedMailResult:
    """Send what is owed for longer than anybody should wait, the oldest first; `send` is what a consumer does.

    What waits for the end of the quiet hours stays owed.
    Where the carrier is away, too many went out, or it is `out_of_time`, the rest is left to the next run.
    """
    settled, failures = 0, []
    owed.mark_settled(now=now)
    for event in owed.waiting(before=now - PATIENCE, limit=BATCH):
        if out_of_time():
            break
        outcome = _send(event, send)
        if isinstance(outcome, Exception):
            failures.append(_failure(outcome, event))
        elif outcome:
            owed.mark_unneeded(event.id, now=now)
            settled += 1
        if isinstance(outcome, VendorUnavailable | MailBreakerOpen):
            break
    return SendOwedMailResult(settled, failures)


def _send(event: Event, send: Callable[[Event], bool]) -> bool | Exception:
    """Return whether nothing more is owed, or after an alert what went wrong: a guest waits for words of ours."""
    try:
        return send(event)
    except Exception as error:  # noqa: BLE001 -- whatever one mail holds, the others are sent
        _alert(event, error)
        return error


def _failure(error: Exception, event: Event) -> Failure:
    if isinstance(error, CoreSyncError):
        return Failure.of(error, event.booking_id)
    return Failure(_code(error), event.booking_id)


def _code(error: Exception) -> str:
    return error.code if isinstance(error, CoreSyncError) else "INTERNAL"


def _alert(event: Event, error: Exception) -> None:
    facts: dict[str, Any] = {"code": _code(error), "event": event.id, "type": event.type}
    facts |= {"booking": event.booking_id, "version": event.version, "since": event.at}
    unforeseen = None if isinstance(error, CoreSyncError) else error
    alert("mail_owed", "a mail is owed and was not sent", error=unforeseen, **facts)
