"""Mails by SendGrid's Mail Send API."""

import base64
import http.client
import logging
import socket
from http import HTTPStatus
from typing import Any
from urllib.error import URLError
from uuid import UUID

from python_http_client.exceptions import HTTPError
from sendgrid import SendGridAPIClient
from typing_extensions import override

from shared_lib.bookings.contact import Contact
from shared_lib.kernel.errors import ExternalServiceError, OutcomeUnknown, VendorRefused, VendorUnavailable
from shared_lib.notifications.mail import Attachment, Mail
from shared_lib.notifications.ports import Mailer

VENDOR = "sendgrid"
HOST = "https://api.sendgrid.com"

_HEADERS = {"Auto-Submitted": "auto-generated"}  # answering machines stay silent
_TRACKING = {
    "click_tracking": {"enable": False, "enable_text": False},
    "open_tracking": {"enable": False},
}  # our links stay ours, and nobody watches guests read

_KINDS_OF_ANSWER: dict[int, type[ExternalServiceError]] = {
    HTTPStatus.BAD_REQUEST: VendorRefused,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: VendorRefused,
    HTTPStatus.BAD_GATEWAY: OutcomeUnknown,
    HTTPStatus.GATEWAY_TIMEOUT: OutcomeUnknown,
}
"""All other answers: it was not sent. That goes for a bad key or a suspended account too, which people can mend."""

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
        name = " ".join(to.name.split())
        return {
            "from": self._sender,
            "reply_to": self._sender,
            "personalizations": [{"to": [{"email": to.email, "name": name} if name else {"email": to.email}]}],
            "subject": mail.subject,
            "content": [{"type": "text/plain", "value": mail.text}, {"type": "text/html", "value": mail.html}],
            "categories": [f"booking_{mail.kind}"],
            "custom_args": {"message_id": str(message_id)},
            "headers": _HEADERS,
            "tracking_settings": _TRACKING,
        } | ({"attachments": [_attached(file) for file in mail.attachments]} if mail.attachments else {})


def _attached(file: Attachment) -> dict[str, str]:
    return {
        "content": base64.b64encode(file.content).decode(),
        "type": file.content_type,
        "filename": file.filename,
        "disposition": "attachment",
    }


def _failure(answer: HTTPError) -> ExternalServiceError:
    """Return what an answer means; its words may repeat the guest's address, so only the fields' names are kept."""
    kind = _KINDS_OF_ANSWER.get(answer.status_code, VendorUnavailable)
    return kind(VENDOR, " ".join([f"answered {answer.status_code}", *_fields(answer)]))


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
