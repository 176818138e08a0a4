"""Mails through SendGrid's own client: what goes over the wire, and what each answer means."""

import base64
import dataclasses
import logging
import socket
from uuid import UUID

import pytest

from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.sendgrid import SendGridStandIn
from shared_lib.bookings.contact import Contact
from shared_lib.kernel.errors import AccessLost, AddressRefused, OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.notifications.adapters.sendgrid import SendGridMailer
from shared_lib.notifications.mail import Attachment, Mail, MailKind

GUEST = Contact("Daniel  Example", "daniel@example.com")
MESSAGE_ID = UUID("5f0c2e4e-2f7d-4a53-8a8e-8d9d8a1f6f10")
MAIL = Mail(
    kind=MailKind.CONFIRMATION,
    subject="Your visit is confirmed",
    html="<p>Friday</p>",
    text="Friday",
    attachments=(Attachment("visit.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n"),),
)


@pytest.fixture
def sendgrid():
    with SendGridStandIn(hook_url="http://127.0.0.1:9/nobody") as stand_in:
        yield stand_in


def mailer_to(host: str, **more) -> SendGridMailer:
    return SendGridMailer("SG.secret", sender="info@coresync.life", sender_name="CoreSync", host=host, **more)


def send(host: str, *, to: Contact = GUEST, **more) -> str:
    return mailer_to(host, **more).send(MAIL, to=to, message_id=MESSAGE_ID)


def test_a_mail_arrives_with_both_twins_and_its_invitation(sendgrid):
    vendor_id = send(sendgrid.url)
    (mail,) = sendgrid.state()["mails"]
    assert mail["message_id"] == vendor_id
    assert (mail["subject"], mail["text"], mail["html"]) == (MAIL.subject, MAIL.text, MAIL.html)
    assert mail["to"] == [{"email": "daniel@example.com", "name": "Daniel Example"}]
    assert mail["from"] == mail["reply_to"] == {"email": "info@coresync.life", "name": "CoreSync"}
    (invitation,) = mail["attachments"]
    assert base64.b64decode(invitation["content"]) == b"BEGIN:VCALENDAR\r\n"
    assert invitation["type"] == "text/calendar"


def test_what_sendgrid_keeps_for_long_names_nobody(sendgrid):
    send(sendgrid.url)
    (mail,) = sendgrid.state()["mails"]
    assert mail["custom_args"] == {"message_id": str(MESSAGE_ID)}
    assert mail["categories"] == ["booking_confirmation"]


def test_a_name_makes_no_second_recipient(sendgrid):
    send(sendgrid.url, to=Contact("Berg, Anna; Inc.", "anna@example.com"))
    assert sendgrid.state()["mails"][0]["to"] == [{"email": "anna@example.com", "name": "Berg Anna Inc."}]


def test_what_may_be_switched_off_ends_by_one_click_and_what_may_not_shows_no_such_button(sendgrid):
    url = "https://coresync.life/unsubscribe/token"
    mailer = mailer_to(sendgrid.url)
    for mail in (MAIL, dataclasses.replace(MAIL, unsubscribe_url=url)):
        mailer.send(mail, to=GUEST, message_id=MESSAGE_ID)
    plain, optional = (mail["headers"] for mail in sendgrid.state()["mails"])
    assert not [name for name in plain if name.startswith("List-")]
    assert optional["List-Unsubscribe"] == f"<{url}>"
    assert optional["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_guest_without_a_name_gets_their_mail(sendgrid):
    send(sendgrid.url, to=Contact("", "daniel@example.com"))
    assert sendgrid.state()["mails"][0]["to"] == [{"email": "daniel@example.com"}]


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (400, VendorRefused),
        (413, VendorRefused),
        (401, AccessLost),
        (403, AccessLost),
        (429, VendorUnavailable),
        (500, VendorUnavailable),
        (503, VendorUnavailable),
        (502, OutcomeUnknown),
        (504, OutcomeUnknown),
    ],
)
def test_each_answer_has_its_meaning(sendgrid, status, meaning):
    sendgrid.faults = Faults(error_rate=1, status=status)
    with pytest.raises(meaning, match=str(status)):
        send(sendgrid.url)
    assert "mails" not in sendgrid.state()


def test_a_refusal_names_the_field_but_not_the_guest(sendgrid):
    with pytest.raises(AddressRefused, match="personalizations") as refusal:
        send(sendgrid.url, to=Contact("Daniel Example", "daniel at example"))
    assert "daniel" not in str(refusal.value).lower()


def test_a_lost_answer_leaves_the_outcome_unknown(sendgrid):
    sendgrid.faults = Faults(drop_rate=1)
    with pytest.raises(OutcomeUnknown):
        send(sendgrid.url)
    assert len(sendgrid.state()["mails"]) == 1


def test_an_answer_that_takes_too_long_leaves_the_outcome_unknown(sendgrid):
    sendgrid.faults = Faults(latency_ms=1500)
    with pytest.raises(OutcomeUnknown):
        send(sendgrid.url, timeout=0.2)


def test_a_server_that_is_not_there_was_told_nothing():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        host = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(VendorUnavailable):
        send(host)


def test_an_answer_without_acceptance_is_no_acceptance(sendgrid):
    with pytest.raises(VendorUnavailable):
        send(f"{sendgrid.url}/_nowhere")


def test_neither_the_guest_nor_the_key_is_logged(sendgrid, caplog):
    caplog.set_level(logging.DEBUG)
    send(sendgrid.url)
    said = caplog.text.lower()
    assert "daniel" not in said
    assert "sg.secret" not in said
