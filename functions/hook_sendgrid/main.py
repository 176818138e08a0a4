"""SendGrid tells us what became of a mail."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.web.hooks import KIB, hook
from shared_lib.web.http import Reply
from shared_lib.web.webhook_payloads import digest, kept

from .received import VENDOR, apply

LIMIT = 1024 * KIB
"""SendGrid's batches end at 768 KB."""


@functions_framework.http
@hook("/api/sendgrid/events", limit=LIMIT)
def hook_sendgrid(request: Request) -> Reply:
    """Verify, note each report once, acknowledge; reports that we have no use for are acknowledged too."""
    deps, body = services(), request.get_data()
    reports = deps.mail_reports.read(
        body,
        signature=request.headers.get("X-Twilio-Email-Event-Webhook-Signature", ""),
        timestamp=request.headers.get("X-Twilio-Email-Event-Webhook-Timestamp", ""),
    )
    with kept(deps.webhook_payloads, VENDOR, digest(body), body, now=deps.clock()) as payload:
        payload.outcome = apply(reports, deps)
    return "", 204
