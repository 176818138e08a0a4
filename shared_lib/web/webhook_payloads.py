"""Keeps what vendors send, with what became of it: noted after the effect, and never in its way."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from shared_lib.kernel.errors import CoreSyncError
from shared_lib.kernel.ports import APPLIED, WebhookPayloads
from shared_lib.web.logs import log


class Outcome:
    """What becomes of one payload; it is applied unless somebody says otherwise."""

    outcome: str = APPLIED


@contextmanager
def kept(payloads: WebhookPayloads, vendor: str, event_id: str, body: bytes, *, now: datetime) -> Iterator[Outcome]:
    """Keep a genuine payload once it was dealt with, whether that went well or not."""
    result = Outcome()
    try:
        yield result
    except CoreSyncError as error:
        result.outcome = error.code
        raise
    except Exception:
        result.outcome = "INTERNAL"
        raise
    finally:
        log("webhook done", vendor=vendor, event=event_id, outcome=result.outcome)
        with _never_in_the_way(vendor, event_id):
            payloads.keep(vendor, event_id, body, outcome=result.outcome, now=now)


def digest(*parts: bytes) -> str:
    """Return an id for what has none of its own: the same for the same bytes."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@contextmanager
def _never_in_the_way(vendor: str, event_id: str) -> Iterator[None]:
    try:
        yield
    except CoreSyncError as error:
        log(
            "a webhook's payload was not kept",
            level=logging.ERROR,
            alert="payload_not_kept",
            vendor=vendor,
            event=event_id,
            code=error.code,
        )
