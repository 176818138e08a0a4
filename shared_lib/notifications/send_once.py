"""Send one mail once: it is claimed before it goes out, and what becomes of it is noted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from shared_lib.bookings.contact import Contact
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import ExternalServiceError, OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import Claim, Mail, MailKey, MailKind
from shared_lib.notifications.ports import MailLog


def send_once(key: MailKey, to: Contact, write: Callable[[], Mail], *, context: MailContext, now: datetime) -> bool:
    """Send a mail unless it went out before or may not; return whether the carrier has it now.

    It is written before it is claimed: a mail that can't be written leaves no claim behind. Raise VendorUnavailable,
    OutcomeUnknown or MailBreakerOpen to be asked again later.
    """
    if not context.lets_out(key.kind, to.email, now=now):
        return False
    mail = write()
    claim = context.mail_log.claim(key, to=to.email, now=now)
    if claim is None:
        return False
    return hand_over(
        claim,
        key.kind,
        lambda: context.mailer.send(mail, to=to, message_id=claim.message_id),
        mail_log=context.mail_log,
        now=now,
    )


def hand_over(claim: Claim, kind: MailKind, send: Callable[[], str], *, mail_log: MailLog, now: datetime) -> bool:
    """Send what was claimed and note the outcome; one that nobody knows leaves the claim standing until they do."""
    try:
        vendor_id = send()
    except VendorRefused as refusal:
        mail_log.refused(claim, refusal.detail, now=now)
        _alert(claim, kind, refusal, "mail_refused")
        return False
    except VendorUnavailable as trouble:
        mail_log.unsent(claim, now=now)
        _alert(claim, kind, trouble, "mail_unsent")
        raise
    except OutcomeUnknown as trouble:
        _alert(claim, kind, trouble, "mail_outcome_unknown")
        raise
    mail_log.accepted(claim, vendor_id, now=now)
    return True


def _alert(claim: Claim, kind: MailKind, trouble: ExternalServiceError, why: str) -> None:
    """Call for a person: the guest has not been told; of what was refused no retry will help."""
    facts: dict[str, Any] = {"mail": claim.message_id, "kind": kind, "code": trouble.code, "attempt": claim.attempt}
    alert(why, f"a mail was not sent: {trouble.code}", vendor=trouble.vendor, detail=trouble.detail, **facts)
