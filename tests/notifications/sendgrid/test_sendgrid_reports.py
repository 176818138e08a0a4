"""What SendGrid tells later: only what it signed, lately, about mails of ours."""

import json
import time
from uuid import UUID

import pytest

from infra.local.stand_ins.sendgrid.signature import WebhookKey
from shared_lib.kernel.errors import BadInput, InvalidSignature, TooLarge
from shared_lib.notifications.adapters.sendgrid import SendGridReports
from shared_lib.notifications.mail import DeliveryStatus, MailReport
from shared_lib.notifications.suppression import SuppressionReason

MESSAGE_ID = UUID("5f0c2e4e-2f7d-4a53-8a8e-8d9d8a1f6f10")
KEY = WebhookKey.generate()


def told(**changes) -> dict:
    event = {"event": "delivered", "sg_event_id": "e1", "message_id": str(MESSAGE_ID), "email": "daniel@example.com"}
    return event | changes


def read(events, *, age: int = 0, key: WebhookKey = KEY, tail: bytes = b"\r\n"):
    body = (events if isinstance(events, bytes) else json.dumps(events).encode()) + tail
    timestamp = str(int(time.time()) - age)
    return SendGridReports(KEY.public).read(body, signature=key.sign(timestamp, body), timestamp=timestamp)


@pytest.mark.parametrize(
    ("event", "status"),
    [
        ("processed", DeliveryStatus.ACCEPTED),
        ("delivered", DeliveryStatus.DELIVERED),
        ("bounce", DeliveryStatus.BOUNCED),
        ("dropped", DeliveryStatus.BOUNCED),
    ],
)
def test_a_report_says_what_became_of_a_mail(event, status):
    assert read([told(event=event)]) == (MailReport("e1", MESSAGE_ID, status),)


GONE = {"event": "bounce", "type": "bounce", "status": "5.1.1"}


@pytest.mark.parametrize(
    ("event", "means"),
    [
        (GONE, SuppressionReason.BOUNCED),
        (GONE | {"status": "4.2.2"}, None),
        (GONE | {"type": "blocked"}, None),
        ({"event": "dropped", "reason": "Bounced Address"}, SuppressionReason.BOUNCED),
        ({"event": "dropped", "reason": "Spam Reporting Address"}, SuppressionReason.COMPLAINED),
        ({"event": "dropped", "reason": "Invalid"}, SuppressionReason.REFUSED),
        ({"event": "dropped", "reason": "Spam Content"}, None),
        ({"event": "spamreport"}, SuppressionReason.COMPLAINED),
        ({"event": "delivered"}, None),
    ],
)
def test_only_what_says_that_an_address_is_none_or_complained_ends_it(event, means):
    [report] = read([told(**event)])
    assert (report.suppresses, report.unsubscribes) == (means, False)


@pytest.mark.parametrize(
    "event",
    [{"event": "unsubscribe"}, {"event": "group_unsubscribe"}, {"event": "dropped", "reason": "Unsubscribed Address"}],
)
def test_who_unsubscribes_with_sendgrid_has_unsubscribed(event):
    [report] = read([told(**event)])
    assert (report.suppresses, report.unsubscribes) == (None, True)


@pytest.mark.parametrize(
    "event",
    [
        told(event="open"),
        told(event="deferred"),
        told(event=None),
        told(message_id="somebody else's"),
        told(sg_event_id=None),
        {},
    ],
)
def test_what_is_of_no_use_is_passed_over(event):
    assert read([event]) == ()


def test_a_body_that_was_altered_is_not_genuine():
    body, timestamp = b"[]\r\n", str(int(time.time()))
    with pytest.raises(InvalidSignature):
        SendGridReports(KEY.public).read(body.strip(), signature=KEY.sign(timestamp, body), timestamp=timestamp)


def test_a_strangers_signature_is_not_genuine():
    with pytest.raises(InvalidSignature):
        read([told()], key=WebhookKey.generate())


@pytest.mark.parametrize("age", [700, -700])
def test_a_signature_far_from_now_is_not_genuine(age):
    with pytest.raises(InvalidSignature, match="too old"):
        read([told()], age=age)


@pytest.mark.parametrize(("signature", "timestamp"), [("", ""), ("%%%", "1"), ("YWJj", "now"), ("YWJj", "1" * 5000)])
def test_headers_without_sense_are_not_genuine(signature, timestamp):
    with pytest.raises(InvalidSignature):
        SendGridReports(KEY.public).read(b"[]", signature=signature, timestamp=timestamp)


def test_bytes_that_are_no_text_are_not_genuine():
    with pytest.raises(InvalidSignature):
        SendGridReports(KEY.public).read(b"\xff", signature="YWJj", timestamp=str(int(time.time())))


@pytest.mark.parametrize("body", [b"{}", b"[1]", b"not json", b"null"])
def test_a_signed_body_that_is_no_list_of_events_is_bad_input(body):
    with pytest.raises(BadInput, match="body"):
        read(body)


def test_more_than_sendgrid_ever_sends_is_not_read():
    with pytest.raises(TooLarge):
        read(b" " * 2_000_001)
