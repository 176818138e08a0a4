"""Send one mail once: it is claimed before it goes out, and what becomes of it is noted."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from shared_lib.bookings.contact import Contact
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import (
    AddressRefused,
    ExternalServiceError,
    OutcomeUnknown,
    VendorRefused,
    VendorUnavailable,
)
from shared_lib.notifications.context import MailContext
from shared_lib.notifications.mail import Claim, Mail, MailKey, MessageKind
from shared_lib.notifications.ports import MailLog
from shared_lib.notifications.suppression import SuppressionReason, suppression_alert


def send_once(key: MailKey, to: Contact, write: Callable[[], Mail], *, context: MailContext, now: datetime) -> bool:
    """Send a mail unless it went out before or may not; return whether the carrier has it now.

    What may not go out stands in the log as refused, and the desk hears of an address that was given up. A mail is
    written before it is claimed: one that can't be written leaves no claim behind. Raise VendorUnavailable,
    OutcomeUnknown or MailBreakerOpen to be asked again later.
    """
    if reason := context.rules.withheld(key.kind, to.email):
        _withhold(key, to.email, reason, context=context, now=now)
        return False
    context.check_breaker(key.kind, now=now)
    mail = write()
    claim = context.mail_log.claim(key, to=to.email, now=now)
    if claim is None:
        return False
    return hand_over(
        claim,
        key.kind,
        lambda: _send(mail, to, key, claim, context=context, now=now),
        mail_log=context.mail_log,
        now=now,
    )


def _withhold(key: MailKey, address: str, reason: str, *, context: MailContext, now: datetime) -> None:
    """Note why a mail was not sent; nobody is told of what a guest switched off."""
    claim = context.mail_log.claim(key, to=address, now=now)
    if claim:
        context.mail_log.refused(claim, reason, now=now)
    if given_up := context.rules.given_up(address):
        _tell_desk(key, address, given_up, context=context, now=now)


def _send(mail: Mail, to: Contact, key: MailKey, claim: Claim, *, context: MailContext, now: datetime) -> str:
    """Hand a mail over; an address for which the carrier takes nothing is given up."""
    try:
        return context.mailer.send(mail, to=to, message_id=claim.message_id)
    except AddressRefused:
        context.rules.give_up(to.email, SuppressionReason.REFUSED, now=now)
        _tell_desk(key, to.email, SuppressionReason.REFUSED, context=context, now=now)
        raise


def _tell_desk(key: MailKey, address: str, reason: SuppressionReason, *, context: MailContext, now: datetime) -> None:
    """Have the guest of a booking asked for another address."""
    if key.booking_id:
        told = suppression_alert(
            booking_id=key.booking_id,
            reference=context.bookings.get(key.booking_id).reference,
            contact_hash=context.rules.hash_of(address),
            mail=key.kind,
            reason=reason,
            now=now,
        )
        context.manager_alerts.record(told.kind, told.key, told.facts, now=now)


def hand_over(claim: Claim, kind: MessageKind, send: Callable[[], str], *, mail_log: MailLog, now: datetime) -> bool:
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


def _alert(claim: Claim, kind: MessageKind, trouble: ExternalServiceError, why: str) -> None:
    """Call for a person: the guest has not been told; of what was refused no retry will help."""
    facts: dict[str, Any] = {"mail": claim.message_id, "kind": kind, "code": trouble.code, "attempt": claim.attempt}
    alert(why, f"a mail was not sent: {trouble.code}", vendor=trouble.vendor, detail=trouble.detail, **facts)
