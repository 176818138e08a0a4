"""Signed, and odd all the same: every hook says 400 or 204 to it, logs it, and does nothing."""

import json
import time
from types import SimpleNamespace

import pytest
import stripe
from flask import Flask, request

from functions.hook_sendgrid import main as sendgrid
from functions.hook_sheets import main as sheets
from functions.hook_stripe import main as stripe_hook
from infra.local.stand_ins.sendgrid.signature import WebhookKey
from shared_lib.notifications.adapters.sendgrid import SendGridReports
from shared_lib.payments.adapters.stripe.gateway import StripeGateway
from shared_lib.web.signatures import TimedSignature
from tests.spa_house import spa_house
from tests.visits import NOW
from tests.webhooks import InboxAtHand, PayloadsAtHand

SECRET = "whsec_of_a_test"
KEY = WebhookKey.generate()
DEEP = "[" * 100 + "]" * 100
EVENT = '{{"id": {id}, "object": "event", "type": {type}, "data": {{"object": {about}}}}}'
ABOUT = '{"id": "pi_1", "object": "payment_intent", "metadata": {"booking_id": %s}}'
DECLINED = '"payment_intent.payment_failed"'

ODD_EVENTS = [
    EVENT.format(id='"evt\\u0000"', type=DECLINED, about=ABOUT % '"x"'),
    EVENT.format(id='"evt\\ud800"', type=DECLINED, about=ABOUT % '"x"'),
    EVENT.format(id="7", type=DECLINED, about=ABOUT % '"x"'),
    EVENT.format(id="null", type=DECLINED, about=ABOUT % '"x"'),
    EVENT.format(id='{"a": 1}', type=DECLINED, about=ABOUT % '"x"'),
    EVENT.format(id='"evt_1"', type="[]", about=ABOUT % '"x"'),
    EVENT.format(id='"evt_1"', type="{}", about=ABOUT % '"x"'),
    EVENT.format(id='"evt_1"', type=DECLINED, about="7"),
    EVENT.format(id='"evt_1"', type=DECLINED, about="null"),
    EVENT.format(id='"evt_1"', type=DECLINED, about='{"id": 7}'),
    EVENT.format(id='"evt_1"', type=DECLINED, about='{"id": "pi_1", "metadata": 7}'),
    EVENT.format(id='"evt_1"', type=DECLINED, about='{"id": "pi_1", "metadata": "text"}'),
    EVENT.format(id='"evt_1"', type=DECLINED, about='{"id": "pi_1", "metadata": [1]}'),
    EVENT.format(id='"evt_1"', type=DECLINED, about=ABOUT % "7"),
    EVENT.format(id='"evt_1"', type=DECLINED, about=ABOUT % '["x"]'),
    EVENT.format(id='"evt_1"', type=DECLINED, about=ABOUT % '"no uuid"'),
    EVENT.format(id='"evt_1"', type=DECLINED, about=ABOUT % '"\\u0000"'),
    EVENT.format(id='"evt_1"', type=DECLINED, about=DEEP),
    '{"id": "evt_1", "object": "event", "type": "x", "data": []}',
    '{"id": "evt_1", "object": "event", "type": "x"}',
    '{"id": "evt_1"}',
    "[]",
    "7",
    "null",
    '"text"',
    DEEP,
    "[" * 5000,
    "",
    "\ufeff{}",
]
REPORT = {"event": "delivered", "sg_event_id": "e1", "message_id": "x", "email": "daniel@example.com"}
ODD_REPORTS = [
    [REPORT | {"sg_event_id": "e\x00"}],
    [REPORT | {"sg_event_id": 7}],
    [REPORT | {"sg_event_id": None}],
    [REPORT | {"event": ["delivered"]}],
    [REPORT | {"message_id": {"a": 1}}],
    [REPORT | {"message_id": 7}],
    [REPORT | {"message_id": "a\x00"}],
    [[REPORT]],
    [7],
    {},
    [REPORT | {"extra": json.loads(DEEP)}],
]


@pytest.fixture
def deps(database_url, tmp_path, monkeypatch):
    """What the hooks work with: the real database behind, and vendors that may not be asked."""
    with spa_house(database_url, tmp_path) as context:
        context.__dict__["payments"] = StripeGateway(
            api_key="sk_test_1", api_base="http://127.0.0.1:1", webhook_secret=SECRET, seconds=1
        )
        context.__dict__["mail_reports"] = SendGridReports(KEY.public)
        monkeypatch.setattr(stripe_hook, "services", lambda: context)
        monkeypatch.setattr(sendgrid, "services", lambda: context)
        yield context


def post(door, path: str, body: bytes, headers: dict[str, str]):
    with Flask("hook").test_request_context(path, method="POST", data=body, headers=headers):
        return door(request)


@pytest.mark.parametrize("body", ODD_EVENTS)
def test_an_odd_event_of_stripe_has_no_effect(deps, body):
    header = stripe.WebhookSignature.generate_signature_header(body, SECRET)
    answer = post(stripe_hook.hook_stripe, "/api/stripe/events", body.encode(), {"Stripe-Signature": header})
    assert answer.status_code in {400, 204}, answer.get_data()
    assert deps.count("inbox") == 0


@pytest.mark.parametrize("reports", ODD_REPORTS)
def test_an_odd_report_of_sendgrid_has_no_effect(deps, reports):
    body, stamp = json.dumps(reports).encode(), str(int(time.time()))
    name = "X-Twilio-Email-Event-Webhook"
    headers = {f"{name}-Timestamp": stamp, f"{name}-Signature": KEY.sign(stamp, body)}
    answer = post(sendgrid.hook_sendgrid, "/api/sendgrid/events", body, headers)
    assert answer.status_code in {400, 204}, answer.get_data()
    assert deps.count("inbox") == 0


@pytest.mark.parametrize("body", [b'{"tab": "a\\u0000"}', b'{"tab": "\\ud800"}', b'{"tab": ' + DEEP.encode() + b"}"])
def test_an_odd_call_of_the_workbook_reads_nothing(monkeypatch, body):
    signature = TimedSignature(SECRET)
    parts = SimpleNamespace(sheets_signature=signature, inbox=InboxAtHand(), webhook_payloads=PayloadsAtHand())
    parts.clock = lambda: NOW
    monkeypatch.setattr(sheets, "services", lambda: parts)
    answer = post(sheets.hook_sheets, "/api/sheets/changes", body, {"X-Sheet-Signature": signature.sign(body)})
    assert (answer.status_code, parts.inbox.claimed) == (400, set())
