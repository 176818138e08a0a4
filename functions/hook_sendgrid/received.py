"""What a verified batch of SendGrid does, now or when it is applied again."""

import logging
from collections.abc import Sequence

from shared_lib.bootstrap import Services
from shared_lib.kernel.ports import APPLIED, IGNORED
from shared_lib.notifications.mail import DeliveryStatus, MailReport
from shared_lib.web.logs import log

VENDOR = "sendgrid"


def apply(reports: Sequence[MailReport], deps: Services) -> str:
    """Apply each report, once; a guest who could not be reached is somebody's to call."""
    for report in deps.delivery_reports.apply(reports, now=deps.clock()):
        if report.status is DeliveryStatus.BOUNCED:
            log("a mail came back", level=logging.ERROR, alert="mail_bounced", mail=report.message_id)
    return APPLIED if reports else IGNORED


def replay(body: bytes, deps: Services) -> str:
    """Apply a batch that was verified when it came; what was noted then is not noted twice."""
    return apply(deps.mail_reports.reread(body), deps)
