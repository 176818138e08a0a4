"""Erase the guests who asked for it, in every store; what failed is tried again until nothing is left."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from shared_lib.guests.certificate import is_done, with_store
from shared_lib.guests.erasure import Erasure
from shared_lib.guests.personal_data import PersonalDataStore, Subject
from shared_lib.guests.ports import Erasures, SubjectBookings
from shared_lib.kernel.alerts import alert
from shared_lib.kernel.errors import CoreSyncError, OutOfTime
from shared_lib.kernel.manager_alerts import AlertKind
from shared_lib.kernel.ports import ManagerAlerts

STUCK_AFTER = 5
"""Attempts after which the manager hears of it; with the pauses between them that is two and a half hours."""


class EraseResult(NamedTuple):
    """How many guests were erased, and the codes of what has to be tried again."""

    erased: int
    failures: Sequence[str]


class Eraser(NamedTuple):
    """What it takes; the stores are made when there is somebody to erase."""

    erasures: Erasures
    bookings: SubjectBookings
    stores: Callable[[], Sequence[PersonalDataStore]]
    alerts: ManagerAlerts


def erase_guests(
    eraser: Eraser, *, now: datetime, most: int, out_of_time: Callable[[], bool] = lambda: False
) -> EraseResult:
    """Erase at most so many guests, whoever waits longest first."""
    erased, failures = 0, list[str]()
    for _ in range(most):
        erasure = None if out_of_time() else eraser.erasures.take(now=now)
        if erasure is None:
            break
        failures += _erase(erasure, eraser, now, out_of_time)
        erased += eraser.erasures.get(erasure.id).done_at is not None
    return EraseResult(erased, failures)


def _erase(erasure: Erasure, eraser: Eraser, now: datetime, out_of_time: Callable[[], bool]) -> Sequence[str]:
    """Return the codes of what failed; where the guest booked at the moment of asking, it waits for the visit."""
    subject = eraser.bookings.found(eraser.erasures.subject_of(erasure))
    if eraser.bookings.pending(subject, now=now):
        eraser.erasures.postpone(erasure)
        return ()
    failed = list(_in_every_store(erasure, subject, eraser, now, out_of_time))
    if not failed:
        eraser.erasures.finish(erasure, now=now)
    elif set(failed) == {OutOfTime.code}:
        eraser.erasures.postpone(erasure)
    elif erasure.attempts >= STUCK_AFTER:
        facts = {"attempts": str(erasure.attempts), "codes": ", ".join(sorted(set(failed)))}
        eraser.alerts.record(AlertKind.ERASURE_STUCK, str(erasure.id), facts, now=now)
    return failed


def _in_every_store(
    erasure: Erasure, subject: Subject, eraser: Eraser, now: datetime, out_of_time: Callable[[], bool]
) -> Iterator[str]:
    """Erase in every store that has not done it, and yield the codes of those that failed; each is noted at once."""
    certificate = erasure.certificate
    for store in eraser.stores():
        if is_done(certificate, store.name):
            continue
        try:
            done = store.erase(subject, now=now, out_of_time=out_of_time)
        except Exception as error:  # noqa: BLE001 -- whatever one store holds, the others are erased
            yield _report(erasure, store, error)
            continue
        certificate = with_store(certificate, store.name, done)
        eraser.erasures.note(erasure, certificate)


def _report(erasure: Erasure, store: PersonalDataStore, error: Exception) -> str:
    code = error.code if isinstance(error, CoreSyncError) else "INTERNAL"
    if not isinstance(error, OutOfTime):
        unforeseen = None if isinstance(error, CoreSyncError) else error
        facts: dict[str, Any] = {"erasure": erasure.id, "store": store.name, "code": code}
        alert("not_erased", "a guest is not erased yet", error=unforeseen, **facts)
    return code
