"""What SendGrid holds of those who were written to: erased by its Recipients' Data Erasure API.

The key needs the scope `recipients.erasejob.create`; accounts from before July 2023 ask SendGrid's support for it.
"""

import http.client
from collections.abc import Callable, Sequence
from datetime import datetime
from http import HTTPStatus

from python_http_client.exceptions import HTTPError
from sendgrid import SendGridAPIClient
from typing_extensions import override

from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject
from shared_lib.kernel.errors import VendorUnavailable

VENDOR = "sendgrid"


class SendGridRecipientData(PersonalDataStore):
    """One job for each address, since one that SendGrid refuses spoils the others; `timeout` in seconds.

    There are no retries here: whoever erases comes again, and a job twice does no harm.
    """

    name = "SendGrid"
    covers: frozenset[str] = frozenset()

    def __init__(self, api_key: str, *, host: str, timeout: float = 10) -> None:
        self._client = SendGridAPIClient(api_key, host=host)
        self._client.client.timeout = timeout

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        said = "Our mails to you and whether they arrived, for up to 30 days"
        return [{"held_there": said, "address": address} for address in subject.mail_addresses]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        return Erased({"addresses": sum(self._erase(address) for address in subject.mail_addresses)})

    def _erase(self, address: str) -> int:
        """Return 1; 0 for what SendGrid takes for no address, to which it can have sent nothing."""
        try:
            answer = self._client.client.recipients.erasejob.post(request_body={"email_addresses": [address]})
        except HTTPError as refusal:
            if refusal.status_code == HTTPStatus.BAD_REQUEST:
                return 0
            raise VendorUnavailable(VENDOR, f"answered {refusal.status_code}") from None
        except (OSError, http.client.HTTPException) as loss:
            raise VendorUnavailable(VENDOR, type(loss).__name__) from None
        if answer.status_code != HTTPStatus.ACCEPTED:
            raise VendorUnavailable(VENDOR, f"answered {answer.status_code}")
        return 1
