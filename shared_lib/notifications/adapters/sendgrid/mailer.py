"""Mails by SendGrid's Mail Send API."""

import base64
import http.client
import logging
import re
import socket
from http import HTTPStatus
from typing import Any
from urllib.error import URLError
from uuid import UUID

from python_http_client.exceptions import HTTPError
from sendgrid import SendGridAPIClient
from typing_extensions import override

from shared_lib.bookings.contact import Contact
from shared_lib.kernel.errors import (
    AccessLost,
    AddressRefused,
    ExternalServiceError,
    OutcomeUnknown,
    VendorRefused,
    VendorUnavailable,
)
from shared_lib.notifications.mail import Attachment, Mail
from shared_lib.notifications.ports import Mailer

VENDOR = "sendgrid"
HOST = "https://api.sendgrid.com"

_HEADERS = {"Auto-Submitted": "auto-generated"}  # answering machines stay silent
_ONE_CLICK = "List-Unsubscribe=One-Click"  # RFC 8058: mail programs unsubscribe by a POST with these words
_TRACKING = {
    "click_tracking": {"enable": False, "enable_text": False},
    "open_tracking": {"enable": False},
    "subscription_tracking": {"enable": False},
}  # our links stay ours, nobody watches guests read, and they unsubscribe with us
_SETTINGS = {"bypass_bounce_management": {"enable": True}}
"""We keep the list of addresses that bounced: on SendGrid's, one that was proved anew would stay for ever."""
_APART = str.maketrans(",;", "  ")
"""What has made several recipients of one name."""
_RECIPIENT = re.compile(r"personalizations\.\d+\.to\.\d+\.email")

_KINDS_OF_ANSWER: dict[int, type[ExternalServiceError]] = {
    HTTPStatus.BAD_REQUEST: VendorRefused,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: VendorRefused,
    HTTPStatus.UNAUTHORIZED: AccessLost,
    HTTPStatus.FORBIDDEN: AccessLost,
    HTTPStatus.BAD_GATEWAY: OutcomeUnknown,
    HTTPStatus.GATEWAY_TIMEOUT: OutcomeUnknown,
}
"""All other answers: it was not sent, nor is it with a bad key or a suspended account, until people mend that."""

_NEVER_ARRIVED = (ConnectionRefusedError, socket.gaierror)


class SendGridMailer(Mailer):
    """Sends each mail once for each call, without retries: SendGrid has no idempotency. `timeout` in seconds."""

    def __init__(self, api_key: str, *, sender: str, sender_name: str, host: str = HOST, timeout: float = 10) -> None:
        logging.getLogger("python_http_client").setLevel(logging.INFO)  # DEBUG would log whole mails and our key
        self._client = SendGridAPIClient(api_key, host=host)
        self._client.client.timeout = timeout
        self._sender = {"email": sender, "name": sender_name}

    @override
    def send(self, mail: Mail, *, to: Contact, message_id: UUID) -> str:
        """Hand the mail over and return SendGrid's id; raise VendorRefused, VendorUnavailable or OutcomeUnknown."""
        try:
            answer = self._client.send(self._body(mail, to, message_id))
        except HTTPError as refusal:
            raise _failure(refusal) from None
        except (OSError, http.client.HTTPException) as loss:
            raise _loss(loss) from None
        if answer.status_code != HTTPStatus.ACCEPTED:
            raise VendorUnavailable(VENDOR, f"answered {answer.status_code}")
        return str(answer.headers.get("X-Message-Id", ""))

    def _body(self, mail: Mail, to: Contact, message_id: UUID) -> dict[str, Any]:
        name = " ".join(to.name.translate(_APART).split())
        return {
            "from": self._sender,
            "reply_to": self._sender,
            "personalizations": [{"to": [{"email": to.email, "name": name} if name else {"email": to.email}]}],
            "subject": mail.subject,
            "content": [{"type": "text/plain", "value": mail.text}, {"type": "text/html", "value": mail.html}],
            "categories": [f"booking_{mail.kind}"],
            "custom_args": {"message_id": str(message_id)},
            "headers": _HEADERS | _unsubscribing(mail),
            "mail_settings": _SETTINGS,
            "tracking_settings": _TRACKING,
        } | ({"attachments": [_attached(file) for file in mail.attachments]} if mail.attachments else {})


def _unsubscribing(mail: Mail) -> dict[str, str]:
    """Return the headers by which mail programs show a button that ends mails of this kind."""
    if not mail.unsubscribe_url:
        return {}
    return {"List-Unsubscribe": f"<{mail.unsubscribe_url}>", "List-Unsubscribe-Post": _ONE_CLICK}


def _attached(file: Attachment) -> dict[str, str]:
    return {
        "content": base64.b64encode(file.content).decode(),
        "type": file.content_type,
        "filename": file.filename,
        "disposition": "attachment",
    }


def _failure(answer: HTTPError) -> ExternalServiceError:
    """Return what an answer means; its words may repeat the guest's address, so only the fields' names are kept."""
    fields = _fields(answer)
    kind = _KINDS_OF_ANSWER.get(answer.status_code, VendorUnavailable)
    if kind is VendorRefused and any(map(_RECIPIENT.fullmatch, fields)):
        kind = AddressRefused
    return kind(VENDOR, " ".join([f"answered {answer.status_code}", *fields]))


def _fields(answer: HTTPError) -> list[str]:
    try:
        return [str(error["field"]) for error in answer.to_dict["errors"] if error.get("field")]
    except (ValueError, LookupError, TypeError, AttributeError):
        return []


def _loss(error: Exception) -> ExternalServiceError:
    """Return what a broken conversation means: nothing was said to a server that was never reached."""
    cause = error.reason if isinstance(error, URLError) else error
    kind = VendorUnavailable if isinstance(cause, _NEVER_ARRIVED) else OutcomeUnknown
    return kind(VENDOR, type(cause).__name__)
