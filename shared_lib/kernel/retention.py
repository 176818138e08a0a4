"""How long each thing is kept, in one table, and forgetting what is older."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import CoreSyncError, OutOfTime
from shared_lib.kernel.ports import KEPT

BATCH = 200
"""How many rows one statement forgets, so that it locks nobody out for long."""

RETENTIONS: Mapping[str, timedelta] = {
    "chat_sessions": timedelta(days=30),
    "unpaid_contacts": timedelta(days=30),
    "waitlist_entries": timedelta(days=30),
    "guest_sessions": timedelta(days=30),
    "proof_codes": timedelta(days=1),
    "rate_limits": timedelta(hours=26),
    "webhook_payloads": KEPT,
    "inbox": timedelta(days=40),
    "outbox": timedelta(days=40),
    "booking_answers": timedelta(days=40),
    "email_log": timedelta(days=400),
    "calendar_drift_reports": timedelta(days=400),
    "manager_alerts": timedelta(days=400),
    "health_cases": timedelta(days=30),
    "questions": timedelta(days=548),
    "medical_notes": timedelta(days=548),
    "complaints": timedelta(days=3 * 365 + 1),
    "policy_acceptances": timedelta(days=6 * 366),
}
"""From the end of a thing's use: of a session, of an unpaid hold, of the waiting, of a count's longest window. Vendors
repeat themselves for days, so that the ids of what was dealt with stay for weeks."""


class ExpiringStore(Protocol):
    """Something that is kept for a time."""

    what: str
    """Its name in RETENTIONS."""

    def forget(self, *, before: datetime, limit: int) -> int:
        """Forget at most so many of those whose use ended by an instant; return how many there were."""
        ...


class ForgetResult(NamedTuple):
    """How many of each were forgotten, and the codes of what has to be tried again."""

    counts: Mapping[str, int]
    failures: Sequence[str]


def forget_expired(
    stores: Iterable[ExpiringStore], *, now: datetime, out_of_time: Callable[[], bool] = lambda: False
) -> ForgetResult:
    """Forget all that was kept long enough, in batches; trouble with one store keeps none of the others.

    Once it is `out_of_time`, the rest is left to the next run.
    """
    counts: Counter[str] = Counter()
    failures: list[str] = []
    for store in stores:
        counts[store.what] = 0
        try:
            _forget(store, now - RETENTIONS[store.what], counts, out_of_time)
        except CoreSyncError as error:
            failures.append(error.code)
            alert("not_forgotten", "what was kept long enough is still there", store=store.what, code=error.code)
    return ForgetResult(dict(counts), failures)


def _forget(store: ExpiringStore, before: datetime, counts: Counter[str], out_of_time: Callable[[], bool]) -> None:
    forgotten = BATCH
    while forgotten == BATCH:
        if out_of_time():
            raise OutOfTime(f"{store.what}: the rest is forgotten next time")
        forgotten = store.forget(before=before, limit=BATCH)
        counts[store.what] += forgotten
