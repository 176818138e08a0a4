"""Text messages by Twilio's REST API: one POST, for which its SDK would bring a client for each of its products."""

from http import HTTPStatus
from typing import Any, NamedTuple
from uuid import UUID

import requests
from typing_extensions import override
from urllib3.exceptions import NewConnectionError

from shared_lib.kernel.errors import (
    AccessLost,
    AddressRefused,
    ExternalServiceError,
    OutcomeUnknown,
    VendorRefused,
    VendorUnavailable,
)
from shared_lib.notifications.ports import TextMessenger
from shared_lib.notifications.text import SmsNotOffered, SmsReach

VENDOR = "twilio"
HOST = "https://api.twilio.com"
SERVICE = "MG"
"""How the id of a messaging service begins, which has numbers of its own to send from."""

_KINDS_OF_CODE: dict[int, type[ExternalServiceError]] = {
    21211: AddressRefused,  # no number
    21610: AddressRefused,  # whoever has it answered STOP
    21614: AddressRefused,  # no mobile
    21611: VendorUnavailable,  # ten hours' worth of texts wait at ours
}
"""Twilio changes and adds codes, so no others decide anything: those of a 400 are about this one text."""
_KINDS_OF_ANSWER: dict[int, type[ExternalServiceError]] = {
    HTTPStatus.BAD_REQUEST: VendorRefused,
    HTTPStatus.UNAUTHORIZED: AccessLost,
    HTTPStatus.FORBIDDEN: AccessLost,
    HTTPStatus.BAD_GATEWAY: OutcomeUnknown,
    HTTPStatus.GATEWAY_TIMEOUT: OutcomeUnknown,
}
"""All other answers: it was not sent."""


class Timeouts(NamedTuple):
    """Seconds until Twilio is reached, and until it has answered."""

    connect: float = 4
    read: float = 10


class TwilioMessenger(TextMessenger):
    """Sends each text once for each call, without retries: Twilio's messages have no idempotency.

    `sender` is a number in E.164 or the id of a messaging service. Numbers beyond `reach` are refused here.
    """

    def __init__(
        self,
        account: str,
        token: str,
        *,
        sender: str,
        reach: SmsReach,
        host: str = HOST,
        timeouts: Timeouts = Timeouts(),  # noqa: B008 -- immutable
    ) -> None:
        self._url = f"{host}/2010-04-01/Accounts/{account}/Messages.json"
        self._auth = (account, token)
        self._sender = {"MessagingServiceSid" if sender.startswith(SERVICE) else "From": sender}
        self._reach = reach
        self._timeouts = timeouts

    @override
    def send(self, text: str, *, to: str, message_id: UUID) -> str:
        """Hand the text over and return Twilio's id; raise AddressRefused, VendorRefused or as a Mailer does.

        Twilio has no place for an id of ours.
        """
        self._check(to)
        form = {"To": to, **self._sender, "Body": text}
        try:
            answer = requests.post(self._url, data=form, auth=self._auth, timeout=self._timeouts, allow_redirects=False)
        except requests.RequestException as loss:
            raise _loss(loss) from None
        facts = _facts(answer)
        if answer.status_code != HTTPStatus.CREATED:
            raise _failure(answer.status_code, facts)
        return str(facts.get("sid", ""))

    def _check(self, to: str) -> None:
        try:
            self._reach.check(to)
        except SmsNotOffered as refusal:
            raise VendorRefused(VENDOR, str(refusal)) from None


def _facts(answer: requests.Response) -> dict[str, Any]:
    try:
        said = answer.json()
    except requests.JSONDecodeError:
        return {}
    return said if isinstance(said, dict) else {}


def _failure(status: int, facts: dict[str, Any]) -> ExternalServiceError:
    """Return what an answer means; its words repeat the guest's number, so only Twilio's code is kept."""
    code = facts.get("code")
    number = code if isinstance(code, int) else 0
    kind = _KINDS_OF_CODE.get(number) or _KINDS_OF_ANSWER.get(status, VendorUnavailable)
    return kind(VENDOR, f"answered {status} {number}" if number else f"answered {status}")


def _loss(error: requests.RequestException) -> ExternalServiceError:
    """Return what a broken conversation means: nothing was said to a server that was never reached."""
    cause = error.args[0] if error.args else error
    reason = getattr(cause, "reason", cause)
    unreached = isinstance(error, requests.ConnectTimeout) or isinstance(reason, NewConnectionError)
    kind = VendorUnavailable if unreached else OutcomeUnknown
    return kind(VENDOR, type(reason).__name__)
