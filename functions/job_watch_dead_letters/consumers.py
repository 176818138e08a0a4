"""Who follows events, and so may have dead letters: the functions for events of infra/functions.yaml."""

CONSUMERS = ("on_booking_calendar", "on_booking_chat", "on_booking_email")
