"""Google Calendar: shows our bookings to staff."""

from shared_lib.adapters.calendar.google_calendars import GoogleCalendars

__all__ = ["GoogleCalendars"]
