"""Google Calendar: shows our bookings to staff, and tells us when they are busy."""

from shared_lib.calendars.adapters.google.account import GoogleAccount
from shared_lib.calendars.adapters.google.google_calendar_feed import GoogleCalendarFeed
from shared_lib.calendars.adapters.google.google_calendars import GoogleCalendars

__all__ = ["GoogleAccount", "GoogleCalendarFeed", "GoogleCalendars"]
