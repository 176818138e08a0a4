"""The mails that SendGrid's stand-in took, as their readers would see them."""

from collections.abc import Mapping
from typing import Any

from infra.local.stand_ins.sendgrid import SendGridStandIn
from shared_lib.kernel.errors import NotFound

MAIL_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
    " sandbox allow-popups allow-popups-to-escape-sandbox"
}
"""A mail brings its styles along; it may run nothing and fetch nothing."""
_LINKS_LEAVE = '<base target="_blank">'


def mails(sendgrid: SendGridStandIn) -> list[dict[str, Any]]:
    """Return all mails, newest first, with what became of them."""
    return sendgrid.store.all("mails")[::-1]


def mail(sendgrid: SendGridStandIn, key: str) -> str:
    """Return one mail's HTML, its links leading out of the frame that it is shown in."""
    mail = sendgrid.store.get("mails", key)
    if mail is None:
        raise NotFound("no such mail")
    return _LINKS_LEAVE + (mail["html"] or "")
