"""The owner's Apps Script: after an edit by hand it calls CoreSync, signed; writes by API do not start it."""

import hashlib
import hmac
import json
import time
from datetime import datetime

from infra.local.stand_ins.google.webhook_delivery import WebhookDelivery


class EditHook:
    """Calls one address with one secret."""

    def __init__(self, url: str, secret: str, delivery: WebhookDelivery) -> None:
        self._url = url
        self._secret = secret
        self._delivery = delivery

    def notify(self, spreadsheet_id: str, tab: str, cell: str, at: datetime) -> None:
        """Tell of an edited cell; `at` is business time, the signature's time is real."""
        edit = {"spreadsheetId": spreadsheet_id, "tab": tab, "range": cell, "at": at.isoformat()}
        body = json.dumps(edit).encode()
        headers = {"Content-Type": "application/json", "X-Sheet-Signature": self._signature(body)}
        self._delivery.send(self._url, headers=headers, body=body)

    def _signature(self, body: bytes) -> str:
        stamp = str(int(time.time()))
        digest = hmac.new(self._secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        return f"t={stamp},v1={digest}"
