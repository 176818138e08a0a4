"""SendGrid tells us what became of a mail."""

import functions_framework
from flask import Request

from shared_lib.bootstrap import services
from shared_lib.web.http import Reply, json_endpoint


@functions_framework.http
@json_endpoint
def hook_sendgrid(request: Request) -> Reply:
    """Verify, note each report once, acknowledge; reports that we have no use for are acknowledged too."""
    deps = services()
    reports = deps.mail_reports.read(
        request.get_data(),
        signature=request.headers.get("X-Twilio-Email-Event-Webhook-Signature", ""),
        timestamp=request.headers.get("X-Twilio-Email-Event-Webhook-Timestamp", ""),
    )
    deps.mail_log.seen(reports, now=deps.clock())
    return "", 204
