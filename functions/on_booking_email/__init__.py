"""Booking events -> e-mails."""
