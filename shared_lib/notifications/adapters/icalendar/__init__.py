"""Invitations as iCalendar files, for any calendar that a guest may have."""

from shared_lib.notifications.adapters.icalendar.icalendar_writer import ICalendarWriter

__all__ = ["ICalendarWriter"]
