"""What SendGrid's Event Webhook tells: genuine, recent, about a mail of ours, in our words."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sendgrid.helpers.eventwebhook import EventWebhook

from shared_lib.kernel.clock import Clock, real_now
from shared_lib.kernel.errors import BadInput, InvalidSignature, TooLarge
from shared_lib.kernel.plain_json import read_plain_json
from shared_lib.notifications.mail import DeliveryStatus, MailReport
from shared_lib.notifications.suppression import SuppressionReason

TOLERANCE = 600
"""Seconds of real time by which a signature may be older or newer than our clock."""

LARGEST_BATCH = 2_000_000
"""Bytes; SendGrid's own batches end well below a million."""

STATUSES: Mapping[str, DeliveryStatus] = {
    "processed": DeliveryStatus.ACCEPTED,
    "delivered": DeliveryStatus.DELIVERED,
    "bounce": DeliveryStatus.BOUNCED,
    "dropped": DeliveryStatus.BOUNCED,
}

SUPPRESSING: Mapping[tuple[str, str], SuppressionReason] = {
    ("bounce", "bounce"): SuppressionReason.BOUNCED,
    ("dropped", "Bounced Address"): SuppressionReason.BOUNCED,
    ("dropped", "Spam Reporting Address"): SuppressionReason.COMPLAINED,
    ("dropped", "Invalid"): SuppressionReason.REFUSED,
    ("spamreport", ""): SuppressionReason.COMPLAINED,
}
"""By the kind of event, and a bounce's type or the reason of what was dropped. A bounce of the type "blocked" is the
server's mood of that hour, and other reasons are about the mail: neither says that the address is none."""

UNSUBSCRIBING = frozenset({("unsubscribe", ""), ("group_unsubscribe", ""), ("dropped", "Unsubscribed Address")})
DETAILS: Mapping[str, str] = {"bounce": "type", "dropped": "reason"}
"""The field that says more about a kind of event.

Ignored: deferred (not over yet), open and click (nobody watches guests read), group_resubscribe (they choose with us).
"""
SOFT = "4."
"""How the status of a bounce begins that may be none tomorrow."""


class SendGridReports:
    """Reads batches signed with the account's key; `public_key` is base64 of its DER, `clock` is real time."""

    def __init__(self, public_key: str, *, clock: Clock = real_now) -> None:
        self._webhook = EventWebhook(public_key)
        self._clock = clock

    def read(self, body: bytes, *, signature: str, timestamp: str) -> Sequence[MailReport]:
        """Return what concerns our mails; raise TooLarge, InvalidSignature or BadInput."""
        if len(body) > LARGEST_BATCH:
            raise TooLarge(f"{LARGEST_BATCH} bytes")
        self._verify(body, signature, timestamp)
        return self.reread(body)

    def reread(self, body: bytes) -> Sequence[MailReport]:
        """Return what concerns our mails in a batch that was verified when it came; raise BadInput."""
        return tuple(report for event in _events(body) if (report := _report(event)))

    def _verify(self, body: bytes, signature: str, timestamp: str) -> None:
        try:
            age = abs(self._clock().timestamp() - int(timestamp))
            authentication = self._webhook.verify_signature(body.decode(), signature, timestamp)
        except (ValueError, OverflowError):
            authentication = False
        if not authentication:
            raise InvalidSignature("the signature does not match")
        if age > TOLERANCE:
            raise InvalidSignature("the signature is too old")


def _events(body: bytes) -> list[Mapping[str, Any]]:
    events = read_plain_json(body)
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise BadInput("body", "should be an array of events")
    return events


def _report(event: Mapping[str, Any]) -> MailReport | None:
    """Return the event as a report; None if it is of no use or about a mail that is not ours."""
    event_id, message_id = event.get("sg_event_id"), _uuid(event.get("message_id"))
    if message_id is None or not isinstance(event_id, str) or not event_id:
        return None
    kind = str(event.get("event"))
    said = (kind, str(event.get(DETAILS.get(kind, ""), "")))
    soft = str(event.get("status", "")).startswith(SOFT)
    suppresses = None if soft else SUPPRESSING.get(said)
    report = MailReport(event_id, message_id, STATUSES.get(kind), suppresses, unsubscribes=said in UNSUBSCRIBING)
    return report if report.status or report.suppresses or report.unsubscribes else None


def _uuid(word: object) -> UUID | None:
    try:
        return UUID(str(word))
    except ValueError:
        return None
