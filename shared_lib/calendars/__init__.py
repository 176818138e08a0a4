"""Bookings out to Google Calendar, busy times in, and what people change there."""
