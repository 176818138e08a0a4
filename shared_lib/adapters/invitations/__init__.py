"""Invitations as iCalendar files, for any calendar that a guest may have."""

from shared_lib.adapters.invitations.icalendar_writer import ICalendarWriter

__all__ = ["ICalendarWriter"]
