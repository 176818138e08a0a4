"""The real client against our SendGrid: what it takes, what it refuses, what it tells afterwards."""

import base64
import json

import pytest
import requests
from python_http_client.exceptions import BadRequestsError, ServiceUnavailableError, UnauthorizedError
from sendgrid import SendGridAPIClient
from sendgrid.helpers.eventwebhook import EventWebhook

from infra.local.stand_ins.sendgrid import SendGridStandIn
from infra.local.stand_ins.store import Store
from tests.kernel.tasks.receiver import Receiver, eventually

INVITE = base64.b64encode(b"BEGIN:VCALENDAR").decode()


def mail(**changes):
    return {
        "from": {"email": "spa@example.com", "name": "The Spa"},
        "personalizations": [{"to": [{"email": "guest@example.com"}]}],
        "subject": "Your booking",
        "content": [{"type": "text/plain", "value": "See you"}, {"type": "text/html", "value": "<p>See you</p>"}],
        "attachments": [{"content": INVITE, "type": "text/calendar", "filename": "invite.ics"}],
        "categories": ["confirmation"],
        "custom_args": {"message_id": "m1"},
    } | changes


@pytest.fixture
def hook():
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def sendgrid(hook):
    with SendGridStandIn(hook_url=f"{hook.url}/events") as stand_in:
        yield stand_in


def client(stand_in, key="SG.key"):
    made = SendGridAPIClient(key, host=stand_in.url)
    made.client.timeout = 10
    return made


def told(hook):
    return [event for received in hook.received for event in json.loads(received.body)]


def test_a_mail_is_taken_and_can_be_read_in_the_inbox(sendgrid):
    answer = client(sendgrid).send(mail())
    assert (answer.status_code, answer.body) == (202, b"")
    [seen] = requests.get(f"{sendgrid.url}/_mails", timeout=5).json()
    assert seen["message_id"] == answer.headers["X-Message-Id"]
    assert (seen["text"], seen["html"], seen["to"][0]["email"]) == ("See you", "<p>See you</p>", "guest@example.com")
    assert seen["attachments"][0]["text"] == "BEGIN:VCALENDAR"
    assert requests.get(f"{sendgrid.url}/_mails/{seen['id']}", timeout=5).json()["subject"] == "Your booking"


def test_the_newest_mail_lies_on_top(sendgrid):
    for subject in ("first", "second"):
        client(sendgrid).send(mail(subject=subject))
    assert [seen["subject"] for seen in requests.get(f"{sendgrid.url}/_mails", timeout=5).json()] == ["second", "first"]


REFUSED = [
    ({"colour": "red"}, "colour"),
    ({"subject": ""}, "subject"),
    ({"subject": 7}, "subject"),
    ({"from": {}}, "from.email"),
    ({"from": {"email": "nobody"}}, "from.email"),
    ({"personalizations": []}, "personalizations"),
    ({"personalizations": [{"to": []}]}, "personalizations.0.to"),
    ({"personalizations": [{"to": [{"email": "a@b"}]}]}, "personalizations.0.to.0.email"),
    ({"personalizations": [{"to": [{"email": "a@b.io"}], "cc": [{"email": "A@b.io"}]}]}, "personalizations.0"),
    ({"content": []}, "content"),
    ({"content": [{"type": "text/plain", "value": ""}]}, "content.0.value"),
    ({"content": [{"type": "text/html", "value": "x"}, {"type": "text/plain", "value": "x"}]}, "content"),
    ({"categories": [str(number) for number in range(11)]}, "categories"),
    ({"custom_args": {"message_id": "x" * 10_001}}, "custom_args"),
    ({"custom_args": {"message_id": 7}}, "custom_args"),
    ({"headers": {"Subject": "again"}}, "headers.Subject"),
    ({"send_at": 99_999_999_999}, "send_at"),
    ({"attachments": [{"content": "not base64!", "filename": "a"}]}, "attachments.0.content"),
    ({"attachments": [{"content": INVITE}]}, "attachments.0.filename"),
    *(
        ({"attachments": [{"content": INVITE, "filename": "a", "type": kind}]}, "attachments.0.type")
        for kind in ("text/calendar; charset=utf-8", "text/calendar\r\n", "text/calendar;method=REQUEST")
    ),
]


@pytest.mark.parametrize(("changes", "field"), REFUSED)
def test_a_mail_that_sendgrid_would_refuse_is_refused(sendgrid, changes, field):
    with pytest.raises(BadRequestsError) as refused:
        client(sendgrid).send(mail(**changes))
    [error] = json.loads(refused.value.body)["errors"]
    assert error["field"] == field
    assert error["message"]
    assert "help" in error
    assert sendgrid.state() == {}


def test_what_is_missing_altogether_is_named(sendgrid):
    with pytest.raises(BadRequestsError) as refused:
        client(sendgrid).send({})
    fields = {error["field"] for error in json.loads(refused.value.body)["errors"]}
    assert fields == {"from.email", "subject", "personalizations", "content"}


def test_without_a_key_nothing_is_sent(sendgrid):
    with pytest.raises(UnauthorizedError):
        client(sendgrid, key="").send(mail())


def test_the_sandbox_checks_and_sends_nothing(sendgrid):
    answer = client(sendgrid).send(mail(mail_settings={"sandbox_mode": {"enable": True}}))
    assert answer.status_code == 200
    assert sendgrid.state() == {}


def test_events_are_signed_so_that_the_real_helper_believes_them(sendgrid, hook):
    client(sendgrid).send(mail())
    eventually(lambda: len(hook.received) == 2)
    for received in hook.received:
        signature = received.headers["X-Twilio-Email-Event-Webhook-Signature"]
        timestamp = received.headers["X-Twilio-Email-Event-Webhook-Timestamp"]
        body = received.body.decode()
        believes = EventWebhook(sendgrid.public_key).verify_signature
        assert believes(body, signature, timestamp)
        assert body.endswith("\r\n")
        assert not believes(body.strip(), signature, timestamp)


def test_events_carry_our_arguments_and_begin_with_the_message_id(sendgrid, hook):
    message_id = client(sendgrid).send(mail()).headers["X-Message-Id"]
    eventually(lambda: len(hook.received) == 2)
    assert [event["event"] for event in told(hook)] == ["processed", "delivered"]
    assert {event["message_id"] for event in told(hook)} == {"m1"}
    assert {event["sg_message_id"].split(".")[0] for event in told(hook)} == {message_id}
    assert len({event["sg_event_id"] for event in told(hook)}) == 2


def test_events_are_brought_again_until_they_are_taken(sendgrid, hook):
    hook.statuses[:] = [500, 500, 503]
    client(sendgrid).send(mail())
    eventually(lambda: len(hook.received) == 5)
    eventually(lambda: "outgoing" not in sendgrid.state())
    assert len({event["sg_event_id"] for event in told(hook)}) == 2


def test_held_events_wait_and_survive_a_restart(hook, tmp_path):
    with SendGridStandIn(hook_url=f"{hook.url}/events", store=Store(tmp_path / "store")) as first:
        requests.post(f"{first.url}/_mails/hold_events", json={"hold": True}, timeout=5)
        client(first).send(mail())
    assert not hook.received
    with SendGridStandIn(hook_url=f"{hook.url}/events", store=Store(tmp_path / "store")) as second:
        eventually(lambda: len(hook.received) == 2)
        assert second.public_key == first.public_key


def test_held_events_go_out_when_they_are_let_go(sendgrid, hook):
    requests.post(f"{sendgrid.url}/_mails/hold_events", json={"hold": True}, timeout=5)
    client(sendgrid).send(mail())
    assert len(sendgrid.state()["outgoing"]) == 2
    assert hook.received == []
    requests.post(f"{sendgrid.url}/_mails/hold_events", json={"hold": False}, timeout=5)
    eventually(lambda: len(hook.received) == 2)


def test_a_bounce_is_told_on_request(sendgrid, hook):
    message_id = client(sendgrid).send(mail()).headers["X-Message-Id"]
    answer = requests.post(f"{sendgrid.url}/_bounce", json={"message_id": message_id}, timeout=5)
    eventually(lambda: "bounce" in [event["event"] for event in told(hook)])
    assert answer.status_code == 204
    assert requests.post(f"{sendgrid.url}/_nonsense", json={"message_id": message_id}, timeout=5).status_code == 404
    assert requests.post(f"{sendgrid.url}/_bounce", json={"message_id": "no"}, timeout=5).status_code == 404


def test_told_to_duplicate_and_reorder_it_does(sendgrid, hook):
    requests.post(f"{sendgrid.url}/_faults", json={"duplicate": True, "reorder": True}, timeout=5)
    requests.post(f"{sendgrid.url}/_mails/hold_events", json={"hold": True}, timeout=5)
    client(sendgrid).send(mail())
    requests.post(f"{sendgrid.url}/_mails/hold_events", json={"hold": False}, timeout=5)
    eventually(lambda: len(hook.received) == 4)
    assert [event["event"] for event in told(hook)] == ["delivered", "delivered", "processed", "processed"]


def test_told_to_fail_it_fails_in_its_own_words(sendgrid):
    requests.post(f"{sendgrid.url}/_faults", json={"error_rate": 1}, timeout=5)
    with pytest.raises(ServiceUnavailableError) as failed:
        client(sendgrid).send(mail())
    assert json.loads(failed.value.body)["errors"][0]["message"] == "Service Unavailable"


def test_a_mail_whose_answer_is_lost_has_been_sent_all_the_same(sendgrid):
    requests.post(f"{sendgrid.url}/_faults", json={"drop_rate": 1}, timeout=5)
    with pytest.raises(OSError):
        client(sendgrid).send(mail())
    assert len(sendgrid.state()["mails"]) == 1


def test_a_reset_forgets_the_mails_and_keeps_the_key(sendgrid, hook):
    client(sendgrid).send(mail())
    key = sendgrid.public_key
    requests.post(f"{sendgrid.url}/_reset", timeout=5)
    assert sendgrid.store.all("mails") == []
    assert sendgrid.store.get("keys", "webhook")
    assert sendgrid.public_key == key


def test_recipients_are_erased_by_their_address_and_no_others(sendgrid):
    other = mail(personalizations=[{"to": [{"email": "other@example.com"}]}])
    for sent in (mail(), other):
        client(sendgrid).send(sent)
    answer = client(sendgrid).client.recipients.erasejob.post(request_body={"email_addresses": ["Guest@example.com"]})
    assert (answer.status_code, set(json.loads(answer.body))) == (202, {"job_id"})
    assert [seen["to"][0]["email"] for seen in sendgrid.store.all("mails")] == ["other@example.com"]


@pytest.mark.parametrize("body", [{}, [], {"email_addresses": []}, {"email_addresses": ["not an address"]}])
def test_an_erasure_of_what_is_no_address_is_refused(sendgrid, body):
    with pytest.raises(BadRequestsError) as refused:
        client(sendgrid).client.recipients.erasejob.post(request_body=body)
    assert json.loads(refused.value.body)["errors"][0]["field"] == "email_addresses"
    with pytest.raises(UnauthorizedError):
        client(sendgrid, key=None).client.recipients.erasejob.post(request_body={"email_addresses": ["a@example.com"]})
