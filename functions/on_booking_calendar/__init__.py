"""Bookings in the Google calendars of the spa."""
