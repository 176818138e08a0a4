"""The mails that SendGrid's stand-in took, as their readers would see them."""

from collections.abc import Mapping
from typing import Any

from infra.local.mails.twins import Ground, on, preview_of
from infra.local.stand_ins.sendgrid import SendGridStandIn
from shared_lib.kernel.errors import NotFound

MAIL_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
    " sandbox allow-popups allow-popups-to-escape-sandbox"
}
"""A mail brings its styles along; it may run nothing and fetch nothing."""
_LINKS_LEAVE = '<base target="_blank">'


def mails(sendgrid: SendGridStandIn) -> list[dict[str, Any]]:
    """Return all mails, newest first, with the line that lists show of them and with what became of them."""
    taken = sendgrid.store.all("mails")[::-1]
    return [mail | {"preview": preview_of(mail["html"] or "")} for mail in taken]


def mail(sendgrid: SendGridStandIn, key: str, ground: str) -> str:
    """Return one mail's HTML as on a dark or a light ground, its links leading out of the frame that it is shown in."""
    mail = sendgrid.store.get("mails", key)
    if mail is None or ground not in list(Ground):
        raise NotFound("no such mail")
    return _LINKS_LEAVE + on(Ground(ground), mail["html"] or "")
