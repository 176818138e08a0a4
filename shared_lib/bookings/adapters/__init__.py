"""Bookings in PostgreSQL."""
