"""Each five minutes: the poll behind Google Calendar's push."""
