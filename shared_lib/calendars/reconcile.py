"""Each night: compare the calendars with the bookings, mend what is ours, and report what was found."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from shared_lib.calendars.drift import Drift, DriftKind, DriftReport
from shared_lib.calendars.read_calendars import CalendarsRead, read_each
from shared_lib.calendars.sync import CalendarSync
from shared_lib.calendars.tell_manager import find_clashes


class Reconciled(NamedTuple):
    """The report, and what each calendar gave."""

    report: DriftReport
    calendars: CalendarsRead


def reconcile_calendar(*, sync: CalendarSync, now: datetime, out_of_time: Callable[[], bool]) -> Reconciled:
    """Read all that stands in every calendar, and keep a report, also of a night on which some could not be read."""
    sync.reads.forget_leavers(sync.spa.id)
    done = read_each(sync.watched(), sync=sync, now=now, out_of_time=out_of_time, whole=True)
    drifts = [*_drifts(done), *find_clashes(sync=sync, now=now)]
    report = DriftReport(drifts, unread=[trouble.calendar for trouble in done.failures])
    sync.drift_log.report(sync.spa.id, report, now=now)
    return Reconciled(report, done)


def _drifts(done: CalendarsRead) -> Iterator[Drift]:
    for name, one in done.read.items():
        yield from one.drifts
        if one.busy:
            yield Drift(DriftKind.BUSY, name, times=one.busy)
