"""Read what people did in a calendar, whoever's it is."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from shared_lib.calendars.drift import Drift
from shared_lib.calendars.feed import WatchedCalendar
from shared_lib.calendars.mirror_busy_times import mirror_busy_times
from shared_lib.calendars.ports import Channels
from shared_lib.calendars.repair import repair_calendar
from shared_lib.calendars.sync import CalendarSync
from shared_lib.calendars.tell_manager import find_clashes
from shared_lib.kernel.errors import CoreSyncError


class CalendarRead(NamedTuple):
    """How many busy times changed, and what the manager should see: how ours differ, who waits for an answer."""

    busy: int = 0
    drifts: Sequence[Drift] = ()


def read_calendar(
    calendar: WatchedCalendar,
    *,
    sync: CalendarSync,
    now: datetime,
    out_of_time: Callable[[], bool],
    whole: bool = False,
) -> CalendarRead:
    """Take over what changed, or all; raise what went wrong after noting since when the calendar can't be read."""
    try:
        if calendar.ours:
            return CalendarRead(
                drifts=repair_calendar(calendar, sync=sync, now=now, out_of_time=out_of_time, whole=whole)
            )
        return _read_busy_times(calendar, sync=sync, now=now, whole=whole)
    except Exception as error:
        sync.reads.failed(sync.reads.reading(sync.spa.id, calendar.calendar_id), code_of(error), now=now)
        raise


def _read_busy_times(calendar: WatchedCalendar, *, sync: CalendarSync, now: datetime, whole: bool) -> CalendarRead:
    """Take over a technician's times, and tell the manager at once of a visit that clashes with a new one."""
    read = CalendarRead(*mirror_busy_times(calendar, sync=sync, now=now, whole=whole))
    if read.busy and not whole:  # the night, which reads all, looks for clashes itself
        find_clashes(sync=sync, now=now)
    return read


def code_of(error: Exception) -> str:
    """Return the code under which trouble with a calendar is noted; what nobody has foreseen has one too."""
    return error.code if isinstance(error, CoreSyncError) else "INTERNAL"


def handle_calendar_push(
    channel_id: UUID, *, sync: CalendarSync, channels: Channels, now: datetime, out_of_time: Callable[[], bool]
) -> CalendarRead:
    """Read the calendar that a channel tells of; one that was closed, or of somebody who left, has no news for us."""
    channel = channels.find(channel_id)
    watched = sync.watched() if channel else ()
    calendar = next((one for one in watched if channel and one.calendar_id == channel.calendar_id), None)
    return read_calendar(calendar, sync=sync, now=now, out_of_time=out_of_time) if calendar else CalendarRead()
