"""SendGrid's webhook: 204 for what it signed, 400 and no effect for anybody else."""

import json
import time
from types import SimpleNamespace
from uuid import UUID

import pytest
from flask import Flask, request

from functions.hook_sendgrid import main
from infra.local.stand_ins.sendgrid.signature import WebhookKey
from shared_lib.notifications.adapters.sendgrid import SendGridReports
from shared_lib.notifications.mail import DeliveryStatus, MailReport
from tests.visits import NOW
from tests.webhooks import PayloadsAtHand

KEY = WebhookKey.generate()
MESSAGE_ID = UUID(int=7)
REPORT = {"event": "delivered", "sg_event_id": "e1", "message_id": str(MESSAGE_ID), "email": "daniel@example.com"}


@pytest.fixture
def seen(monkeypatch):
    heard = []
    log = SimpleNamespace(apply=lambda reports, now: heard.extend(reports) or reports)
    deps = SimpleNamespace(mail_reports=SendGridReports(KEY.public), delivery_reports=log, clock=lambda: NOW)
    deps.webhook_payloads = PayloadsAtHand()
    monkeypatch.setattr(main, "services", lambda: deps)
    return heard


def post(body: bytes, *, age: int = 0, signed: bool = True):
    timestamp = str(int(time.time()) - age)
    headers = {"X-Twilio-Email-Event-Webhook-Timestamp": timestamp}
    if signed:
        headers["X-Twilio-Email-Event-Webhook-Signature"] = KEY.sign(timestamp, body)
    with Flask("hook").test_request_context("/api/sendgrid/events", method="POST", data=body, headers=headers):
        return main.hook_sendgrid(request)


def test_a_signed_report_is_noted(seen):
    assert post(json.dumps([REPORT]).encode() + b"\r\n").status_code == 204
    assert seen == [MailReport("e1", MESSAGE_ID, DeliveryStatus.DELIVERED)]


def test_reports_without_use_are_acknowledged(seen):
    assert post(json.dumps([REPORT | {"event": "open"}]).encode()).status_code == 204
    assert seen == []


@pytest.mark.parametrize("wrong", [{"signed": False}, {"age": 601}])
def test_an_unsigned_or_old_report_is_refused_without_effect(seen, wrong):
    assert post(json.dumps([REPORT]).encode(), **wrong).status_code == 400
    assert seen == []


def test_a_signed_body_that_can_not_be_read_names_the_field(seen):
    answer = post(b"{}")
    assert (answer.status_code, answer.get_json()["field"]) == (400, "body")
    assert seen == []
