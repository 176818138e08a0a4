"""The calendars that staff look at; they mirror the bookings and decide nothing."""

from typing import Protocol

from shared_lib.domain.calendar import CalendarEvent


class Calendars(Protocol):
    """Both calls may be repeated and may come out of order: what is older than what was done is ignored.

    A removal of an event that never was leaves no trace, so ask with the booking as it stands, not as it was reported.
    """

    def put(self, *, calendar_id: str, event: CalendarEvent) -> None:
        """Make the event stand as given, whether it is new, older, moved by hand or deleted."""
        ...

    def remove(self, *, calendar_id: str, event_id: str, version: int) -> None:
        """Take the event away; one that is not there is as good."""
        ...
