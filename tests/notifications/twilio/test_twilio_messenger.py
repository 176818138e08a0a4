"""Texts through our Twilio client: what goes over the wire, what each answer means, and whom nobody hears of."""

import logging
import socket
from typing import Any
from uuid import UUID

import pytest
import requests

from infra.local.stand_ins.faults import Faults
from infra.local.stand_ins.twilio import TwilioStandIn
from shared_lib.kernel.errors import AccessLost, AddressRefused, OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.notifications.adapters.twilio import TwilioMessenger
from shared_lib.notifications.adapters.twilio.twilio_messenger import Timeouts
from shared_lib.notifications.text import SmsReach

ACCOUNT, TOKEN, SENDER, SERVICE = f"AC{7:032x}", "a token", "+15550100100", f"MG{7:032x}"
GUEST = "+15550100199"
MESSAGE_ID = UUID("5f0c2e4e-2f7d-4a53-8a8e-8d9d8a1f6f10")
HOME = SmsReach(frozenset({"US", "CA"}))


@pytest.fixture
def twilio():
    with TwilioStandIn(account=ACCOUNT, token=TOKEN, sender=SENDER) as stand_in:
        yield stand_in


def send(host: str, text: str = "CoreSync: your code is 123456.", *, to: str = GUEST, **changes) -> str:
    made: dict[str, Any] = {"token": TOKEN, "sender": SENDER, "reach": HOME, "host": host} | changes
    return TwilioMessenger(ACCOUNT, **made).send(text, to=to, message_id=MESSAGE_ID)


def test_a_text_arrives_from_our_number(twilio):
    sid = send(twilio.url)
    [text] = twilio.texts()
    assert (text["sid"], text["to"], text["from"]) == (sid, GUEST, SENDER)
    assert text["body"] == "CoreSync: your code is 123456."


def test_a_messaging_service_sends_from_a_number_of_its_own():
    with TwilioStandIn(account=ACCOUNT, token=TOKEN, sender=SERVICE) as twilio:
        assert send(twilio.url, sender=SERVICE) == twilio.texts()[0]["sid"]


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (400, VendorRefused),
        (401, AccessLost),
        (403, AccessLost),
        (404, VendorUnavailable),
        (429, VendorUnavailable),
        (500, VendorUnavailable),
        (503, VendorUnavailable),
        (502, OutcomeUnknown),
        (504, OutcomeUnknown),
    ],
)
def test_each_answer_has_its_meaning(twilio, status, meaning):
    twilio.faults = Faults(error_rate=1, status=status)
    with pytest.raises(meaning, match=str(status)):
        send(twilio.url)
    assert twilio.texts() == []


@pytest.mark.parametrize(
    ("number", "code", "meaning"),
    [
        ("+15005550001", 21211, AddressRefused),
        ("+15005550009", 21614, AddressRefused),
        ("+15005550002", 21612, VendorRefused),
        ("+15005550003", 21408, VendorRefused),
    ],
)
def test_a_number_that_twilio_refuses_is_named_by_twilios_code_alone(twilio, number, code, meaning, caplog):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(VendorRefused) as refusal:
        send(twilio.url, to=number)
    assert refusal.value.detail == f"answered 400 {code}"
    assert type(refusal.value) is meaning
    assert number[1:] not in caplog.text


def test_whoever_said_stop_is_known_to_want_nothing(twilio):
    requests.post(f"{twilio.url}/_answer", json={"from": GUEST, "body": "Stop"}, timeout=5)
    with pytest.raises(AddressRefused, match="21610"):
        send(twilio.url)
    requests.post(f"{twilio.url}/_answer", json={"from": GUEST, "body": "START"}, timeout=5)
    assert send(twilio.url)


@pytest.mark.parametrize("number", ["+18765550142", "+18095550142", "+447700900123", "911", "", "+1 555 HELLO"])
def test_beyond_our_countries_nobody_is_even_asked(number):
    with pytest.raises(VendorRefused, match="country"):
        send("http://127.0.0.1:9", to=number)


def test_a_wrong_key_or_account_is_an_access_that_people_mend(twilio):
    with pytest.raises(AccessLost, match="answered 401 20003"):
        send(twilio.url, token="another")


def test_a_lost_answer_leaves_the_outcome_unknown(twilio):
    twilio.faults = Faults(drop_rate=1)
    with pytest.raises(OutcomeUnknown):
        send(twilio.url)
    assert len(twilio.texts()) == 1


def test_an_answer_that_takes_too_long_leaves_the_outcome_unknown(twilio):
    twilio.faults = Faults(latency_ms=1500)
    with pytest.raises(OutcomeUnknown, match="ReadTimeout"):
        send(twilio.url, timeouts=Timeouts(read=0.2))


def test_a_server_that_is_not_there_was_told_nothing():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        host = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(VendorUnavailable):
        send(host)


def test_neither_the_guest_nor_the_key_nor_the_code_is_logged(twilio, caplog):
    caplog.set_level(logging.DEBUG)
    send(twilio.url)
    assert "Messages.json" in caplog.text  # the transport does log
    assert not [secret for secret in (GUEST[1:], TOKEN, "123456") if secret in caplog.text]
