"""What the team's calendars show of a guest: first name and requests, until the visits are written without them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from typing_extensions import override

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import Status
from shared_lib.bookings.ports import Bookings
from shared_lib.calendars.mirror_booking import SHOWN, CalendarIds, calendar_events, mirror_booking
from shared_lib.calendars.ports import Calendars
from shared_lib.guests.personal_data import Erased, PersonalDataStore, Record, Subject
from shared_lib.guests.retained import kept
from shared_lib.kernel.errors import Conflict, OutOfTime
from shared_lib.kernel.ports import Inbox
from shared_lib.kernel.spa import Spa

SOURCE = "calendar-erasure"


class CalendarData(PersonalDataStore):
    """Google Calendar. Bookings come first: what is written again is a booking without a contact.

    Each is written again once, so that a guest of many years is erased over several runs.
    """

    name = "calendars of our team"
    covers: frozenset[str] = frozenset()

    def __init__(self, *, bookings: Bookings, calendars: Calendars, ids: CalendarIds, spa: Spa, inbox: Inbox) -> None:
        self._bookings = bookings
        self._calendars = calendars
        self._ids = ids
        self._spa = spa
        self._inbox = inbox

    @override
    def export(self, subject: Subject) -> Sequence[Record]:
        shown = (booking for booking in self._of(subject) if booking.status in SHOWN and booking.contact)
        return [
            {"title": event.title, "text": event.description, "begins": event.starts_at, "ends": event.ends_at}
            for booking in shown
            for calendar, event in calendar_events(booking, self._ids, self._spa)
            if calendar != self._ids.master
        ]

    @override
    def erase(self, subject: Subject, *, now: datetime, out_of_time: Callable[[], bool]) -> Erased:
        bookings = self._of(subject)
        shown = [booking for booking in bookings if booking.status in SHOWN]
        for booking in shown:
            if out_of_time():
                raise OutOfTime("the rest of the visits is written next time")
            if booking.contact:
                raise Conflict("the booking names the guest still")
            self._write_again(booking.id, now)
        cancelled = any(booking.status == Status.CANCELLED and booking.paid for booking in bookings)
        return Erased({"visits": len(shown)}, [kept("calendar_bin", now)] if cancelled else [])

    def _of(self, subject: Subject) -> Sequence[Booking]:
        return [self._bookings.get(booking_id) for booking_id in subject.booking_ids]

    def _write_again(self, booking_id: UUID, now: datetime) -> None:
        if not self._inbox.knows(SOURCE, str(booking_id)):
            calendars, ids, spa = self._calendars, self._ids, self._spa
            mirror_booking(booking_id, bookings=self._bookings, calendars=calendars, ids=ids, spa=spa)
            self._inbox.claim(SOURCE, str(booking_id), now=now)
