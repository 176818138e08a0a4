"""Who looks after the calendars: all that it takes to read them and to put right what is ours."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from shared_lib.bookings.ports import Bookings
from shared_lib.calendars.feed import CalendarNews, Reading, WatchedCalendar, Window
from shared_lib.calendars.mirror_booking import CalendarIds
from shared_lib.calendars.ports import CalendarFeed, CalendarReads, Calendars, DriftLog
from shared_lib.kernel.errors import VendorUnavailable
from shared_lib.kernel.ports import ManagerAlerts
from shared_lib.kernel.spa import Spa


@dataclasses.dataclass(frozen=True, slots=True)
class CalendarSync:
    """The spa, its bookings, and both directions of its calendars."""

    spa: Spa
    ids: CalendarIds
    bookings: Bookings
    calendars: Calendars
    feed: CalendarFeed
    reads: CalendarReads
    drift_log: DriftLog
    alerts: ManagerAlerts

    def watched(self) -> Sequence[WatchedCalendar]:
        """Return our own calendars, then those of the technicians."""
        ours = [WatchedCalendar(getattr(self.ids, name), name, ours=True) for name in _names(self.ids)]
        taken = {calendar.calendar_id for calendar in ours}
        theirs = self.reads.technicians_calendars(self.spa.id)
        return [*ours, *(calendar for calendar in theirs if calendar.calendar_id not in taken)]

    def news(self, calendar: WatchedCalendar, reading: Reading, *, whole: bool, now: datetime) -> CalendarNews:
        """Return what changed since the last reading, or all that stands where that is asked for or due."""
        since = None if whole else reading.token
        found = self._read(calendar, since, now) or self._read(calendar, None, now)
        if found is None:
            raise VendorUnavailable("google-calendar", "ended a token that was none")
        return found

    def _read(self, calendar: WatchedCalendar, since: str | None, now: datetime) -> CalendarNews | None:
        return self.feed.read(
            calendar_id=calendar.calendar_id,
            since=since,
            window=Window.around(now),
            zone=self.spa.tz,
            ours=calendar.ours,
        )


def _names(ids: CalendarIds) -> list[str]:
    return [field.name for field in dataclasses.fields(ids)]
