"""Compare what one of our calendars shows with the bookings that it should show."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from shared_lib.bookings.booking import Booking
from shared_lib.calendars.drift import Drift, DriftKind, judge
from shared_lib.calendars.event import CalendarEvent
from shared_lib.calendars.feed import AHEAD, CalendarNews, SeenEvent, WatchedCalendar
from shared_lib.calendars.mirror_booking import SHOWN, calendar_events
from shared_lib.calendars.sync import CalendarSync
from shared_lib.kernel.errors import NotFound

Events = Mapping[str, CalendarEvent]


def detect_drift(
    calendar: WatchedCalendar, news: CalendarNews, *, sync: CalendarSync, now: datetime
) -> Iterator[Drift]:
    """Yield how the calendar differs; visits that are over are history, and left as people keep it.

    Google is asked for each event that a whole reading did not show only when its turn comes: however many there are,
    whoever mends what came before gets on.
    """
    comparison = _Comparison(calendar, sync, now)
    if news.whole:
        comparison.expect_all()
    named = comparison.named(news)
    yield from [drift for event, booking_id in named if (drift := comparison.drift(event, booking_id))]
    if news.whole:
        yield from comparison.missing(news)


@dataclasses.dataclass(slots=True)
class _Comparison:
    calendar: WatchedCalendar
    sync: CalendarSync
    now: datetime
    expected: dict[UUID, Events] = dataclasses.field(default_factory=dict)

    def expect_all(self) -> None:
        """Read all coming visits at once."""
        spa, bookings = self.sync.spa, self.sync.bookings
        shown = bookings.between(spa.id, self.now, self.now + AHEAD, statuses=SHOWN)
        self.expected = {booking.id: self._events(booking) for booking in shown}

    def named(self, news: CalendarNews) -> Iterator[tuple[SeenEvent, UUID | None]]:
        """Return each event with the booking that it names: a deleted one has lost all but its id."""
        nameless = [event.event_id for event in news.events if event.booking_id is None]
        behind = self.sync.drift_log.behind(nameless)
        return ((event, event.booking_id or behind.get(event.event_id)) for event in news.events)

    def drift(self, event: SeenEvent, booking_id: UUID | None) -> Drift | None:
        """Return what is wrong with an event."""
        wanted = None if booking_id is None else self._wanted(booking_id)
        if booking_id is None or wanted is None:
            stray = not event.gone and (event.ends_at or self.now) > self.now
            return Drift(DriftKind.STRAY, self.calendar.name, event_id=event.event_id) if stray else None
        kind = judge(event, booking_id, wanted) if self._matters(event, wanted) else None
        return Drift(kind, self.calendar.name, booking_id, event.event_id, event.etag) if kind else None

    def missing(self, news: CalendarNews) -> Iterator[Drift]:
        """Return what became of the visits that a whole reading did not show, asking for each by itself."""
        seen = {event.event_id for event in news.events}
        for booking_id, events in self.expected.items():
            for event_id in events.keys() - seen:
                if drift := self._unseen(event_id, booking_id):
                    yield drift

    def _unseen(self, event_id: str, booking_id: UUID) -> Drift | None:
        """Return what is wrong with an event: deleted, moved far away, never written; or None if it is by now."""
        feed, zone = self.sync.feed, self.sync.spa.tz
        event = feed.find(calendar_id=self.calendar.calendar_id, event_id=event_id, zone=zone)
        if event:
            return self.drift(event, booking_id)
        return Drift(DriftKind.UNWRITTEN, self.calendar.name, booking_id, event_id, self.now.isoformat())

    def _wanted(self, booking_id: UUID) -> Events | None:
        """Return what should stand for a booking, None for one that this database does not know."""
        if booking_id not in self.expected:
            try:
                self.expected[booking_id] = self._events(self.sync.bookings.get(booking_id))
            except NotFound:
                return None
        return self.expected[booking_id]

    def _events(self, booking: Booking) -> Events:
        if booking.status not in SHOWN:
            return {}
        shown = calendar_events(booking, self.sync.ids, self.sync.spa)
        return {event.event_id: event for calendar_id, event in shown if calendar_id == self.calendar.calendar_id}

    def _matters(self, event: SeenEvent, wanted: Events) -> bool:
        """Tell whether the event, or the visit behind it, still lies ahead."""
        ends = [written.ends_at for written in wanted.values()]
        return any(moment > self.now for moment in [*ends, *([] if ends or not event.ends_at else [event.ends_at])])
