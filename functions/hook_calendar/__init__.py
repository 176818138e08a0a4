"""Google Calendar tells us that something changed."""
