"""Tell a guest by mail what happened to their booking: once, and only while it is true."""

from datetime import datetime
from typing import Any

from shared_lib.bookings.contact import Contact
from shared_lib.bookings.ports import Bookings, HistoryReader
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import ExternalServiceError, OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.kernel.events import Event
from shared_lib.notifications.mail import Claim, Mail, mail_due
from shared_lib.notifications.ports import Mailer, MailLog, MailRenderer


def send_booking_mail(
    event: Event,
    *,
    bookings: Bookings,
    history: HistoryReader,
    mail_log: MailLog,
    renderer: MailRenderer,
    mailer: Mailer,
    now: datetime,
) -> None:
    """Send what the event asks for, if anything; raise VendorUnavailable or OutcomeUnknown to be asked again later.

    The mail is written before it is claimed: a mail that can't be written leaves no claim behind.
    """
    booking = bookings.get(event.booking_id)
    past = history.past(booking.id)
    kind = mail_due(event, booking, past)
    contact = booking.contact
    if kind is None or contact is None or not contact.email:
        return
    mail = renderer.render(kind, booking, past, now=now)
    claim = mail_log.claim(booking.id, event.version, kind, now=now)
    if claim:
        _send(mail, contact, claim, mailer=mailer, mail_log=mail_log, now=now)


def _send(mail: Mail, to: Contact, claim: Claim, *, mailer: Mailer, mail_log: MailLog, now: datetime) -> None:
    """Send and note the outcome; one that nobody knows leaves the claim standing until the carrier tells."""
    try:
        vendor_id = mailer.send(mail, to=to, message_id=claim.message_id)
    except VendorRefused as refusal:
        mail_log.refused(claim, refusal.detail, now=now)
        _alert(claim, mail, refusal, "mail_refused")
    except VendorUnavailable as trouble:
        mail_log.unsent(claim, now=now)
        _alert(claim, mail, trouble, "mail_unsent")
        raise
    except OutcomeUnknown as trouble:
        _alert(claim, mail, trouble, "mail_outcome_unknown")
        raise
    else:
        mail_log.accepted(claim, vendor_id, now=now)


def _alert(claim: Claim, mail: Mail, trouble: ExternalServiceError, why: str) -> None:
    """Call for a person: the guest has not been told; of what was refused no retry will help."""
    facts: dict[str, Any] = {
        "mail": claim.message_id,
        "kind": mail.kind,
        "code": trouble.code,
        "attempt": claim.attempt,
    }
    alert(why, f"a mail was not sent: {trouble.code}", vendor=trouble.vendor, detail=trouble.detail, **facts)
